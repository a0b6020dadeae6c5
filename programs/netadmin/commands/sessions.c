/*
 * netadmin sessions, netadmin session: listing sessions.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/list.h"
#include "families/session_family.h"

#define SESSION_LEVEL_PARAMETER                                                                    \
    LEVEL_PARAMETER(                                                                               \
        L"what to ask for: 0 (computers), 10 (users, times), 1 (opens, guest; the default), "      \
        L"2 (client type), 502 (transport)")

enum usage
{
    USAGE_ONCE = 1,
    USAGE_WATCH,
};

static const struct parameter sessions_parameters[] = {
    SERVERS_PARAMETER,
    { .name = L"client",
      .kind = PARAMETER_COMPUTER,
      .value = L"NAME",
      .help = L"only sessions from this computer" },
    { .name = L"user",
      .kind = PARAMETER_TEXT,
      .value = L"NAME",
      .help = L"only sessions of this user" },
    SESSION_LEVEL_PARAMETER,
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static const struct parameter session_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .required = true },
    { .name = L"CLIENT", .kind = PARAMETER_COMPUTER, .operand = true, .required = true },
    { .name = L"USER", .kind = PARAMETER_TEXT, .operand = true, .required = true },
    SESSION_LEVEL_PARAMETER,
    FORMAT_PARAMETER(),
    { 0 },
};

static enum exit_status sessions_run(const struct arguments *arguments)
{
    return list_run(arguments, &session_family);
}

static enum exit_status session_run(const struct arguments *arguments)
{
    static const struct filter names[NAME_COUNT_MAX] = { { L"CLIENT", NAME_COMPUTER },
                                                         { L"USER", NAME_AS_IT_IS } };

    return list_once(arguments, &session_family, names, session_get);
}

const struct command sessions_command = {
    .name = L"sessions",
    .summary = L"List the sessions on a server",
    .details = L"Without SERVER, the sessions on this computer: of its server or, where none runs, "
               L"its network logins; the last line says which.",
    .parameters = sessions_parameters,
    .run = sessions_run,
};

const struct command session_command = {
    .name = L"session",
    .summary = L"Show the session of one user from one computer",
    .parameters = session_parameters,
    .run = session_run,
};
