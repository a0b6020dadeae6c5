/*
 * netadmin overview: a server on one page, or a page for each of several.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdlib.h>

#include "base/memory.h"
#include "commands/list.h"
#include "commands/overview_page.h"
#include "console/error.h"
#include "console/how_far.h"
#include "console/output.h"
#include "console/progress.h"
#include "many/ask_servers.h"
#include "many/server_list.h"
#include "platform/stream.h"

static const struct parameter overview_parameters[] = {
    SERVERS_PARAMETER,
    AT_ONCE_PARAMETER(),
    { 0 },
};

static const struct asked questions[OVERVIEW_PART_COUNT] = {
    [OVERVIEW_SERVER] = { .family = &server_family },
    [OVERVIEW_TIME] = { .family = &time_family },
    [OVERVIEW_SHARES] = { .family = &share_family },
    [OVERVIEW_SESSIONS] = { .family = &session_family },
    [OVERVIEW_FILES] = { .family = &file_family },
};

/* At the levels that people see, or those that everybody may see. */
static void questions_make(struct asked asked[OVERVIEW_PART_COUNT])
{
    for (size_t i = 0; i < OVERVIEW_PART_COUNT; i++)
    {
        asked[i] = questions[i];
        asked[i].level = asked[i].family->level;
        asked[i].may_fall_back = true;
    }
}

/* Did it tell anything? */
static bool is_any(const struct answer *answer)
{
    for (size_t i = 0; i < answer->part_count; i++)
    {
        if (!answer->parts[i].error)
        {
            return true;
        }
    }
    return false;
}

static void page_append(struct text *text, const struct answer *answer)
{
    struct overview_part parts[OVERVIEW_PART_COUNT];

    for (size_t i = 0; i < OVERVIEW_PART_COUNT; i++)
    {
        parts[i].listing = answer->parts[i].listing;
        parts[i].error = answer->parts[i].error;
    }
    overview_append(parts, text);
}

/* ---- One server ------------------------------------------------------------------------------ */

struct one
{
    const WCHAR *server;
    struct answer *answer;
};

static void one_ask(void *context)
{
    struct asked asked[OVERVIEW_PART_COUNT];
    struct one *one = context;

    questions_make(asked);
    one->answer = answer_make(one->server, 0, asked, OVERVIEW_PART_COUNT);
}

/* Whoever may see a part of it sees that; the error behind it is the first, with its hint. */
static enum exit_status overview_of_one(const WCHAR *server)
{
    struct one one = { .server = server };
    struct text text = { 0 };
    DWORD output_error = ERROR_SUCCESS;
    enum exit_status status;

    progress_run(one_ask, &one);
    if (is_any(one.answer))
    {
        page_append(&text, one.answer);
        output_error = output_write(STD_OUTPUT_HANDLE, &text);
        text_free(&text);
    }
    status = api_error_report(output_error ? output_error : one.answer->error, &server_family);
    answer_free(one.answer);
    return status;
}

/* ---- Several servers ------------------------------------------------------------------------- */

struct pages
{
    struct answer *
        *answers; /* by the place of the server; NULL: has not answered, or is done with */
    size_t count;
    bool shows_at_once;
    struct how_far how_far;
    size_t told_count;
    size_t error_count;   /* of those that did not tell all */
    struct text failures; /* of those that told nothing */
    struct error_kinds error_kinds;
    DWORD output_error;
};

/* Its page below its name, or in the end the line of a server that told nothing. */
static void answer_write(struct pages *pages, const struct answer *answer)
{
    struct text text = { 0 };

    pages->error_count += answer->error != ERROR_SUCCESS;
    if (!is_any(answer))
    {
        error_append_server_line(answer->server, answer->error, &pages->error_kinds,
                                 &pages->failures);
        return;
    }
    text_append(&text, pages->told_count++ ? L"\n" : L"");
    text_append(&text, L"\\\\");
    text_append_visible(&text, answer->server);
    text_append(&text, L"\n");
    page_append(&text, answer);
    how_far_clear(&pages->how_far);
    pages->output_error = output_write(STD_OUTPUT_HANDLE, &text);
    text_free(&text);
}

static bool answered(void *context, struct answer *answer)
{
    struct pages *pages = context;

    how_far_count(&pages->how_far, answer->error);
    if (pages->shows_at_once)
    {
        answer_write(pages, answer);
        answer_free(answer);
    }
    else
    {
        pages->answers[answer->index] = answer;
    }
    how_far_show(&pages->how_far);
    return !pages->output_error;
}

static bool waiting(void *context, size_t left)
{
    struct pages *pages = context;

    (void)left;
    how_far_show(&pages->how_far);
    return true;
}

/* What has waited for its turn. */
static void answers_write(struct pages *pages)
{
    for (size_t i = 0; i < pages->count; i++)
    {
        if (pages->answers[i])
        {
            if (!pages->output_error)
            {
                answer_write(pages, pages->answers[i]);
            }
            answer_free(pages->answers[i]);
        }
    }
    free(pages->answers);
}

static void pages_begin(struct pages *pages, size_t count)
{
    *pages = (struct pages){
        .answers = memory_resize(NULL, count, sizeof(*pages->answers)),
        .count = count,
        .shows_at_once = stream_is_console(STD_OUTPUT_HANDLE),
        .how_far = how_far_begin(count),
    };
    for (size_t i = 0; i < count; i++)
    {
        pages->answers[i] = NULL;
    }
}

static enum exit_status pages_end(struct pages *pages)
{
    answers_write(pages);
    how_far_clear(&pages->how_far);
    if (pages->failures.length)
    {
        output_write(STD_ERROR_HANDLE, &pages->failures);
    }
    text_free(&pages->failures);
    if (pages->output_error)
    {
        return error_report(pages->output_error);
    }
    if (!pages->error_count)
    {
        return EXIT_STATUS_OK;
    }
    return pages->told_count ? EXIT_STATUS_SOME : EXIT_STATUS_ERROR;
}

static enum exit_status overview_of_many(const struct arguments *arguments,
                                         const struct name_set *servers)
{
    struct asked asked[OVERVIEW_PART_COUNT];
    struct pages pages;
    const struct ask_servers ask = {
        .servers = servers->names,
        .server_count = servers->count,
        .asked = asked,
        .asked_count = OVERVIEW_PART_COUNT,
        .at_once = arguments_number(arguments, L"at-once", 0),
        .context = &pages,
        .answered = answered,
        .waiting = waiting,
    };

    questions_make(asked);
    pages_begin(&pages, servers->count);
    ask_servers(&ask);
    return pages_end(&pages);
}

static enum exit_status overview_run(const struct arguments *arguments)
{
    struct server_list servers;
    enum exit_status status;

    if (!server_list_make(&servers, arguments, L"SERVER"))
    {
        return EXIT_STATUS_USAGE;
    }
    status = servers.of_many ? overview_of_many(arguments, &servers.names)
                             : overview_of_one(server_list_first(&servers));
    server_list_free(&servers);
    return status;
}

const struct command overview_command = {
    .name = L"overview",
    .summary = L"Show a server on one page",
    .details =
        L"The server, its version and time; its shares with their users; its sessions, and "
        L"below those of each user the files that the user has open; locked files. What may "
        L"not be seen says so in its place, and the exit status is 1. Of several servers, each "
        L"has its page below its name; the exit status is 3 where some did not tell all.",
    .parameters = overview_parameters,
    .run = overview_run,
};
