/*
 * Sorting in at most n log n comparisons, whoever chose the order; equal elements keep theirs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The C library's qsort() promises neither: where it is a quicksort, an order can be made on which
 * it is quadratic, and orders are made by servers.
 */
#ifndef NETAPI32_BASE_SORT_H
#define NETAPI32_BASE_SORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sorting
{
    size_t size; /* of an element */
    /* Negative, zero or positive, as memcmp(). */
    int (*compare)(const void *left, const void *right, const void *context);
    /* Asked every few elements, also of a short list, for their comparison may take long; true ends the
     * sorting. NULL: nobody is asked. */
    bool (*is_late)(const void *context);
    const void *context;
};

/* Sorts `count` elements. ERROR_NOT_ENOUGH_MEMORY, ERROR_SEM_TIMEOUT where is_late() said so; the
 * elements are as they were then. */
uint32_t sort(void *elements, size_t count, const struct sorting *sorting);

#endif
