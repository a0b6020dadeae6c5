/*
 * What a call knows of a server before it asks it: read once, and kept until it may have changed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The monitor guards everything here.
 */
#include "remote/known_server.h"

#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"
#include "remote/use_table.h"

/* So many are kept; the one that was not asked for the longest is forgotten first. */
#define SERVERS_MAX 256

struct kept
{
    struct kept *next;
    struct utf16_name name;
    struct known_server server;
};

static struct
{
    struct kept *first; /* the latest first */
    size_t count;
    uint64_t generation; /* of all that is kept */
} memory;

/* The functions up to the next line are called inside the monitor. */

static void forget_all(void)
{
    while (memory.first)
    {
        struct kept *next = memory.first->next;

        free(memory.first);
        memory.first = next;
    }
    memory.count = 0;
}

/* A name that is written otherwise is another one: it is the name as called that is kept. */
static bool is_name(const struct kept *kept, struct utf16_slice name)
{
    return kept->name.length == name.length &&
           (!name.length || !memcmp(kept->name.units, name.units, name.length * sizeof(uint16_t)));
}

/* Takes the entry of this name off the list; else, where all places are taken, the last one, else
 * NULL. */
static struct kept *take_off(struct utf16_slice name)
{
    struct kept **link = &memory.first;
    struct kept *taken = NULL;

    while (*link && !is_name(*link, name) && ((*link)->next || memory.count < SERVERS_MAX))
    {
        link = &(*link)->next;
    }
    taken = *link;
    if (taken)
    {
        *link = taken->next;
        memory.count--;
    }
    return taken;
}

static void put_first(struct kept *kept)
{
    kept->next = memory.first;
    memory.first = kept;
    memory.count++;
}

static bool find(struct utf16_slice name, struct known_server *server)
{
    struct kept **link = &memory.first;
    struct kept *found = NULL;

    while (*link && !is_name(*link, name))
    {
        link = &(*link)->next;
    }
    found = *link;
    if (!found)
    {
        return false;
    }
    *server = found->server;
    *link = found->next;
    found->next = memory.first;
    memory.first = found;
    return true;
}

static void keep(struct utf16_slice name, const struct known_server *server)
{
    struct kept *kept = take_off(name);

    if (!kept)
    {
        kept = calloc(1, sizeof(*kept));
    }
    if (!kept)
    {
        return;
    }
    if (!utf16_name_set(&kept->name, name))
    {
        free(kept);
        return;
    }
    kept->server = *server;
    put_first(kept);
}

/* ---- The interface --------------------------------------------------------------------------- */

uint64_t known_server_generation(void)
{
    const uint64_t generation = platform_generation();

    /* Neither ever goes back, so that their sum tells of each. */
    return generation ? generation + use_table_generation() : 0;
}

bool known_server_find(struct utf16_slice name, uint64_t generation, struct known_server *server)
{
    bool found = false;

    platform_monitor_enter();
    found = generation && memory.generation == generation && find(name, server);
    platform_monitor_leave();
    return found;
}

void known_server_keep(struct utf16_slice name, uint64_t generation,
                       const struct known_server *server)
{
    platform_monitor_enter();
    if (memory.generation < generation)
    {
        forget_all();
        memory.generation = generation;
    }
    /* What was read before the latest change is not kept. */
    if (generation && memory.generation == generation)
    {
        keep(name, server);
    }
    platform_monitor_leave();
}

void known_servers_forget(void)
{
    platform_monitor_enter();
    forget_all();
    platform_monitor_leave();
}
