/*
 * IDs that several records of a server have.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/shared_ids.h"

#include <stdint.h>
#include <stdlib.h>

#include "listing/order.h"
#include "listing/values.h"

static const struct field *id_field(const struct level *level)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].kind == FIELD_ID)
        {
            return &level->fields[i];
        }
    }
    return NULL;
}

/* Rows that servers told at other levels are of other structures. */
static bool is_of_one_level(const struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++)
    {
        if (listing->rows[i].level && listing->rows[i].level != listing->level)
        {
            return false;
        }
    }
    return true;
}

/* All rows of a server, or of a cluster, have the same. */
static const WCHAR *owner_of(const struct listing *listing, size_t row)
{
    const struct listing_row *found = &listing->rows[row];

    return found->cluster ? found->cluster : found->server;
}

static int owners_compare(const WCHAR *a, const WCHAR *b)
{
    return ((uintptr_t)a > (uintptr_t)b) - ((uintptr_t)a < (uintptr_t)b);
}

/* Rows of one owner that have one ID stand together. */
static int owned_ids_compare(const struct listing *listing, size_t a, size_t b)
{
    const int order = owners_compare(owner_of(listing, a), owner_of(listing, b));

    return order ? order
                 : value_compare(id_field(listing->level), listing_record(listing, a),
                                 listing_record(listing, b));
}

/* And among them those that are about the same. */
static int rows_compare(const void *context, size_t a, size_t b)
{
    const struct listing *listing = context;
    const struct level *level = listing->level;
    int order = owned_ids_compare(listing, a, b);

    for (size_t i = 0; i < level->field_count && !order; i++)
    {
        order = value_compare(&level->fields[i], listing_record(listing, a),
                              listing_record(listing, b));
    }
    return order;
}

static size_t run_length(const struct listing *listing, const size_t *order, size_t start)
{
    size_t end = start + 1;

    while (end < listing->count && !owned_ids_compare(listing, order[start], order[end]))
    {
        end++;
    }
    return end - start;
}

/* A server may list a record twice while it moves from one node to another: that is no other. */
size_t shared_ids_mark(struct listing *listing)
{
    size_t shared = 0;
    size_t *order;

    if (!listing->family->shared_id || !id_field(listing->level) || !is_of_one_level(listing))
    {
        return 0;
    }
    order = indices_sort(listing->count, rows_compare, listing);
    for (size_t start = 0; start < listing->count;)
    {
        const size_t count = run_length(listing, order, start);
        const bool is_shared = rows_compare(listing, order[start], order[start + count - 1]) != 0;

        for (size_t i = start; i < start + count; i++)
        {
            listing->rows[order[i]].shares_id = is_shared;
        }
        shared += is_shared ? count : 0;
        start += count;
    }
    free(order);
    return shared;
}
