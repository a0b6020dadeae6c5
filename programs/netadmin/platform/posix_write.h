/*
 * Writing to a descriptor of POSIX.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_POSIX_WRITE_H
#define NETADMIN_POSIX_WRITE_H

#include <stddef.h>
#include <windows.h>

/* Writes all, also where another program has said that writing does not wait. Returns a Win32 error:
 * ERROR_CANCELLED where the program is to end (platform/stop.h) and nobody takes what is written. */
DWORD posix_write(int descriptor, const char *bytes, size_t length);

#endif
