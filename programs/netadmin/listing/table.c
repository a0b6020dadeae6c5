/*
 * A table for people.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/table.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"

#define COLUMN_GAP       2
#define COLUMN_WIDTH_MIN 8 /* to which a column is cut */

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

/* ---- Making it narrower ---------------------------------------------------------------------- */

/* The place of the index-th code point. */
static size_t place_of(const struct text *text, size_t index)
{
    size_t place = 0;

    while (index--)
    {
        place += place + 1 < text->length && units_are_pair(text->units + place) ? 2 : 1;
    }
    return place;
}

/* C:\srv\...\report.txt */
static void cell_cut(struct text *cell, size_t width)
{
    static const WCHAR dots[] = L"...";
    const size_t length = text_width(cell);
    const size_t shown = width - (ARRAYSIZE(dots) - 1);
    const size_t head = place_of(cell, shown / 2);
    const size_t tail = place_of(cell, length - (shown - shown / 2));
    struct text cut = { 0 };

    text_append_units(&cut, cell->units, head);
    text_append(&cut, dots);
    text_append_units(&cut, cell->units + tail, cell->length - tail);
    text_free(cell);
    *cell = cut;
}

static size_t table_width(const struct table *table)
{
    size_t width = COLUMN_GAP * (table->column_count - 1);

    for (size_t i = 0; i < table->column_count; i++)
    {
        width += table->columns[i].width;
    }
    return width;
}

/* The widest column that can still be narrower, or NULL. */
static struct table_column *widest_column(const struct table *table)
{
    struct table_column *widest = NULL;

    for (size_t i = 0; i < table->column_count; i++)
    {
        struct table_column *column = &table->columns[i];

        if (column->width > COLUMN_WIDTH_MIN && column->width > wcslen(column->heading) &&
            (!widest || column->width >= widest->width))
        {
            widest = column;
        }
    }
    return widest;
}

void table_fit(struct table *table, size_t width)
{
    struct table_column *widest = NULL;

    for (size_t i = 0; i < table->column_count; i++)
    {
        const size_t heading = wcslen(table->columns[i].heading);

        table->columns[i].width =
            table->columns[i].width > heading ? table->columns[i].width : heading;
    }
    while (table_width(table) > width && (widest = widest_column(table)))
    {
        widest->width--;
    }
    for (size_t i = 0; i < table->cell_count; i++)
    {
        const size_t column_width = table->columns[i % table->column_count].width;

        if (text_width(&table->cells[i]) > column_width)
        {
            cell_cut(&table->cells[i], column_width);
        }
    }
}

/* ---- Writing it ------------------------------------------------------------------------------ */

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

void table_append_rows(const struct table *table, struct text *text)
{
    for (size_t i = 0; i + table->column_count <= table->cell_count; i += table->column_count)
    {
        append_row(table, table->cells + i, text);
    }
}

void table_append(struct table *table, struct text *text)
{
    append_headings(table, text);
    table_append_rows(table, text);
}
