/*
 * A file that a person names.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_READ_FILE_H
#define NETADMIN_READ_FILE_H

#include <stddef.h>
#include <windows.h>

/* Reads all of a file of up to `most` bytes; the caller frees them with free(), in every case. Returns a
 * Win32 error: ERROR_FILE_NOT_FOUND where there is none, ERROR_FILE_TOO_LARGE, or what the system
 * says. */
DWORD file_read(const WCHAR *path, size_t most, char **bytes, size_t *size);

#endif
