/*
 * The memory of libgcrypt, and a reserve of it for when it starts.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "crypto/memory.h"

#include <stdint.h>
#include <stdlib.h>

/* Far more than libgcrypt 1.10 takes: 15 KiB. */
#define RESERVE_SIZE 65536

/* The monitor guards it. */
static struct
{
    bool is_open;
    size_t used;
    _Alignas(max_align_t) uint8_t bytes[RESERVE_SIZE];
} reserve;

void gcrypt_open_reserve(bool is_open)
{
    reserve.is_open = is_open;
}

static void *take_from_reserve(size_t size)
{
    const size_t alignment = sizeof(max_align_t);
    uint8_t *block = reserve.bytes + reserve.used;

    if (size > RESERVE_SIZE - alignment - reserve.used)
    {
        return NULL;
    }
    reserve.used += (size + alignment - 1) / alignment * alignment;
    return block;
}

static bool is_in_reserve(const void *block)
{
    return (const uint8_t *)block >= reserve.bytes &&
           (const uint8_t *)block < reserve.bytes + RESERVE_SIZE;
}

void *gcrypt_allocate(size_t size)
{
    void *block = malloc(size);

    if (!block && reserve.is_open)
    {
        block = take_from_reserve(size);
    }
    return block;
}

void *gcrypt_reallocate(void *block, size_t size)
{
    return is_in_reserve(block) ? NULL : realloc(block, size);
}

void gcrypt_release(void *block)
{
    if (!is_in_reserve(block))
    {
        free(block);
    }
}
