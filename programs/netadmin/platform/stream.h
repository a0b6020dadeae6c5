/*
 * The standard streams. They are told by STD_INPUT_HANDLE, STD_OUTPUT_HANDLE and STD_ERROR_HANDLE.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_STREAM_H
#define NETADMIN_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <windows.h>

/* Is it a console (a terminal), not a file or a pipe? */
bool stream_is_console(DWORD stream);

/* The most that is written to a console at once. */
#define STREAM_UNITS_MAX 8192

/* Shows up to STREAM_UNITS_MAX units on a stream that is a console. Returns a Win32 error. */
DWORD stream_show(DWORD stream, const WCHAR *units, size_t length);

/* Writes all of the bytes. Returns a Win32 error. */
DWORD stream_write(DWORD stream, const char *bytes, size_t length);

/* Reads what there is, but at least a byte; *count is 0 at the end. Returns a Win32 error. */
DWORD stream_read(DWORD stream, char *bytes, size_t capacity, size_t *count);

#endif
