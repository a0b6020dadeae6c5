/*
 * Passwords from the person at the console, or from standard input.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/new_password.h"

#include <wchar.h>

#include "base/text.h"
#include "console/console.h"
#include "console/error.h"

DWORD password_ask(const WCHAR *what, const WCHAR *name, const WCHAR *server, bool from_input,
                   WCHAR password[PASSWORD_CAPACITY])
{
    struct text prompt = { 0 };
    DWORD error;

    if (from_input)
    {
        return password_read_input(password);
    }
    text_append(&prompt, what);
    text_append(&prompt, L" of ");
    text_append_visible(&prompt, name);
    if (server)
    {
        text_append(&prompt, L" on ");
        text_append_visible(&prompt, server);
    }
    text_append(&prompt, L": ");
    text_append_unit(&prompt, 0);
    error = console_read_password(prompt.units, password, PASSWORD_CAPACITY);
    text_free(&prompt);
    return error;
}

DWORD password_ask_new(const WCHAR *name, const WCHAR *server, bool from_input,
                       WCHAR password[PASSWORD_CAPACITY])
{
    WCHAR again[PASSWORD_CAPACITY];
    DWORD error = password_ask(L"New password", name, server, from_input, password);

    if (error || from_input)
    {
        return error;
    }
    error = password_ask(L"Repeat the new password", name, server, false, again);
    if (!error && wcscmp(password, again))
    {
        error = ERROR_INVALID_PASSWORD;
    }
    SecureZeroMemory(again, sizeof(again));
    return error;
}

enum exit_status password_report_error(DWORD error)
{
    switch (error)
    {
    case ERROR_INVALID_DATA:
        return error_report_with_hint(
            error, L"a password is one line of UTF-8, at most 256 characters long.");
    case ERROR_INVALID_PASSWORD:
        return error_report_with_hint(error, L"the two passwords are not the same.");
    default: return error_report(error);
    }
}
