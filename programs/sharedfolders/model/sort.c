/*
 * Sorting by merging.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "model/sort.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Merges two sorted runs that lie one behind the other; the first is copied to the spare place. */
static void merge(void **pointers, size_t middle, size_t count, void **spare,
                  compare_function *compare, const void *context)
{
    size_t left = 0;
    size_t right = middle;
    size_t to = 0;

    memcpy(spare, pointers, middle * sizeof(*pointers));
    while (left < middle && right < count)
    {
        pointers[to++] =
            compare(pointers[right], spare[left], context) < 0 ? pointers[right++] : spare[left++];
    }
    memcpy(pointers + to, spare + left, (middle - left) * sizeof(*pointers));
}

void sort_pointers(void **pointers, size_t count, compare_function *compare, const void *context)
{
    void **spare = memory_resize(NULL, count, sizeof(*spare));

    for (size_t run = 1; run < count; run *= 2)
    {
        for (size_t start = 0; start + run < count; start += 2 * run)
        {
            const size_t rest = count - start;

            merge(pointers + start, run, rest < 2 * run ? rest : 2 * run, spare, compare, context);
        }
    }
    free(spare);
}
