/*
 * A table of listings that come one after the other.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/growing_table.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"
#include "listing/listing_table.h"
#include "listing/table.h"

void growing_table_begin(struct growing_table *growing, const WCHAR *const *servers, size_t count)
{
    *growing = (struct growing_table){ 0 };
    for (size_t i = 0; i < count; i++)
    {
        const size_t width = wcslen(servers[i]);

        growing->server_width = width > growing->server_width ? width : growing->server_width;
    }
}

void growing_table_free(struct growing_table *growing)
{
    free(growing->widths);
    *growing = (struct growing_table){ 0 };
}

/* No column is narrower than it was, nor than its heading. */
static void widen(const struct growing_table *growing, struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++)
    {
        const size_t before =
            growing->widths ? growing->widths[i] : wcslen(table->columns[i].heading);

        if (before > table->columns[i].width)
        {
            table->columns[i].width = before;
        }
    }
    if (growing->server_width > table->columns[0].width)
    {
        table->columns[0].width = growing->server_width;
    }
}

void growing_table_append(struct growing_table *growing, const struct listing *listing,
                          struct text *text)
{
    const bool is_first = !growing->widths;
    struct table table = { 0 };

    listing_add_columns(listing, &table);
    for (size_t i = 0; i < listing->count; i++)
    {
        listing_add_row(listing, i, &table);
    }
    widen(growing, &table);
    growing->widths = memory_resize(growing->widths, table.column_count, sizeof(size_t));
    for (size_t i = 0; i < table.column_count; i++)
    {
        growing->widths[i] = table.columns[i].width;
    }
    if (is_first)
    {
        table_append(&table, text);
    }
    else
    {
        table_append_rows(&table, text);
    }
    table_free(&table);
}
