/*
 * netadmin close: ending sessions.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command_line/arguments.h"
#include "command_line/command.h"
#include "commands/change.h"
#include "console/error.h"
#include "console/output.h"
#include "families/family.h"
#include "families/session_family.h"
#include "listing/listing_format.h"

static const struct parameter close_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .required = true },
    { .name = L"client",
      .kind = PARAMETER_COMPUTER,
      .value = L"NAME",
      .help = L"sessions from this computer" },
    { .name = L"user", .kind = PARAMETER_TEXT, .value = L"NAME", .help = L"sessions of this user" },
    YES_PARAMETER,
    { 0 },
};

static enum exit_status report_delete_error(DWORD error)
{
    return error_report_with_hint(
        error, error == ERROR_ACCESS_DENIED
                   ? L"on a Samba server, closing sessions takes root or a member of the group "
                     L"that is mapped to Domain Admins ('net groupmap add rid=512 ntgroup=\"Domain "
                     L"Admins\" unixgroup=GROUP type=domain')."
                   : NULL);
}

static enum exit_status close_listed(const struct arguments *arguments,
                                     const struct question *question, const struct listing *listing)
{
    DWORD error = listing_write(listing, NULL);

    if (error)
    {
        return error_report(error);
    }
    if (!change_is_wanted(arguments, L"Close them? [y/N] "))
    {
        return error_report(output_print(L"Nothing was closed.\n"));
    }
    error = question_ask(question, session_delete, NULL);
    if (error)
    {
        return report_delete_error(error);
    }
    return change_report_closed(listing);
}

static enum exit_status close_run(const struct arguments *arguments)
{
    const WCHAR *client = arguments_value(arguments, L"client");
    const WCHAR *user = arguments_value(arguments, L"user");
    const struct question question = {
        .server = arguments_value(arguments, L"SERVER"),
        .names = { { client, NAME_COMPUTER }, { user, NAME_AS_IT_IS } },
    };
    struct listing listing;
    enum exit_status status;
    DWORD error;

    if (!client && !user)
    {
        return usage_error(arguments->command->name, L"/client or /user must say whose sessions");
    }
    if (!change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    family_begin(&session_family, session_family.level, &listing);
    error = family_list(&session_family, &question, false, &listing);
    status = error ? error_report(error) : close_listed(arguments, &question, &listing);
    listing_free(&listing);
    return status;
}

const struct command close_command = {
    .name = L"close",
    .summary = L"Close the sessions of a computer or a user",
    .details = L"Lists the sessions and asks before it closes them. At least one of /client and "
               L"/user must be given. Files that the sessions hold open are closed, too, and what "
               L"was not saved is lost.",
    .parameters = close_parameters,
    .run = close_run,
};
