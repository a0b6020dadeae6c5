/*
 * netadmin close-file: taking an open file from whoever has it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <windows.h>
#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "commands/change.h"
#include "commands/list.h"
#include "console/error.h"
#include "console/output.h"
#include "families/family.h"
#include "families/file_family.h"

static const struct parameter close_file_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .required = true },
    { .name = L"ID",
      .kind = PARAMETER_NUMBER,
      .operand = true,
      .required = true,
      .maximum = MAXDWORD },
    { .name = L"all",
      .kind = PARAMETER_FLAG,
      .help = L"close all open files that the ID stands for, if it is several" },
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

/* Leaves the open files that have the ID. */
static void keep_id(struct listing *listing, DWORD id)
{
    size_t count = 0;

    for (size_t i = 0; i < listing->count; i++)
    {
        const FILE_INFO_3 *file = listing_record(listing, i);

        if (file->fi3_id == id)
        {
            listing->rows[count++] = listing->rows[i];
        }
    }
    listing->count = count;
}

/* All that the ID stands for. There is a function that tells one. */
static DWORD find_files(const struct question *question, DWORD id, struct listing *listing)
{
    struct listing one;
    DWORD error;

    family_begin(&file_family, file_family.level, &one);
    error = question_ask(question, file_get, &one);
    if (!error)
    {
        error = family_list(&file_family, &(struct question){ .server = question->server }, false,
                            listing);
        keep_id(listing, id);
    }
    if (!error && !listing->count)
    {
        listing_join(listing, &one);
        listing->of_many = false;
    }
    listing_free(&one);
    return error;
}

/* A script that closes one file has not said that it means several. */
static bool needs_all(const struct arguments *arguments, const struct listing *listing)
{
    return listing->rows[0].shares_id && !arguments_value(arguments, L"all") &&
           arguments_value(arguments, L"yes");
}

static bool is_wanted(const struct arguments *arguments, size_t count)
{
    return change_is_wanted(arguments,
                            count == 1 ? L"Close it? [y/N] " : L"Close all of them? [y/N] ");
}

static enum exit_status close_listed(const struct arguments *arguments,
                                     const struct question *question, const struct listing *listing)
{
    DWORD error = listing_write(listing, NULL);

    if (error)
    {
        return error_report(error);
    }
    if (needs_all(arguments, listing))
    {
        return usage_error(arguments->command->name,
                           L"the ID stands for all of these open files; say /all to close them");
    }
    if (!is_wanted(arguments, listing->count))
    {
        return error_report(output_print(L"Nothing was closed.\n"));
    }
    error = question_ask(question, file_close, NULL);
    if (error)
    {
        return report(error, change_report_error);
    }
    return change_report_closed(listing);
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
    error = find_files(&question, id, &listing);
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
        L"making; in a cluster of Samba servers, one may stand for several files: all are shown, "
        L"and "
        L"closed only if you say so.",
    .parameters = close_file_parameters,
    .run = close_file_run,
};
