/*
 * A table of listings that come one after the other: the headings stand above the first, and columns are
 * as wide as all that came before, and what is known to come, asks for.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_GROWING_TABLE_H
#define NETADMIN_GROWING_TABLE_H

#include "listing/listing.h"

struct growing_table
{
    size_t *widths; /* of the columns; NULL: no listing has come */
    size_t server_width;
};

/* For the listings of these servers, all of one level and of many servers. Ends with
 * growing_table_free(). */
void growing_table_begin(struct growing_table *growing, const WCHAR *const *servers, size_t count);
void growing_table_free(struct growing_table *growing);

/* Appends the rows of a listing that has some. */
void growing_table_append(struct growing_table *growing, const struct listing *listing,
                          struct text *text);

#endif
