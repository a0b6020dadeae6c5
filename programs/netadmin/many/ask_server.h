/*
 * Asking one server one thing or several, and what came of it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ASK_SERVER_H
#define NETADMIN_ASK_SERVER_H

#include <netapi32_call.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "families/family.h"
#include "families/query.h"
#include "listing/listing.h"

/* One thing that is asked: what a family enumerates at a level that it has. */
struct asked
{
    const struct family *family;
    DWORD level;
    bool may_fall_back;                /* to what everybody may see: family_list() */
    struct name names[NAME_COUNT_MAX]; /* the values of the family's filters */
};

/* What was said to one of them. */
struct answer_part
{
    DWORD error; /* a Win32 or NERR code; 0, too, for nothing that a filter lets through */
    bool is_told_by_other;  /* by a node of the same cluster (clusters/fold.h) */
    struct listing listing; /* at the level that was answered; empty after an error */
};

/* Ends with answer_free(). */
struct answer
{
    const WCHAR *server;   /* as it was named; NULL: this computer */
    size_t index;          /* its place in the list of those that are asked */
    uint64_t microseconds; /* until all was answered */
    DWORD error;           /* the first of its parts', or 0 */
    bool is_identified;    /* it said who it is */
    struct netapi32_server identity;
    struct answer_part *parts; /* one for each thing that was asked, in their order */
    size_t part_count;
};

/* Asks one after the other, on the thread of the caller, and shows no progress. After an error that
 * the others would meet too (the server is not there, does not know the user, ...) they have the same
 * error and are not asked, so that nobody waits five times for a server that is gone. The server's
 * name stays the caller's, and the rows of the listings have it; `place` is its place in the list of those
 * that are asked. */
struct answer *answer_make(const WCHAR *server, size_t place, const struct asked *asked,
                           size_t count);

void answer_free(struct answer *answer);

#endif
