/*
 * netadmin login, netadmin logout: passwords in the Credential Manager.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <wchar.h>
#include <windows.h>
#include <wincred.h>

#include "command_line/arguments.h"
#include "command_line/command.h"
#include "console/console.h"
#include "console/error.h"
#include "console/new_password.h"
#include "console/output.h"

static const struct parameter login_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .required = true },
    { .name = L"user",
      .kind = PARAMETER_TEXT,
      .required = true,
      .value = L"NAME",
      .help = L"NAME, DOMAIN\\NAME or NAME@REALM" },
    { .name = L"password-stdin",
      .kind = PARAMETER_FLAG,
      .help = L"read the password from standard input (a line of UTF-8) instead of asking for it" },
    { 0 },
};

static const struct parameter logout_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .required = true },
    { 0 },
};

/* NAME, DOMAIN\NAME or NAME@REALM with nothing empty. */
static bool user_name_is_valid(const WCHAR *user)
{
    const WCHAR *separator = wcspbrk(user, L"\\@");

    return wcslen(user) <= CRED_MAX_USERNAME_LENGTH && !wcschr(user, '/') &&
           (!separator || (separator > user && separator[1] && !wcspbrk(separator + 1, L"\\")));
}

static DWORD credential_store(const WCHAR *server, const WCHAR *user, WCHAR *password)
{
    /* The members are not const, but CredWriteW() only reads them. */
    CREDENTIALW credential = {
        .Type = CRED_TYPE_DOMAIN_PASSWORD,
        .TargetName = (WCHAR *)(ULONG_PTR)server,
        .CredentialBlobSize = (DWORD)(wcslen(password) * sizeof(WCHAR)),
        .CredentialBlob = (BYTE *)password,
        .Persist = CRED_PERSIST_LOCAL_MACHINE,
        .UserName = (WCHAR *)(ULONG_PTR)user,
    };

    return CredWriteW(&credential, 0) ? ERROR_SUCCESS : GetLastError();
}

static enum exit_status login_run(const struct arguments *arguments)
{
    const WCHAR *server = arguments_value(arguments, L"SERVER");
    const WCHAR *user = arguments_value(arguments, L"user");
    const bool from_input = arguments_value(arguments, L"password-stdin") != NULL;
    WCHAR password[PASSWORD_CAPACITY];
    DWORD error;

    if (!user_name_is_valid(user))
    {
        return usage_error(arguments->command->name,
                           L"'%ls' is no user: write NAME, DOMAIN\\NAME or NAME@REALM", user);
    }
    if (!from_input && !console_is_interactive())
    {
        return usage_error(arguments->command->name,
                           L"there is no console to ask; say /password-stdin");
    }
    error = password_ask(L"Password", user, server, from_input, password);
    if (error)
    {
        SecureZeroMemory(password, sizeof(password));
        return password_report_error(error);
    }
    error = credential_store(server, user, password);
    SecureZeroMemory(password, sizeof(password));
    if (error)
    {
        return error_report(error);
    }
    return error_report(output_print(L"Stored the password of %ls for %ls.\n", user, server));
}

static enum exit_status logout_run(const struct arguments *arguments)
{
    const WCHAR *server = arguments_value(arguments, L"SERVER");

    if (!CredDeleteW(server, CRED_TYPE_DOMAIN_PASSWORD, 0))
    {
        return error_report(GetLastError());
    }
    return error_report(output_print(L"Removed the password for %ls.\n", server));
}

const struct command login_command = {
    .name = L"login",
    .summary = L"Store a user name and password for a server",
    .details = L"The password goes to the Credential Manager, where every program of yours finds "
               L"it. It is not checked before it is used.",
    .parameters = login_parameters,
    .run = login_run,
};

const struct command logout_command = {
    .name = L"logout",
    .summary = L"Remove the stored password for a server",
    .parameters = logout_parameters,
    .run = logout_run,
};
