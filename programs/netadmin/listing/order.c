/*
 * The records of a listing in an order.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/order.h"

#include <stdlib.h>

#include "base/memory.h"

struct sorting
{
    const struct listing *listing;
    record_compare_function *compare;
};

static bool is_in_order(const struct sorting *sorting, size_t left, size_t right)
{
    return sorting->compare(sorting->listing->level, listing_record(sorting->listing, left),
                            listing_record(sorting->listing, right)) <= 0;
}

/* Merges from[start, middle) and from[middle, end). */
static void merge(const struct sorting *sorting, const size_t *from, size_t start, size_t middle,
                  size_t end, size_t *to)
{
    size_t left = start;
    size_t right = middle;

    for (size_t i = start; i < end; i++)
    {
        const bool takes_left =
            left < middle && (right == end || is_in_order(sorting, from[left], from[right]));

        to[i] = takes_left ? from[left++] : from[right++];
    }
}

/* By merging, because the order that a listing has is the server's choice, and there are orders on
 * which qsort() is quadratic. */
size_t *order_make(const struct listing *listing, record_compare_function *compare)
{
    const struct sorting sorting = { listing, compare };
    const size_t count = listing->count;
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

            merge(&sorting, order, start, middle, end, merged);
        }
        spare = order;
        order = merged;
    }
    free(spare);
    return order;
}
