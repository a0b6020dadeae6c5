/*
 * Listing what several servers have, in one table.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/list_many.h"

#include <stdlib.h>

#include "base/memory.h"
#include "console/error.h"
#include "console/how_far.h"
#include "console/output.h"
#include "console/progress.h"
#include "listing/growing_table.h"
#include "listing/listing_format.h"
#include "many/ask_servers.h"
#include "many/together.h"
#include "platform/stream.h"

struct run
{
    const struct list_many *list;
    struct together together;
    struct answer *
        *answers; /* by the place of the server; NULL: has not answered, or is done with */
    size_t count; /* of servers */
    struct how_far how_far;
    bool shows_at_once;
    struct growing_table table; /* what is shown at once */
    DWORD output_error;
};

/* What other nodes of its cluster have told is not told again. */
static void recognise(struct together *together, struct answer *answer)
{
    struct listing *listing = &answer->parts[0].listing;
    struct clusters *clusters = together->context;

    clusters_meet(clusters, answer->server, answer->is_identified ? &answer->identity : NULL);
    clusters_take_off_told(clusters, &together->listing, listing);
    clusters_name_rows(clusters, listing);
}

static void run_begin(struct run *run, const struct list_many *list)
{
    *run = (struct run){
        .list = list,
        .count = list->servers->names.count,
    };
    together_begin(&run->together, list->asked.family, list->asked.level);
    run->together.recognise = recognise;
    run->together.context = list->clusters;
    run->answers = memory_resize(NULL, run->count, sizeof(*run->answers));
    for (size_t i = 0; i < run->count; i++)
    {
        run->answers[i] = NULL;
    }
}

static void run_end(struct run *run)
{
    for (size_t i = 0; i < run->count; i++)
    {
        if (run->answers[i])
        {
            answer_free(run->answers[i]);
        }
    }
    free(run->answers);
    together_free(&run->together);
}

/* ---- What they say --------------------------------------------------------------------------- */

/* The rows that have come last, sorted, as they come. */
static void rows_show(struct run *run, size_t count)
{
    const struct listing *all = &run->together.listing;
    struct listing last = { .family = all->family, .level = all->level, .of_many = true };
    struct text text = { 0 };

    last.rows = memory_resize(NULL, count, sizeof(*last.rows));
    last.count = last.capacity = count;
    for (size_t i = 0; i < count; i++)
    {
        last.rows[i] = all->rows[all->count - count + i];
    }
    listing_sort(&last, &run->list->sorting);
    growing_table_append(&run->table, &last, &text);
    free(last.rows);
    how_far_clear(&run->how_far);
    run->output_error = output_write(STD_OUTPUT_HANDLE, &text);
    text_free(&text);
}

/* Its rows come now, or in the end, when those of the servers before it have come. */
static bool answered(void *context, struct answer *answer)
{
    struct run *run = context;

    how_far_count(&run->how_far, answer->error);
    if (run->shows_at_once)
    {
        const size_t count = together_add(&run->together, answer);

        answer_free(answer);
        if (count)
        {
            rows_show(run, count);
        }
    }
    else
    {
        run->answers[answer->index] = answer;
    }
    how_far_show(&run->how_far);
    return !run->output_error;
}

static bool waiting(void *context, size_t left)
{
    struct run *run = context;

    (void)left;
    how_far_show(&run->how_far);
    return true;
}

static void add_in_order(struct run *run)
{
    for (size_t i = 0; i < run->count; i++)
    {
        if (run->answers[i])
        {
            together_add(&run->together, run->answers[i]);
        }
    }
}

static void run_ask(struct run *run)
{
    const struct ask_servers ask = {
        .servers = run->list->servers->names.names,
        .server_count = run->count,
        .asked = &run->list->asked,
        .asked_count = 1,
        .at_once = run->list->at_once,
        .context = run,
        .answered = answered,
        .waiting = waiting,
    };

    ask_servers(&ask);
    add_in_order(run);
    clusters_name_rows(run->list->clusters, &run->together.listing);
    clusters_append_summary(run->list->clusters, &run->together.notes);
    together_end(&run->together, run->count);
}

/* ---- Once ------------------------------------------------------------------------------------ */

static DWORD result_write(struct run *run)
{
    struct listing *listing = &run->together.listing;
    struct text text = { 0 };
    DWORD error;

    if (!run->together.told_count)
    {
        return ERROR_SUCCESS;
    }
    if (!run->shows_at_once)
    {
        if (!run->list->format || run->list->is_sorted)
        {
            listing_sort(listing, &run->list->sorting);
        }
        return listing_write(listing, run->list->format);
    }
    listing_append_end(listing, &text);
    error = output_write(STD_OUTPUT_HANDLE, &text);
    text_free(&text);
    return error;
}

static void failures_write(const struct together *together)
{
    struct text text = { 0 };

    together_append_failures(together, &text);
    if (text.length)
    {
        output_write(STD_ERROR_HANDLE, &text);
    }
    text_free(&text);
}

enum exit_status list_many_run(const struct list_many *list)
{
    struct run run;
    enum exit_status status;

    run_begin(&run, list);
    run.shows_at_once = !list->format && !list->is_sorted && stream_is_console(STD_OUTPUT_HANDLE);
    run.how_far = how_far_begin(run.count);
    growing_table_begin(&run.table, list->servers->names.names, run.count);
    run_ask(&run);
    how_far_clear(&run.how_far);
    if (!run.output_error)
    {
        run.output_error = result_write(&run);
    }
    failures_write(&run.together);
    status = together_status(&run.together);
    if (run.output_error)
    {
        status = error_report(run.output_error);
    }
    growing_table_free(&run.table);
    run_end(&run);
    return status;
}

/* ---- Over and over --------------------------------------------------------------------------- */

static void run_ask_all(void *context)
{
    run_ask(context);
}

static void append_failures(const struct together *together, struct text *notes)
{
    for (size_t i = 0; i < together->failure_count; i++)
    {
        text_append_visible(notes, together->failures[i].server);
        text_append(notes, L": ");
        error_append(together->failures[i].error, notes);
    }
}

DWORD list_many_fill(const struct list_many *list, struct listing *listing)
{
    struct together *together;
    DWORD error = ERROR_SUCCESS;
    struct run run;

    run_begin(&run, list);
    progress_run(run_ask_all, &run);
    together = &run.together;
    if (together->told_count)
    {
        append_failures(together, &together->listing.notes);
        listing_sort(&together->listing, &list->sorting);
        *listing = together->listing;
        together->listing = (struct listing){ .family = listing->family, .level = listing->level };
    }
    else
    {
        error = together->failures[0].error;
    }
    run_end(&run);
    return error;
}
