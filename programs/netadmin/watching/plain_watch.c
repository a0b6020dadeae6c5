/*
 * Watching on an output that is no terminal.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"
#include "console/error.h"
#include "console/output.h"
#include "listing/table.h"
#include "platform/clock.h"
#include "platform/date.h"
#include "platform/stop.h"
#include "watching/asking.h"
#include "watching/screen_watch.h"
#include "watching/view.h"

#define STOP_CHECK   100 /* ms */
#define MICROSECONDS 1000
#define PATIENCE     2 /* intervals without an answer */

/* ---- A block --------------------------------------------------------------------------------- */

static void append_time(struct text *text)
{
    SYSTEMTIME time;

    date_local(&time);
    text_append_format(text, L"%04u-%02u-%02u %02u:%02u:%02u\n", time.wYear, time.wMonth, time.wDay,
                       time.wHour, time.wMinute, time.wSecond);
}

static void append_rows(struct text *text, const struct view *view)
{
    static const WCHAR *const marks[] = {
        [ROW_IS] = L"", [ROW_CAME] = L"+", [ROW_GONE] = L"-", [ROW_OLD] = L"~"
    };
    const struct rows *rows = &view->pages[view->page];
    struct table table = { 0 };

    table_add_column(&table, L" ", false);
    for (size_t i = 0; i < rows->column_count; i++)
    {
        table_add_column(&table, rows->columns[i].heading, rows->columns[i].right);
    }
    for (size_t i = 0; i < view->shown_count; i++)
    {
        table_add_cell(&table, marks[view->shown[i]->mark]);
        for (size_t j = 0; j < rows->column_count; j++)
        {
            table_add_cell(&table, view->shown[i]->cells[j].text);
        }
    }
    if (table.cell_count)
    {
        table_append(&table, text);
    }
    table_free(&table);
}

static void append_failures(struct text *text, const struct rows *rows, const WCHAR *const *servers)
{
    for (size_t i = 0; i < rows->server_count; i++)
    {
        if (rows->servers[i].error)
        {
            text_append_visible(text, servers[i] ? servers[i] : L"localhost");
            text_append(text, L": ");
            error_append(rows->servers[i].error, text);
        }
    }
}

static DWORD block_write(struct view *view, const struct watch_plan *plan)
{
    const struct rows *rows = &view->pages[view->page];
    const struct record_family *family = &page_asked[view->page].family->records;
    const size_t count = rows_count(rows);
    struct text text = { 0 };
    DWORD error;

    view_arrange(view);
    append_time(&text);
    append_rows(&text, view);
    text_append_format(&text, L"%zu %ls\n", count, count == 1 ? family->singular : family->plural);
    append_failures(&text, rows, plan->servers);
    text_append(&text, L"\n");
    error = output_write(STD_OUTPUT_HANDLE, &text);
    text_free(&text);
    return error;
}

/* ---- The loop -------------------------------------------------------------------------------- */

/* Which servers have not answered since the latest block. */
struct round
{
    bool *is_missing;
    size_t missing;
};

static void round_begin(struct round *round, size_t server_count)
{
    for (size_t i = 0; i < server_count; i++)
    {
        round->is_missing[i] = true;
    }
    round->missing = server_count;
}

/* Takes what servers say until all have, or until then: one that takes long holds up no other. */
static void round_take(struct round *round, struct view *view, struct poll *poll, uint64_t until)
{
    struct rows *rows = &view->pages[view->page];

    while (round->missing && clock_microseconds() < until && !stop_is_wanted())
    {
        struct answer *answer = poll_next(poll, STOP_CHECK);

        if (answer)
        {
            round->missing -= round->is_missing[answer->index];
            round->is_missing[answer->index] = false;
            rows_update(rows, answer->index, answer->server, &answer->parts[view->page],
                        clock_microseconds());
            answer_free(answer);
        }
    }
    rows_age(rows, clock_microseconds());
}

/* The first block takes as long as the slowest server. */
static DWORD loop(struct view *view, struct poll *poll, const struct watch_plan *plan)
{
    struct round round = {
        .is_missing = memory_resize(NULL, plan->server_count, sizeof(*round.is_missing)),
    };
    uint64_t until = UINT64_MAX;
    DWORD error = ERROR_SUCCESS;

    while (!error)
    {
        round_begin(&round, plan->server_count);
        round_take(&round, view, poll, until);
        if (stop_is_wanted())
        {
            break;
        }
        until = clock_microseconds() + (uint64_t)PATIENCE * plan->interval * MICROSECONDS;
        error = block_write(view, plan);
    }
    free(round.is_missing);
    return error;
}

DWORD plain_watch(const struct watch_plan *plan)
{
    struct view view;
    struct poll *poll;
    DWORD error = stop_begin();

    if (error)
    {
        return error;
    }
    view_begin(&view, plan->page, plan->server_count, plan->memory);
    poll = poll_begin(&(struct poll_plan){
        .servers = plan->servers,
        .server_count = plan->server_count,
        .at_once = plan->at_once,
        .interval = plan->interval,
        .ask = asking_ask,
    });
    poll_want(poll, asking_for_page(plan->page));
    error = loop(&view, poll, plan);
    poll_end(poll);
    view_free(&view);
    return output_has_ended(error) ? ERROR_SUCCESS : error;
}
