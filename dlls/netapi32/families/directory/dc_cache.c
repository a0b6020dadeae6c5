/*
 * The controllers that were found, kept for later calls of this process.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The monitor guards everything here.
 */
#include "families/directory/dc_cache.h"

#include <stdlib.h>

#include "platform/utf16_equal.h"

/* So many are kept; the one that was not asked for the longest is forgotten first. */
#define ENTRIES_MAX 64

struct entry
{
    struct entry *next;
    struct dc_key key;
    bool is_found;
    uint64_t searched; /* platform_now() */
    uint64_t pinged;
    struct dc_found found;
};

static struct
{
    struct entry *first; /* the latest first */
    size_t count;
    uint64_t generation; /* of all that is kept */
} memory;

/* The functions up to the next line are called inside the monitor. */

static void forget_all(void)
{
    while (memory.first)
    {
        struct entry *next = memory.first->next;

        free(memory.first);
        memory.first = next;
    }
    memory.count = 0;
}

static bool is_name(const struct utf16_name *a, const struct utf16_name *b)
{
    return utf16_equal(utf16_from_name(a), utf16_from_name(b));
}

static bool is_key(const struct dc_key *a, const struct dc_key *b)
{
    return a->flags == b->flags && a->account_control == b->account_control &&
           is_name(&a->domain, &b->domain) && is_name(&a->site, &b->site) &&
           is_name(&a->account, &b->account);
}

/* Moves the entry of this key to the front. NULL when there is none. */
static struct entry *find(const struct dc_key *key)
{
    struct entry **link = &memory.first;
    struct entry *found = NULL;

    while (*link && !is_key(&(*link)->key, key))
    {
        link = &(*link)->next;
    }
    found = *link;
    if (found)
    {
        *link = found->next;
        found->next = memory.first;
        memory.first = found;
    }
    return found;
}

/* A place for a new entry, in front: the last one where all are taken. */
static struct entry *make_room(void)
{
    struct entry **link = &memory.first;
    struct entry *entry = NULL;

    if (memory.count < ENTRIES_MAX)
    {
        entry = calloc(1, sizeof(*entry));
        memory.count += entry ? 1 : 0;
    }
    else
    {
        while (*link && (*link)->next)
        {
            link = &(*link)->next;
        }
        entry = *link;
        *link = NULL;
    }
    if (entry)
    {
        entry->next = memory.first;
        memory.first = entry;
    }
    return entry;
}

static enum dc_age age_of(const struct entry *entry, uint64_t now)
{
    if (!entry->is_found)
    {
        return now - entry->searched < DC_CACHE_NEGATIVE ? DC_AGE_MISSING : DC_AGE_UNKNOWN;
    }
    if (now - entry->pinged < DC_CACHE_FRESH)
    {
        return DC_AGE_FRESH;
    }
    return now - entry->searched < DC_CACHE_LONGEST ? DC_AGE_OLD : DC_AGE_UNKNOWN;
}

static bool begin(uint64_t generation)
{
    platform_monitor_enter();
    return generation && memory.generation == generation;
}

/* ---- The interface --------------------------------------------------------------------------- */

enum dc_age dc_cache_find(const struct dc_key *key, uint64_t generation, uint64_t now,
                          struct dc_found *found)
{
    enum dc_age age = DC_AGE_UNKNOWN;

    if (begin(generation))
    {
        const struct entry *entry = find(key);

        age = entry ? age_of(entry, now) : DC_AGE_UNKNOWN;
        if (age == DC_AGE_FRESH || age == DC_AGE_OLD)
        {
            *found = entry->found;
        }
    }
    platform_monitor_leave();
    return age;
}

void dc_cache_keep(const struct dc_key *key, uint64_t generation, uint64_t now,
                   const struct dc_found *found, bool is_refreshed)
{
    struct entry *entry = NULL;

    platform_monitor_enter();
    if (memory.generation < generation)
    {
        forget_all();
        memory.generation = generation;
    }
    /* What was found before the latest change is not kept. */
    if (generation && memory.generation == generation)
    {
        entry = find(key);
        entry = entry ? entry : make_room();
    }
    if (entry)
    {
        entry->key = *key;
        entry->searched = is_refreshed ? entry->searched : now;
        entry->pinged = now;
        entry->is_found = found != NULL;
        entry->found = found ? *found : (struct dc_found){ .host = "" };
    }
    platform_monitor_leave();
}

bool dc_cache_domain_of_flat_name(struct utf16_slice flat, uint64_t generation,
                                  struct utf16_name *domain)
{
    const struct entry *entry = NULL;

    if (begin(generation))
    {
        entry = memory.first;
        while (entry && (!entry->is_found || !entry->found.answer.dns_domain.length ||
                         !utf16_equal(utf16_from_name(&entry->found.answer.flat_domain), flat)))
        {
            entry = entry->next;
        }
    }
    if (entry)
    {
        *domain = entry->found.answer.dns_domain;
    }
    platform_monitor_leave();
    return entry != NULL;
}

bool dc_cache_client_site(struct utf16_slice domain, uint64_t generation, struct utf16_name *site)
{
    const struct entry *entry = NULL;

    if (begin(generation))
    {
        entry = memory.first;
        while (entry && (!entry->is_found || !entry->found.answer.client_site.length ||
                         !utf16_equal(utf16_from_name(&entry->found.answer.dns_domain), domain)))
        {
            entry = entry->next;
        }
    }
    if (entry)
    {
        *site = entry->found.answer.client_site;
    }
    platform_monitor_leave();
    return entry != NULL;
}

void dc_cache_forget(void)
{
    platform_monitor_enter();
    forget_all();
    platform_monitor_leave();
}
