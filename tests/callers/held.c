/*
 * What the process holds: handles and memory
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "held.h"

#include <stdio.h>

#include "checks.h"

#define HANDLES_END 0x4000 /* Windows and Wine count up from 4 */

/* Wine 8 does not say how many handles a process has. */
static DWORD count_handles(void)
{
    DWORD count = 0;
    DWORD flags = 0;

    for (ULONG_PTR handle = 4; handle < HANDLES_END; handle += 4)
    {
        count += GetHandleInformation((HANDLE)handle, &flags) != 0;
    }
    return count;
}

struct held held_now(void)
{
    HANDLE heaps[64];
    DWORD count = GetProcessHeaps(ARRAYSIZE(heaps), heaps);
    struct held held = { .handles = count_handles() };

    for (DWORD i = 0; i < count && i < ARRAYSIZE(heaps); i++)
    {
        PROCESS_HEAP_ENTRY entry = { .lpData = NULL };

        while (HeapWalk(heaps[i], &entry))
        {
            if (entry.wFlags & PROCESS_HEAP_ENTRY_BUSY)
            {
                held.blocks++;
                held.bytes += entry.cbData;
            }
        }
    }
    return held;
}

void check_held(const struct held *before)
{
    struct held now = held_now();

    printf("callers: handles %lu, then %lu; blocks %u, then %u; bytes %u, then %u\n",
           before->handles, now.handles, (unsigned int)before->blocks, (unsigned int)now.blocks,
           (unsigned int)before->bytes, (unsigned int)now.bytes);
    check(now.handles <= before->handles, "handles are left behind");
    check(now.blocks <= before->blocks, "blocks of memory are left behind");
}
