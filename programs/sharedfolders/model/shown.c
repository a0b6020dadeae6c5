/*
 * The rows that a list shows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "model/shown.h"

#include <stdlib.h>

#include "base/memory.h"
#include "model/sort.h"

void shown_free(struct shown *shown)
{
    free(shown->rows);
    *shown = (struct shown){ 0 };
}

void shown_clear(struct shown *shown)
{
    shown->count = 0;
    shown->hidden = 0;
}

/* All that a row shows, each column on a line. */
static void append_all(const struct row *row, struct text *text)
{
    for (size_t i = 0; i < page_tables[row->page].count; i++)
    {
        row_append_shown(row, i, text);
        text_append(text, u"\n");
    }
}

bool row_passes(const struct row *row, const char16_t *filter)
{
    struct text all = { 0 };
    bool passes = true;

    while (*filter == u' ')
    {
        filter++;
    }
    if (!*filter)
    {
        return true;
    }
    append_all(row, &all);
    while (passes && *filter)
    {
        size_t length = 0;

        while (filter[length] && filter[length] != u' ')
        {
            length++;
        }
        passes = string_holds(text_string(&all), filter, length);
        filter += length;
        while (*filter == u' ')
        {
            filter++;
        }
    }
    text_free(&all);
    return passes;
}

static void add(struct shown *shown, const struct row *row)
{
    if (shown->count == shown->capacity)
    {
        shown->capacity = 2 * shown->capacity + 16;
        shown->rows = memory_resize(shown->rows, shown->capacity, sizeof(*shown->rows));
    }
    shown->rows[shown->count++] = row;
}

void shown_add(struct shown *shown, struct row *const *rows, size_t count, const char16_t *filter)
{
    for (size_t i = 0; i < count; i++)
    {
        if (row_passes(rows[i], filter))
        {
            add(shown, rows[i]);
        }
        else
        {
            shown->hidden++;
        }
    }
}

static int compare(const void *a, const void *b, const void *context)
{
    const struct order *order = context;
    const int by_column = row_compare_by(a, b, order->column);

    if (by_column)
    {
        return order->is_descending ? -by_column : by_column;
    }
    return row_compare_identity(a, b);
}

void shown_sort(struct shown *shown, const struct order *order)
{
    sort_pointers((void **)(uintptr_t)shown->rows, shown->count, compare, order);
}
