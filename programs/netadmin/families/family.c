/*
 * Asking for the records of a family.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "families/family.h"

bool family_begin(const struct family *family, DWORD level, struct listing *listing)
{
    *listing = (struct listing){ .family = &family->records,
                                 .level = level_find(&family->records, level) };
    return listing->level;
}

DWORD family_list(const struct family *family, const struct question *question, bool may_fall_back,
                  struct listing *listing)
{
    DWORD error = question_ask(question, family->enumerate, listing);

    if (error == ERROR_ACCESS_DENIED && may_fall_back && family->level_for_all != family->level)
    {
        listing_free(listing);
        listing->level = level_find(&family->records, family->level_for_all);
        error = question_ask(question, family->enumerate, listing);
    }
    if (!error && family->review)
    {
        family->review(listing);
    }
    return error;
}
