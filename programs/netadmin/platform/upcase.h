/*
 * Capitals.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_UPCASE_H
#define NETADMIN_UPCASE_H

#include <windows.h>

/* The capital of one unit beyond ASCII, whatever the language of the user; itself where there is none. */
WCHAR unit_upcase(WCHAR unit);

#endif
