/*
 * A listing of one record as a card.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/listing_card.h"

#include <wchar.h>

#include "listing/values.h"

/* Terminated. */
static void make_value(struct text *value, const struct field *field, const void *record)
{
    value->length = 0;
    value_append_shown(value, field, record);
    text_append_unit(value, 0);
}

static void add_line(struct table *table, const WCHAR *mark, const struct field *field,
                     const struct text *value)
{
    if (mark)
    {
        table_add_cell(table, mark);
    }
    table_add_cell(table, field->heading);
    table_add_cell(table, value->units);
}

static void add_marked_lines(struct table *table, const struct field *field, const void *record,
                             const void *older)
{
    struct text now = { 0 };
    struct text before = { 0 };

    make_value(&now, field, record);
    make_value(&before, field, older);
    if (value_is_clock(field) || !wcscmp(now.units, before.units))
    {
        add_line(table, L" ", field, &now);
    }
    else
    {
        add_line(table, L"+", field, &now);
        add_line(table, L"-", field, &before);
    }
    text_free(&now);
    text_free(&before);
}

void card_add_lines(const struct level *level, const void *record, struct table *table)
{
    struct text value = { 0 };

    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].heading)
        {
            make_value(&value, &level->fields[i], record);
            add_line(table, NULL, &level->fields[i], &value);
        }
    }
    text_free(&value);
}

static void add_marked_card(const struct level *level, const void *record, const void *older,
                            struct table *table)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].heading)
        {
            add_marked_lines(table, &level->fields[i], record, older);
        }
    }
}

static void append_card(const struct level *level, const void *record, const void *older,
                        struct text *text)
{
    struct table table = { 0 };

    for (size_t i = older ? 0 : 1; i < 3; i++)
    {
        table_add_column(&table, L"", false);
    }
    if (older)
    {
        add_marked_card(level, record, older, &table);
    }
    else
    {
        card_add_lines(level, record, &table);
    }
    table_append_rows(&table, text);
    table_free(&table);
}

void listing_append_card(const struct listing *listing, const struct listing *older,
                         struct text *text)
{
    for (size_t i = 0; i < listing->count; i++)
    {
        append_card(listing->level, listing_record(listing, i),
                    older && i < older->count ? listing_record(older, i) : NULL, text);
    }
    if (listing->origin)
    {
        text_append_format(text, L"(%ls)\n", listing->origin);
    }
}
