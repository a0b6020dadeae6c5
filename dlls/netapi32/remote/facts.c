/*
 * What was learnt of a server, and is remembered beyond a connection.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/facts.h"

#include "platform/platform.h"
#include "platform/utf16_equal.h"

/* So many servers are remembered; the one that was learnt about first is forgotten first. */
#define SERVERS_MAX 64
#define LEVELS_MAX  8

struct server_facts
{
    struct utf16_name server;
    uint32_t lacking_levels[LEVELS_MAX];
    size_t lacking_count;
    enum paging paging;
};

static struct
{
    struct server_facts servers[SERVERS_MAX];
    size_t count;
    size_t next; /* the place that is overwritten next, when all are taken */
} memory;

/* The functions below are called inside the monitor. */

static struct server_facts *facts_find(const struct utf16_name *server)
{
    for (size_t i = 0; i < memory.count; i++)
    {
        if (utf16_equal(utf16_from_name(&memory.servers[i].server), utf16_from_name(server)))
        {
            return &memory.servers[i];
        }
    }
    return NULL;
}

static struct server_facts *facts_make(const struct utf16_name *server)
{
    struct server_facts *facts = facts_find(server);

    if (facts)
    {
        return facts;
    }
    if (memory.count < SERVERS_MAX)
    {
        memory.count++;
    }
    facts = &memory.servers[memory.next];
    memory.next = (memory.next + 1) % SERVERS_MAX;
    *facts = (struct server_facts){ .server = *server };
    return facts;
}

static bool lacks_level(const struct server_facts *facts, uint32_t level)
{
    for (size_t i = 0; facts && i < facts->lacking_count; i++)
    {
        if (facts->lacking_levels[i] == level)
        {
            return true;
        }
    }
    return false;
}

bool server_lacks_level(const struct utf16_name *server, uint32_t level)
{
    bool lacks = false;

    platform_monitor_enter();
    lacks = lacks_level(facts_find(server), level);
    platform_monitor_leave();
    return lacks;
}

void server_learn_lacks_level(const struct utf16_name *server, uint32_t level)
{
    struct server_facts *facts = NULL;

    platform_monitor_enter();
    facts = facts_make(server);
    if (!lacks_level(facts, level) && facts->lacking_count < LEVELS_MAX)
    {
        facts->lacking_levels[facts->lacking_count++] = level;
    }
    platform_monitor_leave();
}

enum paging server_paging(const struct utf16_name *server)
{
    const struct server_facts *facts = NULL;
    enum paging paging = PAGING_UNKNOWN;

    platform_monitor_enter();
    facts = facts_find(server);
    if (facts)
    {
        paging = facts->paging;
    }
    platform_monitor_leave();
    return paging;
}

enum paging server_learn_paging(const struct utf16_name *server, enum paging paging)
{
    struct server_facts *facts = NULL;

    platform_monitor_enter();
    facts = facts_make(server);
    if (facts->paging == PAGING_UNKNOWN)
    {
        facts->paging = paging;
    }
    paging = facts->paging;
    platform_monitor_leave();
    return paging;
}
