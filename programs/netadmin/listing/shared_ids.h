/*
 * IDs that several records of a server have.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SHARED_IDS_H
#define NETADMIN_SHARED_IDS_H

#include "listing/listing.h"

/* Says of each row whether another one of the same server or cluster has the same ID, and is about
 * something else; nothing where the level has none, or the family's IDs are never shared. Returns how many
 * rows do not have theirs alone. */
size_t shared_ids_mark(struct listing *listing);

#endif
