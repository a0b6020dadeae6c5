/*
 * What the pages of the screen show: for each a family of records, and a column for each field that
 * tables have of it, behind one for the server.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_PAGES_H
#define NETADMIN_PAGES_H

#include <stddef.h>

#include "many/ask_server.h"

enum page
{
    PAGE_SESSIONS,
    PAGE_FILES,
    PAGE_SHARES,
    PAGE_CONNECTIONS,
    PAGE_COUNT,
};

#define PAGE_COLUMNS_MAX 10
#define COLUMN_SERVER    0

struct page_column
{
    const WCHAR *heading;
    const struct field *field; /* NULL: the server */
    bool right;
};

/* What servers are asked for each page. */
extern const struct asked page_asked[PAGE_COUNT];

/* The names of the pages, ended by NULL, and as headings. */
extern const WCHAR *const page_names[PAGE_COUNT + 1];
extern const WCHAR *const page_headings[PAGE_COUNT];

/* Returns how many columns a page has, and sets them. */
size_t page_columns(enum page page, struct page_column columns[PAGE_COLUMNS_MAX]);

/* The field of a level that says what a column shows; NULL where the level has none. */
const struct field *column_field(const struct page_column *column, const struct level *level);

#endif
