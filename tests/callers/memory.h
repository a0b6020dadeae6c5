/*
 * Memory for arguments: each ends where a page begins that cannot be touched
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_CALLERS_MEMORY_H
#define NETAPI32_TESTS_CALLERS_MEMORY_H

#include <windows.h>

#define PAGE_BYTES   4096
#define REGION_BYTES (4 * PAGE_BYTES)

/* A copy of `size` bytes that can be read, not written, for ever, and ends `gap` bytes before the
 * page. The same for the same bytes. */
const void *memory_constant(const void *bytes, size_t size, size_t gap);

/* Memory that is used for one argument after the other. */
struct region
{
    BYTE *pages;
    BYTE *block;
};

/* `size` bytes, at most REGION_BYTES, that can be written and end `gap` bytes before the page. They
 * hold what nobody should read. */
void *region_open(struct region *region, size_t size, size_t gap);
/* From now on it can only be read. */
void region_lock(struct region *region);
/* Whether something was written in front of the block. */
BOOL region_is_soiled(const struct region *region);

#endif
