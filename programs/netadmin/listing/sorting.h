/*
 * The rows of a listing in the order in which people look for them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SORTING_H
#define NETADMIN_SORTING_H

#include <stdbool.h>

#include "listing/listing.h"

/* One column, or the keys of the family. */
struct sorting
{
    const WCHAR
        *column; /* its heading or Windows' name of its field, without case; NULL: the keys */
    bool is_descending;
};

/* COLUMN or -COLUMN; NULL for the keys. */
struct sorting sorting_make(const WCHAR *word);

/* Has the level such a column? The server is one where there are many. */
bool sorting_is_known(const struct sorting *sorting, const struct level *level, bool of_many);

/* Appends what it can be: "Server, Computer or User", terminated. */
void sorting_append_columns(const struct level *level, bool of_many, struct text *text);

/* Sorts the rows: numbers as numbers, times as times, names without case. By the keys, the rows of a server
 * stay together, and the servers in their order. Rows in which the column is the same are in the order of
 * the keys and then of their other columns, so that it does not depend on the order in which the server
 * gave them. */
void listing_sort(struct listing *listing, const struct sorting *sorting);

#endif
