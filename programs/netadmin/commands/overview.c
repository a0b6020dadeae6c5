/*
 * netadmin overview: a server on one page.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/list.h"
#include "commands/overview_page.h"
#include "console/error.h"
#include "console/output.h"

static const struct parameter overview_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true },
    { 0 },
};

static const struct family *const families[OVERVIEW_PART_COUNT] = {
    [OVERVIEW_SERVER] = &server_family, [OVERVIEW_TIME] = &time_family,
    [OVERVIEW_SHARES] = &share_family,  [OVERVIEW_SESSIONS] = &session_family,
    [OVERVIEW_FILES] = &file_family,
};

/* May other questions have other answers? A server that is not there is not waited for five times. */
static bool is_of_the_question(DWORD error)
{
    return error == ERROR_SUCCESS || error == ERROR_ACCESS_DENIED || error == ERROR_NOT_SUPPORTED ||
           error == ERROR_INVALID_LEVEL || error == ERROR_CALL_NOT_IMPLEMENTED;
}

/* Sets the first error of all; false if there is nothing else. */
static bool ask(const struct question *question, struct overview_part parts[OVERVIEW_PART_COUNT],
                DWORD *first_error)
{
    bool is_any = false;

    *first_error = ERROR_SUCCESS;
    for (size_t i = 0; i < OVERVIEW_PART_COUNT; i++)
    {
        const DWORD before = i ? parts[i - 1].error : ERROR_SUCCESS;

        family_begin(families[i], families[i]->level, &parts[i].listing);
        parts[i].error = is_of_the_question(before)
                             ? family_list(families[i], question, true, &parts[i].listing)
                             : before;
        *first_error = *first_error ? *first_error : parts[i].error;
        is_any = is_any || !parts[i].error;
    }
    return is_any;
}

/* Whoever may see a part of it sees that; the error behind it is the first, with its hint. */
static enum exit_status overview_run(const struct arguments *arguments)
{
    const struct question question = { .server = arguments_value(arguments, L"SERVER") };
    struct overview_part parts[OVERVIEW_PART_COUNT] = { 0 };
    struct text text = { 0 };
    DWORD output_error = ERROR_SUCCESS;
    DWORD error;

    if (ask(&question, parts, &error))
    {
        overview_append(parts, &text);
        output_error = output_write(STD_OUTPUT_HANDLE, &text);
        text_free(&text);
    }
    for (size_t i = 0; i < OVERVIEW_PART_COUNT; i++)
    {
        listing_free(&parts[i].listing);
    }
    return api_error_report(output_error ? output_error : error, &server_family);
}

const struct command overview_command = {
    .name = L"overview",
    .summary = L"Show a server on one page",
    .details = L"The server, its version and time; its shares with their users; its sessions, and "
               L"below those of each user the files that the user has open; locked files. What may "
               L"not be seen says so in its place, and the exit status is 1.",
    .parameters = overview_parameters,
    .run = overview_run,
};
