/*
 * A password from standard input.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_PASSWORD_H
#define NETADMIN_PASSWORD_H

#include <windows.h>

/* Enough for the 256 characters that Windows allows, and the terminator. */
#define PASSWORD_CAPACITY 257

/* Reads a line of UTF-8 to its end or the end of the input, without the line ending. Returns
 * ERROR_INVALID_DATA if there is nothing, too much, or no UTF-8. The caller wipes the buffer,
 * in every case. */
DWORD password_read_input(WCHAR password[PASSWORD_CAPACITY]);

#endif
