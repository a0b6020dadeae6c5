/*
 * What came and went between two listings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_COMPARISON_H
#define NETADMIN_COMPARISON_H

#include <stdbool.h>
#include <stdint.h>

#include "listing/listing.h"

#define NO_PARTNER SIZE_MAX

/* For each record of two listings of the same family, whether the other has none that is about the
 * same thing (value_compare()), as often. A record whose age fell is about another thing of the same
 * name: that one has ended, and this one has begun. Ends with comparison_free(). */
struct comparison
{
    bool *gone;      /* for each of the older listing */
    bool *came;      /* for each of the newer */
    size_t *partner; /* for each of the newer: its index in the older, or NO_PARTNER */
};

/* Both are at the level of the newer one; a listing of another level counts as empty. */
void comparison_make(struct comparison *comparison, const struct listing *older,
                     const struct listing *newer);

/* The same of what two told that know the same, where nobody knows who looked first: ages say nothing. */
void comparison_make_without_ages(struct comparison *comparison, const struct listing *told,
                                  const struct listing *listing);
void comparison_free(struct comparison *comparison);

#endif
