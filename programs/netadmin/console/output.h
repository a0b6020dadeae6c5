/*
 * Writing Unicode text: as it is to a console, as UTF-8 to anything else.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_OUTPUT_H
#define NETADMIN_OUTPUT_H

#include <stdbool.h>
#include <windows.h>

#include "base/text.h"

/* Writes text to STD_OUTPUT_HANDLE or STD_ERROR_HANDLE. On a console, control characters other
 * than line ends are replaced by '?'. Returns a Win32 error. */
DWORD output_write(DWORD stream, const struct text *text);

/* Is this an end that somebody wanted: nobody reads any longer, or the program is to end? */
bool output_has_ended(DWORD error);

/* Writes a message to standard output, as wprintf() would. Returns a Win32 error. */
DWORD output_print(const WCHAR *format, ...);

#endif
