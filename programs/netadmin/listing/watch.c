/*
 * Showing a listing over and over, with marks for what came and went.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/watch.h"

#include "console/error.h"
#include "console/output.h"
#include "console/progress.h"
#include "console/screen.h"
#include "listing/comparison.h"
#include "listing/listing_card.h"
#include "listing/listing_table.h"
#include "platform/date.h"
#include "platform/stop.h"
#include "platform/stream.h"

struct watch
{
    watch_function *function;
    void *context;
    DWORD error;           /* of the latest call */
    struct listing before; /* the latest that was a success */
    struct listing now;
    bool is_first;
};

/* ---- What is shown --------------------------------------------------------------------------- */

static void append_time(struct text *text)
{
    SYSTEMTIME time;

    date_local(&time);
    text_append_format(text, L"%04u-%02u-%02u %02u:%02u:%02u\n", time.wYear, time.wMonth, time.wDay,
                       time.wHour, time.wMinute, time.wSecond);
}

static void append_marked_table(const struct watch *watch, struct text *text)
{
    const struct listing *now = &watch->now;
    const bool is_new = watch->is_first || watch->before.level != now->level;
    const struct listing *before = is_new ? now : &watch->before;
    struct comparison comparison;
    struct table table = { 0 };

    if (now->family->is_card && !now->of_many)
    {
        listing_append_card(now, before, text);
        return;
    }
    comparison_make(&comparison, before, now);
    table_add_column(&table, L" ", false);
    listing_add_columns(now, &table);
    for (size_t i = 0; i < now->count; i++)
    {
        table_add_cell(&table, comparison.came[i] ? L"+" : L"");
        listing_add_row(now, i, &table);
    }
    for (size_t i = 0; i < before->count; i++)
    {
        if (comparison.gone[i])
        {
            table_add_cell(&table, listing_is_untold(now, before->rows[i].place) ? L"?" : L"-");
            listing_add_row(before, i, &table);
        }
    }
    if (table.cell_count)
    {
        table_append(&table, text);
    }
    listing_append_end(now, text);
    table_free(&table);
    comparison_free(&comparison);
}

/* Shows the latest answer or error. */
static DWORD show(const struct watch *watch)
{
    struct text text = { 0 };
    DWORD error;

    append_time(&text);
    if (watch->error)
    {
        error_append_line(watch->error, &text);
    }
    else
    {
        append_marked_table(watch, &text);
    }
    if (stream_is_console(STD_OUTPUT_HANDLE))
    {
        error = screen_draw(&text);
    }
    else
    {
        text_append(&text, L"\n");
        error = output_write(STD_OUTPUT_HANDLE, &text);
    }
    text_free(&text);
    return error;
}

/* ---- The loop -------------------------------------------------------------------------------- */

static void keep(struct watch *watch)
{
    if (watch->error)
    {
        listing_free(&watch->now);
        return;
    }
    listing_free(&watch->before);
    watch->before = watch->now;
    watch->now = (struct listing){ .family = watch->before.family, .level = watch->before.level };
    watch->is_first = false;
}

/* Returns when something ends the watch; ERROR_CANCELLED at Ctrl+C, or when nobody reads any more. */
static DWORD loop(struct watch *watch, DWORD seconds)
{
    for (;;)
    {
        DWORD error;

        watch->error = watch->function(watch->context, &watch->now);
        if (watch->error && watch->is_first)
        {
            return watch->error;
        }
        error = show(watch);
        keep(watch);
        if (error)
        {
            return output_has_ended(error) ? ERROR_CANCELLED : error;
        }
        if (stop_wait(seconds * 1000))
        {
            return ERROR_CANCELLED;
        }
    }
}

enum exit_status watch_run(watch_function *function, void *context, const struct listing *listing,
                           DWORD seconds)
{
    struct watch watch = {
        .function = function,
        .context = context,
        .before = *listing,
        .now = *listing,
        .is_first = true,
    };
    DWORD error = stop_begin();

    if (!error)
    {
        progress_ends_at_stop();
        error = loop(&watch, seconds);
    }
    listing_free(&watch.now);
    listing_free(&watch.before);
    return error_report(error == ERROR_CANCELLED ? ERROR_SUCCESS : error);
}
