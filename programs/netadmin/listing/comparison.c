/*
 * What came and went between two listings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/comparison.h"

#include <stdlib.h>

#include "base/memory.h"
#include "listing/order.h"
#include "listing/values.h"

static int identity_compare(const struct level *level, const void *a, const void *b)
{
    int order = 0;

    for (size_t i = 0; i < level->field_count && !order; i++)
    {
        order = value_compare(&level->fields[i], a, b);
    }
    return order;
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
    size_t *old_order = order_make(older, identity_compare);
    size_t *new_order = order_make(newer, identity_compare);
    size_t i = 0;
    size_t j = 0;

    *comparison = (struct comparison){ marks_make(older->count), marks_make(newer->count) };
    while (i < older->count && j < newer->count)
    {
        const int order = identity_compare(newer->level, listing_record(older, old_order[i]),
                                           listing_record(newer, new_order[j]));

        if (!order)
        {
            comparison->gone[old_order[i]] = false;
            comparison->came[new_order[j]] = false;
        }
        i += order <= 0;
        j += order >= 0;
    }
    free(old_order);
    free(new_order);
}

void comparison_free(struct comparison *comparison)
{
    free(comparison->gone);
    free(comparison->came);
    *comparison = (struct comparison){ 0 };
}
