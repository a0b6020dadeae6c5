/*
 * A listing as a table for people.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/listing_table.h"

#include <windows.h>

#include "listing/listing_writers.h"

/* 1d 02:03:04, or 02:03:04 within the first day */
static void append_duration(struct text *text, DWORD seconds)
{
    const DWORD days = seconds / 86400;

    if (days)
    {
        text_append_format(text, L"%lud ", days);
    }
    text_append_format(text, L"%02lu:%02lu:%02lu", seconds / 3600 % 24, seconds / 60 % 60,
                       seconds % 60);
}

static void append_value(struct text *text, const struct field *field, const void *record)
{
    switch (field->kind)
    {
    case FIELD_STRING: text_append(text, field_string(field, record)); break;
    case FIELD_NUMBER: text_append_format(text, L"%lu", field_number(field, record)); break;
    case FIELD_SECONDS: append_duration(text, field_number(field, record)); break;
    case FIELD_YES_NO:
        text_append(text, field_number(field, record) & field->mask ? L"yes" : L"no");
        break;
    }
}

void listing_add_columns(const struct listing *listing, struct table *table)
{
    const struct level *level = listing->level;

    for (size_t i = 0; i < level->field_count; i++)
    {
        const enum field_kind kind = level->fields[i].kind;

        table_add_column(table, level->fields[i].heading,
                         kind == FIELD_NUMBER || kind == FIELD_SECONDS);
    }
}

void listing_add_row(const struct listing *listing, size_t index, struct table *table)
{
    const struct level *level = listing->level;
    struct text cell = { 0 };

    for (size_t i = 0; i < level->field_count; i++)
    {
        cell.length = 0;
        append_value(&cell, &level->fields[i], listing_record(listing, index));
        text_append_unit(&cell, 0);
        table_add_cell(table, cell.units);
    }
    text_free(&cell);
}

void listing_append_table(const struct listing *listing, struct text *text)
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
    listing_append_summary(listing, text);
    table_free(&table);
}
