/*
 * Passwords from the person at the console, or from standard input.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_NEW_PASSWORD_H
#define NETADMIN_NEW_PASSWORD_H

#include <stdbool.h>
#include <windows.h>

#include "base/exit_status.h"
#include "console/password.h"

/* Asks for a password, or reads a line of standard input (from_input). The prompt is "WHAT of NAME: ", or
 * with a server "WHAT of NAME on SERVER: ". The caller wipes the password in every case. Returns a code as
 * console_read_password() or password_read_input(). */
DWORD password_ask(const WCHAR *what, const WCHAR *name, const WCHAR *server, bool from_input,
                   WCHAR password[PASSWORD_CAPACITY]);

/* The same for a password that is to be: whoever types it types it twice. ERROR_INVALID_PASSWORD if that
 * was not the same. */
DWORD password_ask_new(const WCHAR *name, const WCHAR *server, bool from_input,
                       WCHAR password[PASSWORD_CAPACITY]);

/* Reports a code of these two. */
enum exit_status password_report_error(DWORD error);

#endif
