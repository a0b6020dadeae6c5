/*
 * netadmin shares, files, connections, dfs: listing what a server shares, and what is in use of it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/list.h"

enum usage
{
    USAGE_ONCE = 1,
    USAGE_WATCH,
};

/* ---- Shares ---------------------------------------------------------------------------------- */

static const struct parameter shares_parameters[] = {
    SERVERS_PARAMETER,
    LEVEL_PARAMETER(
        L"what to ask for: 0 (names), 1 (types, remarks), 2 (users, paths; the default), "
        L"501 (flags), 502 (security descriptors)"),
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status shares_run(const struct arguments *arguments)
{
    return list_run(arguments, &share_family);
}

const struct command shares_command = {
    .name = L"shares",
    .summary = L"List the shares of a server",
    .details = L"Without /level, whoever may not see users and paths gets level 1.",
    .parameters = shares_parameters,
    .run = shares_run,
};

/* ---- Files ----------------------------------------------------------------------------------- */

static const struct parameter files_parameters[] = {
    SERVERS_PARAMETER,
    { .name = L"path",
      .kind = PARAMETER_TEXT,
      .value = L"PATH",
      .help = L"only files whose path on the server begins like this" },
    { .name = L"user",
      .kind = PARAMETER_TEXT,
      .value = L"NAME",
      .help = L"only files that this user has open" },
    LEVEL_PARAMETER(L"what to ask for: 2 (numbers), 3 (all; the default)"),
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status files_run(const struct arguments *arguments)
{
    return list_run(arguments, &file_family);
}

const struct command files_command = {
    .name = L"files",
    .summary = L"List the open files of a server",
    .details = L"'netadmin close-file' closes one by its ID.",
    .parameters = files_parameters,
    .run = files_run,
};

/* ---- Connections ----------------------------------------------------------------------------- */

static const struct parameter connections_parameters[] = {
    SERVER_OR_LIST_PARAMETER_REQUIRED,
    { .name = L"QUALIFIER", .kind = PARAMETER_TEXT, .operand = true, .required = true },
    LEVEL_PARAMETER(L"what to ask for: 0 (numbers), 1 (all; the default)"),
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status connections_run(const struct arguments *arguments)
{
    return list_run(arguments, &connection_family);
}

const struct command connections_command = {
    .name = L"connections",
    .summary = L"List the connections to a share, or from a computer",
    .details =
        L"QUALIFIER is the name of a share, or \\\\COMPUTER or //COMPUTER. The other end of a "
        L"connection to a share is the computer that it comes from, and that of one from a "
        L"computer the share. For this computer, SERVER is localhost. A Samba server tells how "
        L"many connections there are and how "
        L"many files each has open, and makes up the rest, which is not shown.",
    .parameters = connections_parameters,
    .run = connections_run,
};

/* ---- DFS ------------------------------------------------------------------------------------- */

static const struct parameter dfs_parameters[] = {
    SERVER_OR_LIST_PARAMETER,
    { .name = L"ROOT", .kind = PARAMETER_TEXT, .operand = true },
    LEVEL_PARAMETER(
        L"what to ask for: 1 (paths), 2 (comments, states), 3 (targets; the default), 4 "
        L"(times, GUIDs), 5 (properties), 6 (properties, targets), 300 (roots)"),
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status dfs_run(const struct arguments *arguments)
{
    return list_run(arguments, &dfs_family);
}

const struct command dfs_command = {
    .name = L"dfs",
    .summary = L"List the DFS paths of a server, and where they lead",
    .details = L"The paths in all its roots, or in ROOT. SERVER may be the domain of one.",
    .parameters = dfs_parameters,
    .run = dfs_run,
};
