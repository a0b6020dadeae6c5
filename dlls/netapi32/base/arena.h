/*
 * Memory that is released all at once: what was decoded from one message.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_BASE_ARENA_H
#define NETAPI32_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena_block;

/* Starts as { 0 }, or with a limit; ends with arena_free(). */
struct arena
{
    struct arena_block *blocks; /* the one that is being filled first */
    size_t limit;               /* the most bytes that are given out; 0: ARENA_LIMIT */
    size_t given;
};

/* Of an arena that says nothing else. */
#define ARENA_LIMIT ((size_t)512 << 20)

/* Zeroed memory, aligned for any type; it stays where it is until arena_free(). For 0 bytes a place
 * that is not NULL. NULL when there is no memory, or beyond the limit. */
void *arena_allocate(struct arena *arena, size_t size);
/* An array of `count` elements of `size` bytes. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* Releases all of it; the arena is empty and usable again. */
void arena_free(struct arena *arena);

#endif
