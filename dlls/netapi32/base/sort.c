/*
 * Sorting by merging, of references to the elements, which are put in order at the end.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"

/* So many elements are merged between two looks at the clock: few, for a comparison of long texts takes
 * long. */
#define MERGED_AT_A_TIME 64

struct merging
{
    const struct sorting *sorting;
    size_t merged; /* since the clock was looked at */
};

/* Counts an element. False when it is too late to go on. */
static bool goes_on(struct merging *merging)
{
    if (++merging->merged < MERGED_AT_A_TIME || !merging->sorting->is_late)
    {
        return true;
    }
    merging->merged = 0;
    return !merging->sorting->is_late(merging->sorting->context);
}

/* Merges from[start, middle) and from[middle, end). False when it is too late to go on. */
static bool merge(struct merging *merging, const void *const *from, size_t start, size_t middle,
                  size_t end, const void **to)
{
    const struct sorting *sorting = merging->sorting;
    size_t left = start;
    size_t right = middle;

    for (size_t i = start; i < end; i++)
    {
        const bool takes_left =
            left < middle &&
            (right == end || sorting->compare(from[left], from[right], sorting->context) <= 0);

        to[i] = takes_left ? from[left++] : from[right++];
        if (!goes_on(merging))
        {
            return false;
        }
    }
    return true;
}

/* One pass over all runs of `width` elements. False when it is too late to go on. */
static bool merge_runs(struct merging *merging, const void *const *from, size_t count, size_t width,
                       const void **to)
{
    for (size_t start = 0; start < count; start += 2 * width)
    {
        const size_t middle = count - start > width ? start + width : count;
        const size_t end = count - start > 2 * width ? start + 2 * width : count;

        if (!merge(merging, from, start, middle, end, to))
        {
            return false;
        }
    }
    return true;
}

static uint32_t sort_references(const struct sorting *sorting, const void ***references,
                                size_t count, const void ***spare)
{
    struct merging merging = { sorting, 0 };

    for (size_t width = 1; width < count; width *= 2)
    {
        const void **sorted = *spare;

        if (!merge_runs(&merging, *references, count, width, sorted))
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
    const void **references = NULL;
    const void **spare = NULL;
    uint8_t *copies = NULL;
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    if (count < 2)
    {
        return ERROR_SUCCESS;
    }
    references = calloc(count, sizeof(*references));
    spare = calloc(count, sizeof(*spare));
    copies = calloc(count, sorting->size);
    if (references && spare && copies)
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
