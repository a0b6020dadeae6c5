/*
 * What POSIX calls an error, as a Win32 code.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_POSIX_ERROR_H
#define NETADMIN_POSIX_ERROR_H

#include <windows.h>

/* Of an errno; ERROR_GEN_FAILURE for one that has no code. */
DWORD error_of_posix(int error);

#endif
