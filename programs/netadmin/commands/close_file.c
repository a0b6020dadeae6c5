/*
 * netadmin close-file: taking an open file from whoever has it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <windows.h>
#include <lmerr.h>

#include "commands/change.h"
#include "commands/list.h"
#include "console/error.h"
#include "console/output.h"
#include "families/file_family.h"

static const struct parameter close_file_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .required = true },
    { .name = L"ID",
      .kind = PARAMETER_NUMBER,
      .operand = true,
      .required = true,
      .maximum = MAXDWORD },
    YES_PARAMETER,
    { 0 },
};

/* The functions have two codes for the same. */
static enum exit_status report(DWORD error, enum exit_status (*otherwise)(DWORD error))
{
    if (error == ERROR_FILE_NOT_FOUND || error == NERR_FileIdNotFound)
    {
        return error_report_with_hint(
            error, L"'netadmin files SERVER' lists the open files and their IDs.");
    }
    return otherwise(error);
}

static enum exit_status close_listed(const struct arguments *arguments,
                                     const struct question *question, const struct listing *listing)
{
    DWORD error = listing_write(listing, NULL);

    if (error)
    {
        return error_report(error);
    }
    if (!change_is_wanted(arguments, L"Close it? [y/N] "))
    {
        return error_report(output_print(L"Nothing was closed.\n"));
    }
    error = question_ask(question, file_close, NULL);
    if (error)
    {
        return report(error, change_report_error);
    }
    return error_report(output_print(L"Closed 1 open file.\n"));
}

static enum exit_status close_file_run(const struct arguments *arguments)
{
    const DWORD id = arguments_number(arguments, L"ID", 0);
    const struct question question = {
        .server = arguments_value(arguments, L"SERVER"),
        .info = &id,
    };
    struct listing listing;
    enum exit_status status;
    DWORD error;

    if (!change_can_be_asked(arguments))
    {
        return EXIT_STATUS_USAGE;
    }
    family_begin(&file_family, file_family.level, &listing);
    error = question_ask(&question, file_get, &listing);
    status = error ? report(error, error_report) : close_listed(arguments, &question, &listing);
    listing_free(&listing);
    return status;
}

const struct command close_file_command = {
    .name = L"close-file",
    .summary = L"Close an open file",
    .details =
        L"ID is what 'netadmin files' lists. Shows the file and asks before it closes it. Who "
        L"has it open loses it, and what was not saved is lost. IDs are of the server's "
        L"making; in a cluster of Samba servers, one may stand for several files.",
    .parameters = close_file_parameters,
    .run = close_file_run,
};
