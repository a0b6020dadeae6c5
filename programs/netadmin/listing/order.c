/*
 * The records of a listing in an order.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/order.h"

#include <stdlib.h>

#include "base/memory.h"

struct merging
{
    index_compare_function *compare;
    const void *context;
};

/* Merges from[start, middle) and from[middle, end). */
static void merge(const struct merging *merging, const size_t *from, size_t start, size_t middle,
                  size_t end, size_t *to)
{
    size_t left = start;
    size_t right = middle;

    for (size_t i = start; i < end; i++)
    {
        const bool takes_left =
            left < middle &&
            (right == end || merging->compare(merging->context, from[left], from[right]) <= 0);

        to[i] = takes_left ? from[left++] : from[right++];
    }
}

/* By merging, because the order that a listing has is the server's choice, and there are orders on
 * which qsort() is quadratic. */
size_t *indices_sort(size_t count, index_compare_function *compare, const void *context)
{
    const struct merging merging = { compare, context };
    size_t *order = memory_resize(NULL, count + 1, sizeof(*order));
    size_t *spare = memory_resize(NULL, count + 1, sizeof(*spare));

    for (size_t i = 0; i < count; i++)
    {
        order[i] = i;
    }
    for (size_t width = 1; width < count; width *= 2)
    {
        size_t *merged = spare;

        for (size_t start = 0; start < count; start += 2 * width)
        {
            const size_t middle = count - start > width ? start + width : count;
            const size_t end = count - start > 2 * width ? start + 2 * width : count;

            merge(&merging, order, start, middle, end, merged);
        }
        spare = order;
        order = merged;
    }
    free(spare);
    return order;
}

struct records
{
    const struct listing *listing;
    record_compare_function *compare;
};

static int records_compare(const void *context, size_t a, size_t b)
{
    const struct records *records = context;

    return records->compare(records->listing->level, listing_record(records->listing, a),
                            listing_record(records->listing, b));
}

size_t *order_make(const struct listing *listing, record_compare_function *compare)
{
    const struct records records = { listing, compare };

    return indices_sort(listing->count, records_compare, &records);
}
