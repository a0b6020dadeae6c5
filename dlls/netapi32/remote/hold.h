/*
 * A connection that one call of the API keeps for all that it asks. What a server opens for a client
 * (a context handle) belongs to one pipe on one connection.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For remote/begin.h and remote/call.h; who asks a server sees remote_hold().
 */
#ifndef NETAPI32_REMOTE_HOLD_H
#define NETAPI32_REMOTE_HOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "remote/pool.h"
#include "rpc/ndr.h"

/* Zero-initialise. */
struct hold
{
    bool is_wanted;
    bool demands_protection;
    uint32_t lost; /* not 0: the connection was, while handles were open on it, and this is why */
    struct server_connection *connection;
    size_t open_handles; /* that the server has given out on it and not taken back */
};

/* How many handles stand in the parameters that go in exactly this direction. An operation has opened
 * those that only come out, and closed those that went in and did not come out again. */
size_t hold_handles(const struct ndr_operation *operation, enum ndr_direction direction,
                    const void *parameters);
/* The connection, if there is one, which is the caller's until hold_keep() or hold_lose(). */
struct server_connection *hold_take(struct hold *hold);
/* Keeps a connection where that is wanted, else gives it to the pool. */
void hold_keep(struct hold *hold, struct server_connection *connection);
/* The connection was lost by an operation that had this result, and with it what was open on it: no
 * later operation has another one. */
void hold_lose(struct hold *hold, uint32_t status);
/* Gives the connection to the pool; closes it, and with it all that was left open, where something
 * was. */
void hold_end(struct hold *hold);

#endif
