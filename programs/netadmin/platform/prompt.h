/*
 * Asking the person at the console, who types to standard input.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_PROMPT_H
#define NETADMIN_PROMPT_H

#include <stddef.h>
#include <windows.h>

/* Shows a text on the console itself: standard output may go elsewhere. */
void prompt_show(const WCHAR *string);

/* Reads the beginning of a line, up to capacity units, which are not terminated. Returns how many;
 * 0 if there is none. */
size_t prompt_read(WCHAR *line, size_t capacity);

/* Reads a line without showing it, at most capacity - 1 units, terminated. Returns ERROR_CANCELLED for
 * Ctrl+C, ERROR_INVALID_DATA for a line that is too long or no text, or what the system says. The caller
 * wipes the buffer, in every case. */
DWORD prompt_read_unseen(WCHAR *line, size_t capacity);

#endif
