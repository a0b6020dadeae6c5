/*
 * Asking servers over and over, each on a schedule of its own: one that is slow, or gone, holds up no
 * other.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_POLL_H
#define NETADMIN_POLL_H

#include <stddef.h>

#include "many/ask_server.h"

struct poll_plan
{
    const WCHAR *const *servers; /* without leading backslashes; NULL: this computer */
    size_t server_count;
    size_t at_once;        /* as of asking_begin() */
    unsigned int interval; /* ms from the beginning of a question to the next */
    /* Asks a server, on a thread of its own, and gives what it says; `place` is its place in the list, and
     * `wanted` what poll_want() said last. */
    struct answer *(*ask)(const WCHAR *server, size_t place, unsigned int wanted);
};

/* Starts with poll_begin(), ends with poll_end(). All on one thread. */
struct poll;

/* All servers are asked at once. The plan is copied; the names stay as long as the poll, and are those of
 * the answers. */
struct poll *poll_begin(const struct poll_plan *plan);

/* What servers are asked from now on; at first it is 0. */
void poll_want(struct poll *poll, unsigned int wanted);

/* Waits for the next answer, at most so many milliseconds; whoever gets it frees it. NULL if there was
 * none by then. */
struct answer *poll_next(struct poll *poll, unsigned int milliseconds);

/* Servers that are not being asked are asked now. */
void poll_hurry(struct poll *poll);

/* Waits for nobody: what servers still say is forgotten. */
void poll_end(struct poll *poll);

#endif
