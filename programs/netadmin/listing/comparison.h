/*
 * What came and went between two listings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_COMPARISON_H
#define NETADMIN_COMPARISON_H

#include <stdbool.h>

#include "listing/listing.h"

/* For each record of two listings of the same level, whether the other has none that is about the
 * same thing (value_compare()), as often. Ends with comparison_free(). */
struct comparison
{
    bool *gone; /* for each of the older listing */
    bool *came; /* for each of the newer */
};

void comparison_make(struct comparison *comparison, const struct listing *older,
                     const struct listing *newer);
void comparison_free(struct comparison *comparison);

#endif
