/*
 * Where programs are in lists that they read page by page.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Where windows of rows are made here, a resume handle stands for the last row that was given out,
 * so that nobody is made to skip rows when others before them have gone. So many are remembered, the
 * latest; a handle that is not, is an index.
 */
#ifndef NETAPI32_REMOTE_POSITIONS_H
#define NETAPI32_REMOTE_POSITIONS_H

#include "base/wire.h"

/* The latest that are remembered. */
#define POSITIONS_MAX 256

/* A place in a list. */
struct position
{
    uint64_t list;         /* a number that tells lists apart */
    uint32_t index;        /* of the row behind the last one that was given */
    uint32_t given;        /* of the rows that are equal to the last one, itself included */
    uint32_t equals;       /* how many such rows there were */
    struct bytes identity; /* of the last row */
};

/* Remembers a copy, and gives the handle for it, which is never 0. */
uint32_t position_remember(const struct position *position);
/* What a handle for this list stands for. True, and a copy whose identity the caller releases with
 * free(); false, with the index alone, when it is not remembered. */
bool position_recall(uint64_t list, uint32_t handle, struct position *position);
/* Forgets all. */
void positions_clear(void);

#endif
