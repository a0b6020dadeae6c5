/*
 * What came and went between two listings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "comparison.h"

#include <stdlib.h>
#include <wchar.h>

#include "memory.h"

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

static int entry_compare(const void *first, const void *second)
{
    const struct entry *a = first;
    const struct entry *b = second;
    const int order = record_compare(a, b);

    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static struct entry *entries_sorted(const struct listing *listing)
{
    struct entry *entries = memory_resize(NULL, listing->count + 1, sizeof(*entries));

    for (size_t i = 0; i < listing->count; i++)
    {
        entries[i] = (struct entry){ listing->level, listing_record(listing, i), i };
    }
    qsort(entries, listing->count, sizeof(*entries), entry_compare);
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
