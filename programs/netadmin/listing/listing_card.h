/*
 * A listing of one record as a card: a line for each of its fields.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_LISTING_CARD_H
#define NETADMIN_LISTING_CARD_H

#include "listing/listing.h"
#include "listing/table.h"

/* Appends a card of each record. With an older listing of the same level, lines that differ from its
 * are marked with +, and below them stands the older one with -; the running of a clock is no
 * difference. The origin follows, if there is one. */
void listing_append_card(const struct listing *listing, const struct listing *older,
                         struct text *text);

/* Adds the lines of one record's card to a table of two columns. */
void card_add_lines(const struct level *level, const void *record, struct table *table);

#endif
