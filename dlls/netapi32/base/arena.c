/*
 * Memory that is released all at once.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/arena.h"

#include <stdlib.h>

/* Small requests share blocks of this size; a large one has a block of its own. */
#define BLOCK_SIZE 4096
#define ALIGNMENT  sizeof(max_align_t)

struct arena_block
{
    struct arena_block *next;
    size_t used;
    size_t size;
    _Alignas(max_align_t) uint8_t data[];
};

static struct arena_block *block_make(size_t size)
{
    struct arena_block *block = calloc(1, sizeof(*block) + size);

    if (block)
    {
        block->size = size;
    }
    return block;
}

/* A block with room for `size` bytes. */
static struct arena_block *block_with_room(struct arena *arena, size_t size)
{
    struct arena_block *block = arena->blocks;

    if (block && block->size - block->used >= size)
    {
        return block;
    }
    block = block_make(size > BLOCK_SIZE / 2 ? size : BLOCK_SIZE);
    if (block && arena->blocks && block->size == size)
    {
        /* It is full at once: the one that is being filled stays first. */
        block->next = arena->blocks->next;
        arena->blocks->next = block;
    }
    else if (block)
    {
        block->next = arena->blocks;
        arena->blocks = block;
    }
    return block;
}

void *arena_allocate(struct arena *arena, size_t size)
{
    const size_t limit = arena->limit ? arena->limit : ARENA_LIMIT;
    struct arena_block *block = NULL;
    void *place = NULL;

    if (size > limit - arena->given)
    {
        return NULL;
    }
    size = size ? (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
    block = block_with_room(arena, size);
    if (!block)
    {
        return NULL;
    }
    place = block->data + block->used;
    block->used += size;
    arena->given += size < limit - arena->given ? size : limit - arena->given;
    return place;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    return size && count > SIZE_MAX / size ? NULL : arena_allocate(arena, count * size);
}

void arena_free(struct arena *arena)
{
    while (arena->blocks)
    {
        struct arena_block *next = arena->blocks->next;

        free(arena->blocks);
        arena->blocks = next;
    }
    arena->given = 0;
}
