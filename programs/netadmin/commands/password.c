/*
 * netadmin password: whoever knows a password changes it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <windows.h>
#include <lmcons.h>

#include "commands/account_change.h"
#include "console/console.h"
#include "console/error.h"
#include "console/new_password.h"
#include "console/output.h"
#include "families/user_family.h"

static const struct parameter password_parameters[] = {
    SERVER_PARAMETER,
    { .name = L"user",
      .kind = PARAMETER_TEXT,
      .value = L"NAME",
      .help = L"whose password it is (default: yours)" },
    { .name = L"password-stdin",
      .kind = PARAMETER_FLAG,
      .help = L"read the old and the new password from standard input (two lines of UTF-8) instead "
              L"of asking for them" },
    { 0 },
};

/* Asks for the old one, and twice for the new one. */
static DWORD ask(const WCHAR *user, const WCHAR *server, bool from_input,
                 WCHAR old_password[PASSWORD_CAPACITY], WCHAR new_password[PASSWORD_CAPACITY])
{
    const DWORD error = password_ask(L"Old password", user, server, from_input, old_password);

    return error ? error : password_ask_new(user, server, from_input, new_password);
}

static enum exit_status report_change_error(DWORD error)
{
    return error_report_with_hint(
        error, error == ERROR_ACCESS_DENIED ? L"the server may not let users change passwords; an "
                                              L"administrator says 'netadmin user set'."
               : error == ERROR_INVALID_PASSWORD ? L"it is the old password that is wrong."
                                                 : NULL);
}

static enum exit_status change(const struct arguments *arguments, const WCHAR *const passwords[2],
                               const WCHAR *user)
{
    const struct question question = {
        .server = arguments_value(arguments, L"SERVER"),
        .names = { { arguments_value(arguments, L"user"), NAME_AS_IT_IS } },
        .info = passwords,
    };
    const DWORD error = question_ask(&question, user_change_password, NULL);

    return error ? report_change_error(error)
                 : error_report(output_print(L"Changed the password of %ls.\n", user));
}

static enum exit_status password_run(const struct arguments *arguments)
{
    const bool from_input = arguments_value(arguments, L"password-stdin") != NULL;
    const WCHAR *user = arguments_value(arguments, L"user");
    WCHAR passwords[2][PASSWORD_CAPACITY];
    WCHAR own_name[UNLEN + 1];
    DWORD size = ARRAYSIZE(own_name);
    enum exit_status status;
    DWORD error;

    if (!from_input && !console_is_interactive())
    {
        return usage_error(arguments->command->name,
                           L"there is no console to ask; say /password-stdin");
    }
    if (!user)
    {
        if (!GetUserNameW(own_name, &size))
        {
            return error_report(GetLastError());
        }
        user = own_name;
    }
    error =
        ask(user, arguments_value(arguments, L"SERVER"), from_input, passwords[0], passwords[1]);
    status = error ? password_report_error(error)
                   : change(arguments, (const WCHAR *const[]){ passwords[0], passwords[1] }, user);
    SecureZeroMemory(passwords, sizeof(passwords));
    return status;
}

const struct command password_command = {
    .name = L"password",
    .summary = L"Change a password that you know",
    .details = L"Asks for the old password, and twice for the new one. An administrator who does "
               L"not know it says 'netadmin user set NAME /password'.",
    .parameters = password_parameters,
    .run = password_run,
};
