/*
 * netadmin groups, group, localgroups, localgroup: the groups of a server.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/account_change.h"
#include "commands/list.h"
#include "console/error.h"

enum usage
{
    USAGE_ONCE = 1,
    USAGE_WATCH,
};

/* ---- Global groups --------------------------------------------------------------------------- */

static const struct parameter groups_parameters[] = {
    SERVERS_PARAMETER,
    { .name = L"display",
      .kind = PARAMETER_FLAG,
      .help = L"as consoles list them instead: sorted and quick" },
    LEVEL_PARAMETER(L"what to ask for: 0 (names), 1 (comments), 2 (IDs; the default), 3 (SIDs)"),
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status groups_run(const struct arguments *arguments)
{
    const bool display = arguments_value(arguments, L"display") != NULL;

    return list_run(arguments, display ? &display_group_family : &group_family);
}

const struct command groups_command = {
    .name = L"groups",
    .summary = L"List the global groups of a server",
    .details =
        L"They have users of the server's own domain. Without SERVER, those of this computer.",
    .parameters = groups_parameters,
    .run = groups_run,
};

static const struct parameter group_parameters[] = {
    SERVER_OR_LIST_PARAMETER,
    NAME_PARAMETER,
    LEVEL_PARAMETER(L"what to ask for, and no members: 0, 1, 2 or 3"),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(),
    { 0 },
};

static enum exit_status group_run(const struct arguments *arguments)
{
    return list_run(arguments, &group_card_family);
}

const struct command group_command = {
    .name = L"group",
    .summary = L"Show a global group with its members",
    .parameters = group_parameters,
    .run = group_run,
};

/* ---- Local groups ---------------------------------------------------------------------------- */

static const struct parameter localgroups_parameters[] = {
    SERVERS_PARAMETER,
    LEVEL_PARAMETER(L"what to ask for: 0 (names), 1 (comments; the default)"),
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status localgroups_run(const struct arguments *arguments)
{
    return list_run(arguments, &localgroup_family);
}

const struct command localgroups_command = {
    .name = L"localgroups",
    .summary = L"List the local groups of a server",
    .details = L"They have users and groups of any domain. Without SERVER, those of this computer.",
    .parameters = localgroups_parameters,
    .run = localgroups_run,
};

static const struct parameter localgroup_parameters[] = {
    SERVER_OR_LIST_PARAMETER,
    NAME_PARAMETER,
    LEVEL_PARAMETER(L"what to ask for, and no members: 0 or 1"),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(),
    { 0 },
};

static enum exit_status localgroup_run(const struct arguments *arguments)
{
    return list_run(arguments, &localgroup_card_family);
}

const struct command localgroup_command = {
    .name = L"localgroup",
    .summary = L"Show a local group with its members",
    .parameters = localgroup_parameters,
    .run = localgroup_run,
};
