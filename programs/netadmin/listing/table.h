/*
 * A table for people: columns as wide as their content, two spaces between them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_TABLE_H
#define NETADMIN_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <windows.h>

#include "base/text.h"

struct table_column
{
    const WCHAR *heading; /* stays the caller's */
    bool right;           /* aligned to the right */
    size_t width;         /* set by the table */
};

/* Starts as { 0 }, ends with table_free(). */
struct table
{
    struct table_column *columns;
    size_t column_count;
    struct text *cells; /* row by row */
    size_t cell_count;
    size_t cell_capacity;
};

void table_free(struct table *table);

/* All columns come before the first cell. */
void table_add_column(struct table *table, const WCHAR *heading, bool right);

/* Adds the next cell, row by row, as a copy. Control characters become '?'. */
void table_add_cell(struct table *table, const WCHAR *string);

/* Cuts cells in the middle, those of the widest columns first, so that no row is wider than so many
 * characters; columns stay a few characters wide, and as wide as their headings. All cells come
 * before. */
void table_fit(struct table *table, size_t width);

/* Appends the headings and all full rows, or the rows alone. */
void table_append(struct table *table, struct text *text);
void table_append_rows(const struct table *table, struct text *text);

#endif
