/*
 * Memory for arguments: each ends where a page begins that cannot be touched
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILLER        0xa5
#define CONSTANTS_MAX 2000
#define CHECKED_BYTES 64 /* in front of a block */

struct constant
{
    const BYTE *bytes;
    size_t size;
    size_t gap;
};

static struct constant constants[CONSTANTS_MAX];
static size_t constants_count;

/* So many pages, and one behind that cannot be touched. */
static BYTE *new_pages(size_t size)
{
    BYTE *pages = VirtualAlloc(NULL, size + PAGE_BYTES, MEM_RESERVE, PAGE_NOACCESS);

    if (!pages || !VirtualAlloc(pages, size, MEM_COMMIT, PAGE_READWRITE))
    {
        fprintf(stderr, "callers: no memory\n");
        exit(2);
    }
    return pages;
}

const void *memory_constant(const void *bytes, size_t size, size_t gap)
{
    size_t capacity = (size + gap + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
    BYTE *pages = NULL;
    BYTE *copy = NULL;
    DWORD old = 0;

    for (size_t i = 0; i < constants_count; i++)
    {
        if (constants[i].size == size && constants[i].gap == gap &&
            !memcmp(constants[i].bytes, bytes, size))
        {
            return constants[i].bytes;
        }
    }
    if (constants_count == CONSTANTS_MAX)
    {
        fprintf(stderr, "callers: too many constants\n");
        exit(2);
    }
    pages = new_pages(capacity ? capacity : PAGE_BYTES);
    copy = pages + (capacity ? capacity : PAGE_BYTES) - gap - size;
    memcpy(copy, bytes, size);
    VirtualProtect(pages, capacity ? capacity : PAGE_BYTES, PAGE_READONLY, &old);
    constants[constants_count++] = (struct constant){ copy, size, gap };
    return copy;
}

void *region_open(struct region *region, size_t size, size_t gap)
{
    DWORD old = 0;

    if (!region->pages)
    {
        region->pages = new_pages(REGION_BYTES);
    }
    VirtualProtect(region->pages, REGION_BYTES, PAGE_READWRITE, &old);
    region->block = region->pages + REGION_BYTES - gap - size;
    memset(region->block - CHECKED_BYTES, FILLER, size + gap + CHECKED_BYTES);
    return region->block;
}

void region_lock(struct region *region)
{
    DWORD old = 0;

    VirtualProtect(region->pages, REGION_BYTES, PAGE_READONLY, &old);
}

BOOL region_is_soiled(const struct region *region)
{
    for (size_t i = 1; i <= CHECKED_BYTES; i++)
    {
        if (region->block[-(ptrdiff_t)i] != FILLER)
        {
            return TRUE;
        }
    }
    return FALSE;
}
