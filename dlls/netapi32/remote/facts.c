/*
 * What was learnt of a server, and is remembered beyond a connection.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/facts.h"

#include <string.h>

#include "platform/platform.h"
#include "platform/utf16_equal.h"

/* So many servers are remembered; the one that was learnt about first is forgotten first. */
#define SERVERS_MAX 64
/* So many facts of each; more are not learnt. */
#define FACTS_MAX 64

enum fact_kind
{
    FACT_LACKS_OPERATION,
    FACT_LACKS_LEVEL,
    FACT_FILTERS_DIFFER,
    FACT_PAGING,
};

struct fact
{
    const struct rpc_interface *interface; /* NULL: an empty place */
    uint16_t operation;
    enum fact_kind kind;
    uint32_t value; /* 0; the level; enum paging */
    uint64_t expires;
};

struct server_facts
{
    struct utf16_name name;
    struct utf16_name address;
    uint16_t port;
    struct server_identity identity;
    struct fact facts[FACTS_MAX];
};

static struct
{
    struct server_facts servers[SERVERS_MAX];
    size_t count;
    size_t next; /* the place that is overwritten next, when all are taken */
} memory;

/* The functions below are called inside the monitor. */

static bool is_server(const struct server_facts *facts, const struct server_key *server)
{
    return facts->port == server->port &&
           utf16_equal(utf16_from_name(&facts->name), utf16_from_name(&server->name)) &&
           utf16_equal(utf16_from_name(&facts->address), utf16_from_name(&server->address));
}

static struct server_facts *server_find(const struct server_key *server)
{
    for (size_t i = 0; i < memory.count; i++)
    {
        if (is_server(&memory.servers[i], server))
        {
            return &memory.servers[i];
        }
    }
    return NULL;
}

static bool same_identity(const struct server_identity *a, const struct server_identity *b)
{
    return !memcmp(a->guid, b->guid, sizeof(a->guid)) && a->peer.port == b->peer.port &&
           a->peer.scope == b->peer.scope &&
           !memcmp(&a->peer.address, &b->peer.address, sizeof(a->peer.address));
}

/* NULL where another server was met there meanwhile. */
static struct server_facts *server_make(const struct server_key *server,
                                        const struct server_identity *identity)
{
    struct server_facts *facts = server_find(server);

    if (facts)
    {
        return same_identity(&facts->identity, identity) ? facts : NULL;
    }
    if (memory.count < SERVERS_MAX)
    {
        memory.count++;
    }
    facts = &memory.servers[memory.next];
    memory.next = (memory.next + 1) % SERVERS_MAX;
    *facts = (struct server_facts){
        .name = server->name,
        .address = server->address,
        .port = server->port,
        .identity = *identity,
    };
    return facts;
}

/* NULL when there is none, or none any more. Of the facts about levels, the one about `level`. */
static struct fact *fact_find(const struct facts_subject *subject, enum fact_kind kind,
                              uint32_t level, uint64_t now)
{
    struct server_facts *facts = server_find(subject->server);

    for (size_t i = 0; facts && i < FACTS_MAX; i++)
    {
        struct fact *fact = &facts->facts[i];

        if (fact->interface == subject->interface && fact->operation == subject->operation &&
            fact->kind == kind && (kind != FACT_LACKS_LEVEL || fact->value == level) &&
            fact->expires > now)
        {
            return fact;
        }
    }
    return NULL;
}

static void fact_add(const struct facts_subject *subject, enum fact_kind kind, uint32_t value,
                     uint64_t now)
{
    struct server_facts *facts = server_make(subject->server, subject->identity);
    size_t place = 0;

    if (!facts)
    {
        return;
    }
    while (place < FACTS_MAX && facts->facts[place].expires > now)
    {
        place++;
    }
    if (place < FACTS_MAX)
    {
        facts->facts[place] = (struct fact){
            .interface = subject->interface,
            .operation = subject->operation,
            .kind = kind,
            .value = value,
            .expires = now + FACTS_LIFETIME,
        };
    }
}

/* ---- The interface --------------------------------------------------------------------------- */

static bool is_known(const struct facts_subject *subject, enum fact_kind kind, uint32_t value,
                     uint64_t now)
{
    bool known = false;

    platform_monitor_enter();
    known = fact_find(subject, kind, value, now) != NULL;
    platform_monitor_leave();
    return known;
}

static void learn(const struct facts_subject *subject, enum fact_kind kind, uint32_t value,
                  uint64_t now)
{
    platform_monitor_enter();
    if (!fact_find(subject, kind, value, now))
    {
        fact_add(subject, kind, value, now);
    }
    platform_monitor_leave();
}

void facts_meet(const struct server_key *server, const struct server_identity *identity)
{
    struct server_facts *facts = NULL;

    platform_monitor_enter();
    facts = server_find(server);
    if (facts && !same_identity(&facts->identity, identity))
    {
        memset(facts->facts, 0, sizeof(facts->facts));
        facts->identity = *identity;
    }
    platform_monitor_leave();
}

bool facts_lacks_operation(const struct facts_subject *subject, uint64_t now)
{
    return is_known(subject, FACT_LACKS_OPERATION, 0, now);
}

void facts_learn_lacks_operation(const struct facts_subject *subject, uint64_t now)
{
    learn(subject, FACT_LACKS_OPERATION, 0, now);
}

bool facts_lacks_level(const struct facts_subject *subject, uint32_t level, uint64_t now)
{
    return is_known(subject, FACT_LACKS_LEVEL, level, now);
}

void facts_learn_lacks_level(const struct facts_subject *subject, uint32_t level, uint64_t now)
{
    learn(subject, FACT_LACKS_LEVEL, level, now);
}

bool facts_filters_differ(const struct facts_subject *subject, uint64_t now)
{
    return is_known(subject, FACT_FILTERS_DIFFER, 0, now);
}

void facts_learn_filters_differ(const struct facts_subject *subject, uint64_t now)
{
    learn(subject, FACT_FILTERS_DIFFER, 0, now);
}

enum paging facts_paging(const struct facts_subject *subject, uint64_t now)
{
    enum paging paging = PAGING_UNKNOWN;
    struct fact *fact = NULL;

    platform_monitor_enter();
    fact = fact_find(subject, FACT_PAGING, 0, now);
    if (fact)
    {
        fact->expires = now + FACTS_LIFETIME;
        paging = (enum paging)fact->value;
    }
    platform_monitor_leave();
    return paging;
}

enum paging facts_learn_paging(const struct facts_subject *subject, enum paging paging,
                               uint64_t now)
{
    struct fact *fact = NULL;

    platform_monitor_enter();
    fact = fact_find(subject, FACT_PAGING, 0, now);
    if (fact)
    {
        paging = (enum paging)fact->value;
    }
    else
    {
        fact_add(subject, FACT_PAGING, paging, now);
    }
    platform_monitor_leave();
    return paging;
}
