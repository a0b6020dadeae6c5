/*
 * Talking with the person at the console.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_CONSOLE_H
#define NETADMIN_CONSOLE_H

#include <stdbool.h>
#include <windows.h>

/* Can standard input be asked? */
bool console_is_interactive(void);

/* Shows a question and waits for a line; true if it starts with y or Y. */
bool console_confirm(const WCHAR *question);

/* Shows a prompt and reads a line without showing it, at most capacity - 1 units, terminated.
 * Returns ERROR_CANCELLED for Ctrl+C, ERROR_INVALID_DATA for a line that is too long. The
 * caller wipes the buffer, in every case. */
DWORD console_read_password(const WCHAR *prompt, WCHAR *password, size_t capacity);

#endif
