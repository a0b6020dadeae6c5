/*
 * What is known of a page of a server.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "model/tracked.h"

#include <stdlib.h>

#include "base/memory.h"
#include "model/sort.h"

/* Clocks are not that exact. */
#define AGE_SLACK 2 /* seconds */

/* Of equal ones the oldest first. */
static int compare_age(const struct row *a, const struct row *b)
{
    uint32_t left = 0;
    uint32_t right = 0;

    return row_age(a, &left) && row_age(b, &right) ? (left < right) - (left > right) : 0;
}

static int compare_rows(const void *a, const void *b, const void *context)
{
    const int order = row_compare_identity(a, b);

    (void)context;
    return order ? order : compare_age(a, b);
}

/* What is younger than the row before is another one of the same kind. */
static bool is_younger(const struct row *row, const struct row *before)
{
    uint32_t age;
    uint32_t age_before;

    return row_age(row, &age) && row_age(before, &age_before) && age_before > age &&
           age_before - age > AGE_SLACK;
}

/* As strcmp(): which of the two comes first; 0: they are the same thing. */
static int compare_times(const struct row *before, const struct row *row)
{
    const int order = row_compare_identity(before, row);

    return order ? order : is_younger(row, before) ? -1 : 0;
}

void tracked_free(struct tracked *tracked)
{
    for (size_t i = 0; i < tracked->count; i++)
    {
        free(tracked->rows[i]);
    }
    free(tracked->rows);
    *tracked = (struct tracked){ 0 };
}

/* What goes from one state to the next. */
struct update
{
    struct row **rows; /* the next ones */
    size_t count;
    uint64_t now;
    uint64_t keep;
    bool is_first;
};

static void take(struct update *update, struct row *row)
{
    update->rows[update->count++] = row;
}

static void take_new(struct update *update, struct row *row)
{
    if (!update->is_first)
    {
        row->mark = MARK_CAME;
        row->marked_until = update->now + update->keep;
    }
    take(update, row);
}

/* A row that is in both; one that is back after it was gone came. */
static void take_again(struct update *update, struct row *before, struct row *row)
{
    row->is_selected = before->is_selected;
    row->is_focused = before->is_focused;
    row->is_on_top = before->is_on_top;
    if (before->mark == MARK_GONE)
    {
        take_new(update, row);
    }
    else
    {
        if (before->mark == MARK_CAME && update->now < before->marked_until)
        {
            row->mark = MARK_CAME;
            row->marked_until = before->marked_until;
        }
        take(update, row);
    }
    free(before);
}

static void take_missing(struct update *update, struct row *before)
{
    if (before->mark == MARK_GONE && update->now >= before->marked_until)
    {
        free(before);
        return;
    }
    if (before->mark != MARK_GONE)
    {
        before->mark = MARK_GONE;
        before->marked_until = update->now + update->keep;
    }
    take(update, before);
}

void tracked_update(struct tracked *tracked, struct row **rows, size_t count, uint64_t now,
                    uint64_t keep)
{
    struct update update = {
        .rows = memory_resize(NULL, tracked->count + count, sizeof(*update.rows)),
        .now = now,
        .keep = keep,
        .is_first = !tracked->has_answer,
    };
    size_t old = 0;
    size_t new = 0;

    sort_pointers((void **)rows, count, compare_rows, NULL);
    while (old < tracked->count || new < count)
    {
        const int order = old == tracked->count ? 1
                          : new == count        ? -1
                                                : compare_times(tracked->rows[old], rows[new]);

        if (order < 0)
        {
            take_missing(&update, tracked->rows[old++]);
        }
        else if (order > 0)
        {
            take_new(&update, rows[new ++]);
        }
        else
        {
            take_again(&update, tracked->rows[old++], rows[new ++]);
        }
    }
    free(rows);
    free(tracked->rows);
    tracked->rows = update.rows;
    tracked->count = update.count;
    tracked->has_answer = true;
}

void tracked_fail(struct tracked *tracked)
{
    size_t kept = 0;

    for (size_t i = 0; i < tracked->count; i++)
    {
        if (tracked->rows[i]->mark == MARK_GONE)
        {
            free(tracked->rows[i]);
            continue;
        }
        tracked->rows[i]->mark = MARK_OLD;
        tracked->rows[kept++] = tracked->rows[i];
    }
    tracked->count = kept;
}
