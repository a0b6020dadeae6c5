/*
 * Lists for display of the accounts of this computer or of a server: what NetQueryDisplayInformation
 * and NetGetDisplayInformationIndex do, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Structures are those of levels/display_levels.h. The codes are those of account_source.h and of
 * target_parse().
 */
#ifndef NETAPI32_ACCOUNTS_DISPLAY_H
#define NETAPI32_ACCOUNTS_DISPLAY_H

#include "levels/display_levels.h"

/* The most entries that one call gives, as documented. */
#define DISPLAY_ENTRIES_MAX 100

/* Entries from an index on: at least one, if there is any; at most `entries_max`. ERROR_MORE_DATA when
 * some are left: the list goes on at the next_index of the last entry. */
uint32_t display_query(const struct info_request *request, uint32_t entries_max,
                       struct info_buffer *entries);
/* The index of the first entry whose name is not before `prefix`. ERROR_NO_MORE_ITEMS. */
uint32_t display_find_index(struct utf16_slice server, uint32_t level, struct utf16_slice prefix,
                            uint32_t *index);

#endif
