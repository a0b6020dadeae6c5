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

    if (listing->of_many)
    {
        table_add_column(table, LISTING_SERVER_HEADING, false);
    }
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].heading)
        {
            table_add_column(table, level->fields[i].heading, value_is_right(&level->fields[i]));
        }
    }
}

/* Terminated. What a server did not tell is a dash. */
static void make_cell(struct text *cell, const struct listing *listing, size_t index,
                      const struct field *field)
{
    const struct field *told = listing_field_told(listing, index, field);

    cell->length = 0;
    if (told)
    {
        text_append(cell, field->kind == FIELD_ID && listing->rows[index].shares_id
                              ? LISTING_SHARED_ID
                              : L"");
        value_append_shown(cell, told, listing_record(listing, index));
    }
    else
    {
        text_append(cell, L"-");
    }
    text_append_unit(cell, 0);
}

/* "fs1 (FS)" where it is a node of a cluster. */
static void make_server_cell(struct text *cell, const struct listing_row *row)
{
    text_append(cell, row->server);
    if (row->cluster)
    {
        text_append_format(cell, L" (%ls)", row->cluster);
    }
    text_append_unit(cell, 0);
}

void listing_add_row(const struct listing *listing, size_t index, struct table *table)
{
    const struct level *level = listing->level;
    struct text cell = { 0 };

    if (listing->of_many)
    {
        make_server_cell(&cell, &listing->rows[index]);
        table_add_cell(table, cell.units);
    }
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].heading)
        {
            make_cell(&cell, listing, index, &level->fields[i]);
            table_add_cell(table, cell.units);
        }
    }
    text_free(&cell);
}

/* The table of all records, if there is one, without a line below it. */
static void append_rows(const struct listing *listing, struct text *text)
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
    if (listing->family->is_card && !listing->of_many)
    {
        listing_append_card(listing, NULL, text);
        return;
    }
    append_rows(listing, text);
    listing_append_end(listing, text);
}
