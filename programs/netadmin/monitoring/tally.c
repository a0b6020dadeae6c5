/*
 * What there is of each name.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "monitoring/tally.h"

#include <stdbool.h>
#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"

void tally_free(struct tally *tally)
{
    for (size_t i = 0; i < tally->count; i++)
    {
        free(tally->entries[i].name);
    }
    free(tally->entries);
    *tally = (struct tally){ 0 };
}

static void entry_add(struct tally_entry *entry, const ULONGLONG counts[TALLY_COUNTS])
{
    for (size_t i = 0; i < TALLY_COUNTS; i++)
    {
        entry->counts[i] += counts[i];
    }
}

void tally_add(struct tally *tally, const WCHAR *name, const ULONGLONG counts[TALLY_COUNTS])
{
    const size_t size = wcslen(name) + 1;
    struct tally_entry *entry;

    if (tally->count == tally->capacity)
    {
        tally->capacity = 2 * tally->capacity + 16;
        tally->entries = memory_resize(tally->entries, tally->capacity, sizeof(*tally->entries));
    }
    entry = &tally->entries[tally->count++];
    *entry = (struct tally_entry){ .name = memory_resize(NULL, size, sizeof(WCHAR)) };
    wmemcpy(entry->name, name, size);
    entry_add(entry, counts);
}

/* ---- Order ----------------------------------------------------------------------------------- */

typedef int entry_compare_function(const struct tally_entry *a, const struct tally_entry *b);

static int by_name(const struct tally_entry *a, const struct tally_entry *b)
{
    return wcscmp(a->name, b->name);
}

static ULONGLONG entry_sum(const struct tally_entry *entry)
{
    ULONGLONG sum = 0;

    for (size_t i = 0; i < TALLY_COUNTS; i++)
    {
        sum += entry->counts[i];
    }
    return sum;
}

static int by_sum(const struct tally_entry *a, const struct tally_entry *b)
{
    const ULONGLONG left = entry_sum(a);
    const ULONGLONG right = entry_sum(b);

    return (left < right) - (left > right);
}

/* Merges from[start, middle) and from[middle, end). */
static void merge(const struct tally_entry *from, size_t start, size_t middle, size_t end,
                  struct tally_entry *to, entry_compare_function *compare)
{
    size_t left = start;
    size_t right = middle;

    for (size_t i = start; i < end; i++)
    {
        const bool takes_left =
            left < middle && (right == end || compare(&from[left], &from[right]) <= 0);

        to[i] = takes_left ? from[left++] : from[right++];
    }
}

/* By merging, as in listing/order.c: names are the server's choice. */
static void tally_sort(struct tally *tally, entry_compare_function *compare)
{
    const size_t count = tally->count;
    struct tally_entry *spare = memory_resize(NULL, count + 1, sizeof(*spare));

    for (size_t width = 1; width < count; width *= 2)
    {
        struct tally_entry *merged = spare;

        for (size_t start = 0; start < count; start += 2 * width)
        {
            const size_t middle = count - start > width ? start + width : count;
            const size_t end = count - start > 2 * width ? start + 2 * width : count;

            merge(tally->entries, start, middle, end, merged, compare);
        }
        spare = tally->entries;
        tally->entries = merged;
        tally->capacity = count + 1;
    }
    free(spare);
}

/* ---- Sums ------------------------------------------------------------------------------------ */

/* Of entries in the order of their names. */
static void tally_sum_up(struct tally *tally)
{
    size_t count = 0;

    for (size_t i = 0; i < tally->count; i++)
    {
        struct tally_entry *entry = &tally->entries[i];

        if (count && !wcscmp(tally->entries[count - 1].name, entry->name))
        {
            entry_add(&tally->entries[count - 1], entry->counts);
            free(entry->name);
        }
        else
        {
            tally->entries[count++] = *entry;
        }
    }
    tally->count = count;
}

void tally_close(struct tally *tally, size_t limit)
{
    tally_sort(tally, by_name);
    tally_sum_up(tally);
    if (tally->count <= limit)
    {
        return;
    }
    tally_sort(tally, by_sum);
    while (tally->count > limit)
    {
        struct tally_entry *entry = &tally->entries[--tally->count];

        entry_add(&tally->rest, entry->counts);
        tally->rest_count++;
        free(entry->name);
    }
    tally_sort(tally, by_name);
}
