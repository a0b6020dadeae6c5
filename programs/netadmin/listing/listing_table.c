/*
 * A listing as a table for people.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/listing_table.h"

#include "listing/listing_card.h"
#include "listing/listing_writers.h"
#include "listing/values.h"

void listing_add_columns(const struct listing *listing, struct table *table)
{
    const struct level *level = listing->level;

    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].heading)
        {
            table_add_column(table, level->fields[i].heading, value_is_right(&level->fields[i]));
        }
    }
}

void listing_add_row(const struct listing *listing, size_t index, struct table *table)
{
    const struct level *level = listing->level;
    struct text cell = { 0 };

    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].heading)
        {
            cell.length = 0;
            value_append_shown(&cell, &level->fields[i], listing_record(listing, index));
            text_append_unit(&cell, 0);
            table_add_cell(table, cell.units);
        }
    }
    text_free(&cell);
}

void listing_append_rows(const struct listing *listing, struct text *text)
{
    struct table table = { 0 };

    listing_add_columns(listing, &table);
    for (size_t i = 0; i < listing->count; i++)
    {
        listing_add_row(listing, i, &table);
    }
    if (listing->count)
    {
        table_append(&table, text);
    }
    table_free(&table);
}

void listing_append_table(const struct listing *listing, struct text *text)
{
    if (listing->family->is_card)
    {
        listing_append_card(listing, NULL, text);
        return;
    }
    listing_append_rows(listing, text);
    listing_append_summary(listing, text);
}
