/*
 * The rows of a listing in a table for people.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_LISTING_TABLE_H
#define NETADMIN_LISTING_TABLE_H

#include <stddef.h>

#include "listing/listing.h"
#include "listing/table.h"

/* Adds the columns of the listing's level, and one record as the next row. */
void listing_add_columns(const struct listing *listing, struct table *table);
void listing_add_row(const struct listing *listing, size_t index, struct table *table);

#endif
