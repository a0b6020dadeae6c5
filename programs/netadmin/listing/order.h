/*
 * The records of a listing in an order.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ORDER_H
#define NETADMIN_ORDER_H

#include "listing/listing.h"

/* Orders two things by their indices, as wcscmp(). */
typedef int index_compare_function(const void *context, size_t a, size_t b);

/* The indices from 0 to count - 1, in order; equal ones keep theirs. To be freed with free(). */
size_t *indices_sort(size_t count, index_compare_function *compare, const void *context);

/* Orders two records of a level, as wcscmp(). */
typedef int record_compare_function(const struct level *level, const void *a, const void *b);

/* The indices of the listing's records, in order; equal ones keep theirs. To be freed with free(). */
size_t *order_make(const struct listing *listing, record_compare_function *compare);

#endif
