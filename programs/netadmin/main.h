/*
 * netadmin: manages file servers from the command line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_MAIN_H
#define NETADMIN_MAIN_H

#include <stdbool.h>
#include <windows.h>

/* Does what the words say, the first of which is the program's name; those are not changed. Returns how
 * the program is to end (base/exit_status.h). */
int netadmin_run(int argc, WCHAR **argv);

/* Do they ask what could stand there, so that none is to be obeyed? */
bool netadmin_completes(int argc, WCHAR **argv);

#endif
