/*
 * What came and went between two listings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/comparison.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"

struct entry
{
    const struct level *level;
    const void *record;
    size_t index;
};

/* Times and counts change while a session stays what it is; its strings do not. */
static int record_compare(const struct entry *a, const struct entry *b)
{
    const struct level *level = a->level;

    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct field *field = &level->fields[i];
        int order = 0;

        if (field->kind == FIELD_STRING)
        {
            order = wcscmp(field_string(field, a->record), field_string(field, b->record));
        }
        if (order)
        {
            return order;
        }
    }
    return 0;
}

/* Merges from[start, middle) and from[middle, end); equal entries keep their order. */
static void entries_merge(const struct entry *from, size_t start, size_t middle, size_t end,
                          struct entry *to)
{
    size_t left = start;
    size_t right = middle;

    for (size_t i = start; i < end; i++)
    {
        const bool takes_left =
            left < middle && (right == end || record_compare(&from[left], &from[right]) <= 0);

        to[i] = takes_left ? from[left++] : from[right++];
    }
}

/* By merging, because the order that a listing has is the server's choice, and there are orders on
 * which qsort() is quadratic. */
static struct entry *entries_sorted(const struct listing *listing)
{
    const size_t count = listing->count;
    struct entry *entries = memory_resize(NULL, count + 1, sizeof(*entries));
    struct entry *spare = memory_resize(NULL, count + 1, sizeof(*spare));

    for (size_t i = 0; i < count; i++)
    {
        entries[i] = (struct entry){ listing->level, listing_record(listing, i), i };
    }
    for (size_t width = 1; width < count; width *= 2)
    {
        struct entry *merged = spare;

        for (size_t start = 0; start < count; start += 2 * width)
        {
            const size_t middle = count - start > width ? start + width : count;
            const size_t end = count - start > 2 * width ? start + 2 * width : count;

            entries_merge(entries, start, middle, end, merged);
        }
        spare = entries;
        entries = merged;
    }
    free(spare);
    return entries;
}

static bool *marks_make(size_t count)
{
    bool *marks = memory_resize(NULL, count + 1, sizeof(*marks));

    for (size_t i = 0; i < count; i++)
    {
        marks[i] = true;
    }
    return marks;
}

void comparison_make(struct comparison *comparison, const struct listing *older,
                     const struct listing *newer)
{
    struct entry *old_entries = entries_sorted(older);
    struct entry *new_entries = entries_sorted(newer);
    size_t i = 0;
    size_t j = 0;

    *comparison = (struct comparison){ marks_make(older->count), marks_make(newer->count) };
    while (i < older->count && j < newer->count)
    {
        const int order = record_compare(&old_entries[i], &new_entries[j]);

        if (!order)
        {
            comparison->gone[old_entries[i].index] = false;
            comparison->came[new_entries[j].index] = false;
        }
        i += order <= 0;
        j += order >= 0;
    }
    free(old_entries);
    free(new_entries);
}

void comparison_free(struct comparison *comparison)
{
    free(comparison->gone);
    free(comparison->came);
    *comparison = (struct comparison){ 0 };
}
