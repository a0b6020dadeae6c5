/*
 * What came and went between two listings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/comparison.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"
#include "listing/order.h"
#include "listing/values.h"

static const struct level *level_of(const struct listing *listing, size_t index)
{
    const struct level *level = listing->rows[index].level;

    return level ? level : listing->level;
}

static int numbers_compare(DWORD a, DWORD b)
{
    return (a > b) - (a < b);
}

/* What a server tells at another level than another does is another thing, as what another server tells
 * is. */
static int identity_compare(const struct listing *listing, size_t index,
                            const struct listing *other, size_t other_index)
{
    const struct level *level = level_of(listing, index);
    int order = 0;

    if (listing->of_many && other->of_many)
    {
        order = wcscmp(listing->rows[index].server, other->rows[other_index].server);
    }
    if (!order)
    {
        order = numbers_compare(level->number, level_of(other, other_index)->number);
    }
    for (size_t i = 0; i < level->field_count && !order; i++)
    {
        order = value_compare(&level->fields[i], listing_record(listing, index),
                              listing_record(other, other_index));
    }
    return order;
}

/* A server that asks its clock twice may be a second off. */
#define AGE_TOLERANCE 1

/* Zero where the level has none. */
static DWORD age_of(const struct listing *listing, size_t index)
{
    const struct level *level = level_of(listing, index);

    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].kind == FIELD_AGE)
        {
            return field_number(&level->fields[i], listing_record(listing, index));
        }
    }
    return 0;
}

/* Those that are about the same thing, the oldest first. */
static int age_compare(const void *context, size_t a, size_t b)
{
    const int order = identity_compare(context, a, context, b);

    return order ? order : numbers_compare(age_of(context, b), age_of(context, a));
}

/* Negative: the older record is gone; positive: the newer one came; 0: they are the same. */
static int pair_compare(const struct listing *older, size_t before, const struct listing *newer,
                        size_t now, bool by_age)
{
    const int order = identity_compare(older, before, newer, now);
    const DWORD age = by_age ? age_of(older, before) : 0;

    if (!order && age > AGE_TOLERANCE && age_of(newer, now) < age - AGE_TOLERANCE)
    {
        return -1;
    }
    return order;
}

static void comparison_begin(struct comparison *comparison, size_t older, size_t newer)
{
    *comparison = (struct comparison){
        .gone = memory_resize(NULL, older + 1, sizeof(bool)),
        .came = memory_resize(NULL, newer + 1, sizeof(bool)),
        .partner = memory_resize(NULL, newer + 1, sizeof(size_t)),
    };
    for (size_t i = 0; i < older; i++)
    {
        comparison->gone[i] = true;
    }
    for (size_t i = 0; i < newer; i++)
    {
        comparison->came[i] = true;
        comparison->partner[i] = NO_PARTNER;
    }
}

static void fill(struct comparison *comparison, const struct listing *older,
                 const struct listing *newer, bool by_age)
{
    size_t *old_order = indices_sort(older->count, age_compare, older);
    size_t *new_order = indices_sort(newer->count, age_compare, newer);
    size_t i = 0;
    size_t j = 0;

    comparison_begin(comparison, older->count, newer->count);
    while (i < older->count && j < newer->count)
    {
        const int order = pair_compare(older, old_order[i], newer, new_order[j], by_age);

        if (!order)
        {
            comparison->gone[old_order[i]] = false;
            comparison->came[new_order[j]] = false;
            comparison->partner[new_order[j]] = old_order[i];
        }
        i += order <= 0;
        j += order >= 0;
    }
    free(old_order);
    free(new_order);
}

void comparison_make(struct comparison *comparison, const struct listing *older,
                     const struct listing *newer)
{
    fill(comparison, older, newer, true);
}

void comparison_make_without_ages(struct comparison *comparison, const struct listing *told,
                                  const struct listing *listing)
{
    fill(comparison, told, listing, false);
}

void comparison_free(struct comparison *comparison)
{
    free(comparison->gone);
    free(comparison->came);
    free(comparison->partner);
    *comparison = (struct comparison){ 0 };
}
