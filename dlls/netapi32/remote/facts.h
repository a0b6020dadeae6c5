/*
 * What was learnt of a server, and is remembered beyond a connection.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A fact is about one operation of a server: the one that was found under this name at this address, and
 * that said who it is. It is forgotten when another answers there, after a while, and when there are too
 * many. Times are those of platform_now().
 */
#ifndef NETAPI32_REMOTE_FACTS_H
#define NETAPI32_REMOTE_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "remote/pool.h"

/* ms. What a server lacks is asked for again after this time. Who makes pages is known as long as
 * somebody asks within this time, for resume handles that programs hold depend on it. */
#define FACTS_LIFETIME 600000

struct facts_subject
{
    const struct server_key *server; /* name, address and port */
    const struct rpc_interface *interface;
    uint16_t operation;
    const struct server_identity
        *identity; /* who answered last; what it says counts when something is
                                             * learnt */
};

/* Who cuts answers to the preferred length. */
enum paging
{
    PAGING_UNKNOWN,
    PAGING_BY_SERVER, /* the resume handle is the server's: opaque */
    PAGING_HERE,      /* the server sends everything; the resume handle is ours */
};

/* What is known; everything unknown for a server that was not seen before. */
bool facts_lacks_operation(const struct facts_subject *subject, uint64_t now);
bool facts_lacks_level(const struct facts_subject *subject, uint32_t level, uint64_t now);
/* Whether its filters leave out what the API's let through. */
bool facts_filters_differ(const struct facts_subject *subject, uint64_t now);
enum paging facts_paging(const struct facts_subject *subject, uint64_t now);

/* A connection to the server is open: what was learnt of another one there is forgotten. */
void facts_meet(const struct server_key *server, const struct server_identity *identity);
/* What one of two servers says that answer in turn there is not learnt while the other was met last. */
void facts_learn_lacks_operation(const struct facts_subject *subject, uint64_t now);
void facts_learn_lacks_level(const struct facts_subject *subject, uint32_t level, uint64_t now);
void facts_learn_filters_differ(const struct facts_subject *subject, uint64_t now);
/* Does nothing when the paging is known already. Gives what holds now. */
enum paging facts_learn_paging(const struct facts_subject *subject, enum paging paging,
                               uint64_t now);

#endif
