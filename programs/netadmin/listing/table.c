/*
 * A table for people.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/table.h"

#include <stdlib.h>

#include "base/memory.h"

#define COLUMN_GAP 2

/* In code points. */
static size_t text_width(const struct text *text)
{
    size_t width = 0;

    for (size_t i = 0; i < text->length; i++)
    {
        if (i + 1 < text->length && units_are_pair(text->units + i))
        {
            i++;
        }
        width++;
    }
    return width;
}

void table_free(struct table *table)
{
    for (size_t i = 0; i < table->cell_count; i++)
    {
        text_free(&table->cells[i]);
    }
    free(table->cells);
    free(table->columns);
    *table = (struct table){ 0 };
}

void table_add_column(struct table *table, const WCHAR *heading, bool right)
{
    table->columns =
        memory_resize(table->columns, table->column_count + 1, sizeof(*table->columns));
    table->columns[table->column_count++] = (struct table_column){ heading, right, 0 };
}

void table_add_cell(struct table *table, const WCHAR *string)
{
    struct table_column *column = &table->columns[table->cell_count % table->column_count];
    struct text cell = { 0 };
    size_t width;

    if (table->cell_count == table->cell_capacity)
    {
        table->cell_capacity = 2 * table->cell_capacity + 64;
        table->cells = memory_resize(table->cells, table->cell_capacity, sizeof(*table->cells));
    }
    text_append_visible(&cell, string);
    table->cells[table->cell_count++] = cell;
    width = text_width(&cell);
    if (width > column->width)
    {
        column->width = width;
    }
}

static void append_row(const struct table *table, const struct text *cells, struct text *text)
{
    size_t pending = 0; /* spaces, written only where something follows */

    for (size_t i = 0; i < table->column_count; i++)
    {
        const struct table_column *column = &table->columns[i];
        const size_t padding = column->width - text_width(&cells[i]);

        pending += column->right ? padding : 0;
        if (cells[i].length)
        {
            text_append_spaces(text, pending);
            text_append_units(text, cells[i].units, cells[i].length);
            pending = 0;
        }
        pending += (column->right ? 0 : padding) + COLUMN_GAP;
    }
    text_append_unit(text, '\n');
}

static void append_headings(struct table *table, struct text *text)
{
    struct text *headings = memory_resize(NULL, table->column_count, sizeof(*headings));

    for (size_t i = 0; i < table->column_count; i++)
    {
        headings[i] = (struct text){ 0 };
        text_append(&headings[i], table->columns[i].heading);
        if (text_width(&headings[i]) > table->columns[i].width)
        {
            table->columns[i].width = text_width(&headings[i]);
        }
    }
    append_row(table, headings, text);
    for (size_t i = 0; i < table->column_count; i++)
    {
        text_free(&headings[i]);
    }
    free(headings);
}

void table_append(struct table *table, struct text *text)
{
    append_headings(table, text);
    for (size_t i = 0; i + table->column_count <= table->cell_count; i += table->column_count)
    {
        append_row(table, table->cells + i, text);
    }
}
