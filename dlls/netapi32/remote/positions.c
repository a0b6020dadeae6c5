/*
 * Where programs are in lists that they read page by page.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/positions.h"

#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"

/* A handle is the index, in its lower bits; above are the places in the same list that differ in
 * nothing else. No reply has so many rows. */
#define INDEX_BITS 24
#define INDEX_MASK ((1u << INDEX_BITS) - 1)

struct remembered
{
    uint32_t handle; /* 0: an empty place */
    uint64_t given;  /* when the handle was given out last, counted in handles; 0: never */
    struct position position;
};

static struct
{
    struct remembered places[POSITIONS_MAX];
    uint64_t given; /* handles, so far */
} memory;

/* The functions below are called inside the monitor. */

static struct remembered *find(uint64_t list, uint32_t handle)
{
    for (size_t i = 0; i < POSITIONS_MAX; i++)
    {
        struct remembered *place = &memory.places[i];

        if (place->handle == handle && place->position.list == list)
        {
            return place;
        }
    }
    return NULL;
}

static bool same_position(const struct position *a, const struct position *b)
{
    return a->index == b->index && a->given == b->given && a->equals == b->equals &&
           a->identity.size == b->identity.size &&
           (!a->identity.size || !memcmp(a->identity.data, b->identity.data, a->identity.size));
}

/* The first handle for the index that is free, or stands for the same. */
static uint32_t choose_handle(const struct position *position)
{
    uint32_t handle = position->index & INDEX_MASK;

    for (uint32_t i = 0; i < POSITIONS_MAX; i++)
    {
        const struct remembered *place = find(position->list, handle);

        if (handle && (!place || same_position(&place->position, position)))
        {
            break;
        }
        handle += 1u << INDEX_BITS;
    }
    return handle;
}

/* An empty place, or the one whose handle was not given out for the longest time. */
static struct remembered *find_oldest(void)
{
    struct remembered *oldest = &memory.places[0];

    for (size_t i = 1; i < POSITIONS_MAX; i++)
    {
        oldest = memory.places[i].given < oldest->given ? &memory.places[i] : oldest;
    }
    return oldest;
}

static void forget(struct remembered *place)
{
    free((void *)(uintptr_t)place->position.identity.data);
    *place = (struct remembered){ .handle = 0 };
}

static uint32_t remember(const struct position *position, uint8_t *identity)
{
    const uint32_t handle = choose_handle(position);
    struct remembered *place = find(position->list, handle);

    if (!place)
    {
        place = find_oldest();
    }
    forget(place);
    *place = (struct remembered){ handle, ++memory.given, *position };
    place->position.identity = (struct bytes){ identity, position->identity.size };
    return handle;
}

/* ---- The interface --------------------------------------------------------------------------- */

static uint8_t *copy_of(struct bytes bytes)
{
    uint8_t *copy = malloc(bytes.size + 1);

    if (copy && bytes.size)
    {
        memcpy(copy, bytes.data, bytes.size);
    }
    return copy;
}

uint32_t position_remember(const struct position *position)
{
    uint8_t *identity = copy_of(position->identity);
    uint32_t handle = position->index & INDEX_MASK;

    if (!identity)
    {
        return handle; /* the index will have to do */
    }
    platform_monitor_enter();
    handle = remember(position, identity);
    platform_monitor_leave();
    return handle;
}

bool position_recall(uint64_t list, uint32_t handle, struct position *position)
{
    const struct remembered *place = NULL;
    bool is_remembered = false;

    *position = (struct position){ .list = list, .index = handle & INDEX_MASK };
    platform_monitor_enter();
    place = handle ? find(list, handle) : NULL;
    if (place)
    {
        uint8_t *identity = copy_of(place->position.identity);

        is_remembered = identity != NULL;
        position->index = place->position.index;
        position->given = place->position.given;
        position->equals = place->position.equals;
        position->identity = (struct bytes){ identity, place->position.identity.size };
    }
    platform_monitor_leave();
    return is_remembered;
}

void positions_clear(void)
{
    platform_monitor_enter();
    for (size_t i = 0; i < POSITIONS_MAX; i++)
    {
        forget(&memory.places[i]);
    }
    platform_monitor_leave();
}
