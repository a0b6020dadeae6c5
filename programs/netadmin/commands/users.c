/*
 * netadmin users, user, policy: the accounts of a server, and its rules for them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/account_change.h"
#include "commands/list.h"
#include "console/error.h"
#include "families/user_family.h"

enum usage
{
    USAGE_ONCE = 1,
    USAGE_WATCH,
};

/* ---- Users ----------------------------------------------------------------------------------- */

static const struct parameter users_parameters[] = {
    SERVERS_PARAMETER,
    { .name = L"type",
      .kind = PARAMETER_CHOICE,
      .choices = user_types,
      .value = L"T",
      .help = L"user (the default), or the accounts of computer, controller, domain (trusting "
              L"ones), local users in a domain (local), or all" },
    { .name = L"display",
      .kind = PARAMETER_FLAG,
      .help = L"users as consoles list them instead: sorted, quick, without logons" },
    { .name = L"computers",
      .kind = PARAMETER_FLAG,
      .help = L"the accounts of computers in the same way instead" },
    LEVEL_PARAMETER(
        L"what to ask for: 0 (names), 1 (flags), 2 (full names, logons), 3 (the same, and more in "
        L"csv and json; the default), 10 (what everybody may see), 11 (privileges), 20 (IDs), 23 "
        L"(SIDs)"),
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status users_run(const struct arguments *arguments)
{
    const bool display = arguments_value(arguments, L"display") != NULL;
    const bool computers = arguments_value(arguments, L"computers") != NULL;

    if (display + computers + (arguments_value(arguments, L"type") != NULL) > 1)
    {
        return usage_error(arguments->command->name, L"say one of /type, /display and /computers");
    }
    if (display || computers)
    {
        return list_run(arguments, display ? &display_user_family : &display_computer_family);
    }
    return list_run(arguments, &user_family);
}

const struct command users_command = {
    .name = L"users",
    .summary = L"List the users of a server",
    .details =
        L"Without SERVER, those of this computer. Times are this computer's. Without /level, "
        L"whoever may not see all gets level 10.",
    .parameters = users_parameters,
    .run = users_run,
};

/* ---- One user -------------------------------------------------------------------------------- */

static const struct parameter user_parameters[] = {
    SERVER_OR_LIST_PARAMETER,
    NAME_PARAMETER,
    LEVEL_PARAMETER(L"what to ask for, and no groups: 0, 1, 2, 3, 4, 10, 11, 20 or 23"),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(),
    { 0 },
};

static enum exit_status user_run(const struct arguments *arguments)
{
    return list_run(arguments, &user_card_family);
}

const struct command user_command = {
    .name = L"user",
    .summary = L"Show all that is known of a user, groups included",
    .details = L"Local groups are those, too, that the user is in by another group. Times are this "
               L"computer's. Without /level, whoever may not see all gets level 10.",
    .parameters = user_parameters,
    .run = user_run,
};

/* ---- Rules ----------------------------------------------------------------------------------- */

static const struct parameter policy_parameters[] = {
    SERVERS_PARAMETER,
    LEVEL_PARAMETER(L"what to ask for: 0 (passwords), 1 (role), 2 (domain), 3 (lockout); "
                    L"without, passwords and lockout"),
    SORT_PARAMETER(),
    AT_ONCE_PARAMETER(),
    FORMAT_PARAMETER(.usage = USAGE_ONCE),
    WATCH_PARAMETER(.help = WATCH_HELP, .usage = USAGE_WATCH),
    { 0 },
};

static enum exit_status policy_run(const struct arguments *arguments)
{
    return list_run(arguments, &policy_family);
}

const struct command policy_command = {
    .name = L"policy",
    .summary = L"Show the rules for passwords and lockout of a server",
    .parameters = policy_parameters,
    .run = policy_run,
};
