/*
 * netadmin login, netadmin logout: passwords that are kept for servers.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <wchar.h>
#include <windows.h>

#include "base/text.h"
#include "command_line/arguments.h"
#include "command_line/command.h"
#include "console/console.h"
#include "console/error.h"
#include "console/new_password.h"
#include "console/output.h"
#include "many/server_list.h"
#include "platform/credentials.h"

#define USER_LENGTH_MAX 513 /* what the Credential Manager takes */

#define SERVERS_PARAMETER                                                                          \
    {                                                                                              \
        .name = L"SERVER", .kind = PARAMETER_SERVERS, .operand = true, .required = true,           \
        .several = true                                                                            \
    }

static const struct parameter login_parameters[] = {
    SERVERS_PARAMETER,
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
    SERVERS_PARAMETER,
    { 0 },
};

/* NAME, DOMAIN\NAME or NAME@REALM with nothing empty. */
static bool user_name_is_valid(const WCHAR *user)
{
    const WCHAR *separator = wcspbrk(user, L"\\@");

    return wcslen(user) <= USER_LENGTH_MAX && !wcschr(user, '/') &&
           (!separator || (separator > user && separator[1] && !wcspbrk(separator + 1, L"\\")));
}

/* Appends the name of the one server, or "3 servers"; terminated. */
static void append_servers(struct text *text, const struct name_set *servers)
{
    if (servers->count == 1)
    {
        text_append(text, servers->names[0]);
    }
    else
    {
        text_append_format(text, L"%lu servers", (DWORD)servers->count);
    }
    text_append_unit(text, 0);
}

static DWORD password_store(const struct name_set *servers, const WCHAR *user,
                            const WCHAR *password)
{
    DWORD error = ERROR_SUCCESS;

    for (size_t i = 0; i < servers->count && !error; i++)
    {
        error = credentials_store(servers->names[i], user, password);
    }
    return error;
}

static enum exit_status login_to(const struct name_set *servers, const WCHAR *user, bool from_input)
{
    WCHAR password[PASSWORD_CAPACITY];
    struct text whom = { 0 };
    DWORD error;

    append_servers(&whom, servers);
    error = password_ask(L"Password", user, whom.units, from_input, password);
    if (error)
    {
        SecureZeroMemory(password, sizeof(password));
        text_free(&whom);
        return password_report_error(error);
    }
    error = password_store(servers, user, password);
    SecureZeroMemory(password, sizeof(password));
    if (!error)
    {
        error = output_print(L"Stored the password of %ls for %ls.\n", user, whom.units);
    }
    text_free(&whom);
    return error_report_of_own(error, NULL);
}

static enum exit_status login_run(const struct arguments *arguments)
{
    const WCHAR *user = arguments_value(arguments, L"user");
    const bool from_input = arguments_value(arguments, L"password-stdin") != NULL;
    struct server_list servers;
    enum exit_status status;

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
    if (!server_list_make(&servers, arguments, L"SERVER"))
    {
        return EXIT_STATUS_USAGE;
    }
    status = login_to(&servers.names, user, from_input);
    server_list_free(&servers);
    return status;
}

static enum exit_status logout_run(const struct arguments *arguments)
{
    struct server_list servers;
    struct text whom = { 0 };
    DWORD error = ERROR_SUCCESS;

    if (!server_list_make(&servers, arguments, L"SERVER"))
    {
        return EXIT_STATUS_USAGE;
    }
    append_servers(&whom, &servers.names);
    for (size_t i = 0; i < servers.names.count && !error; i++)
    {
        error = credentials_remove(servers.names.names[i]);
    }
    if (!error)
    {
        error = output_print(L"Removed the password for %ls.\n", whom.units);
    }
    text_free(&whom);
    server_list_free(&servers);
    return error_report_of_own(error, NULL);
}

const struct command login_command = {
    .name = L"login",
    .summary = L"Store a user name and password for servers",
    .details = L"The password is kept for you alone: in Windows' Credential Manager, where every "
               L"program of yours finds it, or natively in a file beside the configuration. It is "
               L"not checked before it is used.",
    .parameters = login_parameters,
    .run = login_run,
};

const struct command logout_command = {
    .name = L"logout",
    .summary = L"Remove the stored password for servers",
    .parameters = logout_parameters,
    .run = logout_run,
};
