/*
 * netadmin server, workstation, time: what a computer is.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/list.h"
#include "console/error.h"

enum usage
{
    USAGE_ONCE = 1,
    USAGE_WATCH,
};

#define CARD_WATCH_HELP                                                                            \
    L"show it every so many seconds (2) until Ctrl+C; + is what came, - what went since the time " \
    L"before"

/* ---- Server ---------------------------------------------------------------------------------- */

static const struct parameter server_parameters[] = {
    SERVERS_PARAMETER,
    { .name = L"disks", .kind = PARAMETER_FLAG, .help = L"its disks instead" },
    { .name = L"transports", .kind = PARAMETER_FLAG, .help = L"what it is reached by instead" },
    LEVEL_PARAMETER(
        L"what to ask for: 100 (name, platform), 101 (version, roles; the default), 102 "
        L"(users, licenses), 402, 403, 502, 503 (settings); of disks 0; of transports 0 "
        L"(the default), 1 (domain), 2 and 3 (flags)"),
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = CARD_WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status server_run(const struct arguments *arguments)
{
    const bool disks = arguments_value(arguments, L"disks") != NULL;
    const bool transports = arguments_value(arguments, L"transports") != NULL;

    if (disks && transports)
    {
        return usage_error(arguments->command->name, L"say /disks or /transports, not both");
    }
    if (disks)
    {
        return list_run(arguments, &server_disk_family);
    }
    return list_run(arguments, transports ? &server_transport_family : &server_family);
}

const struct command server_command = {
    .name = L"server",
    .summary = L"Show what a server is, its disks, or what it is reached by",
    .details = L"Headings of the settings are Windows' names for them.",
    .parameters = server_parameters,
    .run = server_run,
};

/* ---- Workstation ----------------------------------------------------------------------------- */

static const struct parameter workstation_parameters[] = {
    SERVERS_PARAMETER,
    { .name = L"users", .kind = PARAMETER_FLAG, .help = L"the users that are logged on instead" },
    LEVEL_PARAMETER(L"what to ask for: 100 (name, domain, version), 101 (LAN root), 102 (number of "
                    L"users; the default), 502 (settings); of users 0 (names), 1 (domains; the "
                    L"default)"),
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = CARD_WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status workstation_run(const struct arguments *arguments)
{
    const bool users = arguments_value(arguments, L"users") != NULL;

    return list_run(arguments, users ? &workstation_user_family : &workstation_family);
}

const struct command workstation_command = {
    .name = L"workstation",
    .summary = L"Show what a workstation is, or who is logged on",
    .details =
        L"Without /level, whoever may not see the number of users gets level 100. Headings of "
        L"the settings are Windows' names for them.",
    .parameters = workstation_parameters,
    .run = workstation_run,
};

/* ---- Time ------------------------------------------------------------------------------------ */

static const struct parameter time_parameters[] = {
    SERVERS_PARAMETER,
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = CARD_WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status time_run(const struct arguments *arguments)
{
    return list_run(arguments, &time_family);
}

const struct command time_command = {
    .name = L"time",
    .summary = L"Show the time of day on a server",
    .details =
        L"It is that of the server's place, with how far that is ahead of UTC; Z is UTC, where "
        L"the server does not say.",
    .parameters = time_parameters,
    .run = time_run,
};
