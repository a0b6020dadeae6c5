/*
 * What ends a command that goes on until somebody ends it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_STOP_H
#define NETADMIN_STOP_H

#include <stdbool.h>
#include <windows.h>

/* From now on Ctrl+C, and what asks the program to end in another way (a console that is closed,
 * SIGINT, SIGTERM, SIGHUP), no longer end it: stop_is_wanted() says so. Returns a Win32 error. */
DWORD stop_begin(void);

bool stop_is_wanted(void);

/* Waits so many milliseconds, or until the program is to end; true if it is. */
bool stop_wait(DWORD milliseconds);

#endif
