/*
 * Sorting by merging, of references to the elements, which are put in order at the end.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"

/* So many elements are merged between two looks at the clock. */
#define MERGED_AT_A_TIME 4096

/* Merges from[start, middle) and from[middle, end). */
static void merge(const struct sorting *sorting, const void *const *from, size_t start,
                  size_t middle, size_t end, const void **to)
{
    size_t left = start;
    size_t right = middle;

    for (size_t i = start; i < end; i++)
    {
        const bool takes_left =
            left < middle &&
            (right == end || sorting->compare(from[left], from[right], sorting->context) <= 0);

        to[i] = takes_left ? from[left++] : from[right++];
    }
}

/* One pass over all runs of `width` elements. False when it is too late to go on. */
static bool merge_runs(const struct sorting *sorting, const void *const *from, size_t count,
                       size_t width, const void **to)
{
    size_t merged = 0;

    for (size_t start = 0; start < count; start += 2 * width)
    {
        const size_t middle = count - start > width ? start + width : count;
        const size_t end = count - start > 2 * width ? start + 2 * width : count;

        merge(sorting, from, start, middle, end, to);
        merged += end - start;
        if (merged >= MERGED_AT_A_TIME && sorting->is_late)
        {
            merged = 0;
            if (sorting->is_late(sorting->context))
            {
                return false;
            }
        }
    }
    return true;
}

static uint32_t sort_references(const struct sorting *sorting, const void ***references,
                                size_t count, const void ***spare)
{
    for (size_t width = 1; width < count; width *= 2)
    {
        const void **sorted = *spare;

        if (!merge_runs(sorting, *references, count, width, sorted))
        {
            return ERROR_SEM_TIMEOUT;
        }
        *spare = *references;
        *references = sorted;
    }
    return ERROR_SUCCESS;
}

static void put_in_order(void *elements, uint8_t *copies, size_t size,
                         const void *const *references, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        memcpy(copies + i * size, references[i], size);
    }
    memcpy(elements, copies, count * size);
}

uint32_t sort(void *elements, size_t count, const struct sorting *sorting)
{
    const void **references = calloc(count, sizeof(*references));
    const void **spare = calloc(count, sizeof(*spare));
    uint8_t *copies = calloc(count, sorting->size);
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    if (count < 2)
    {
        status = ERROR_SUCCESS;
    }
    else if (references && spare && copies)
    {
        for (size_t i = 0; i < count; i++)
        {
            references[i] = (const uint8_t *)elements + i * sorting->size;
        }
        status = sort_references(sorting, &references, count, &spare);
        if (!status)
        {
            put_in_order(elements, copies, sorting->size, references, count);
        }
    }
    free(references);
    free(spare);
    free(copies);
    return status;
}
