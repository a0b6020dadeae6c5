/*
 * Sorting, in at most n log n comparisons in whatever order a server chose.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_SORT_H
#define SHAREDFOLDERS_SORT_H

#include <stddef.h>

/* As strcmp(). */
typedef int compare_function(const void *a, const void *b, const void *context);

/* Sorts pointers; what is equal stays in its order. */
void sort_pointers(void **pointers, size_t count, compare_function *compare, const void *context);

#endif
