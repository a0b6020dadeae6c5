/*
 * Windows' heaps, all of which are the C library's here: so that a block of platform_api_allocate() is
 * one of the process heap, as on Windows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <malloc.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"

HANDLE WINAPI GetProcessHeap(void)
{
    return (HANDLE)1; /* any but NULL */
}

static void *allocate(size_t size, bool cleared)
{
    void *block = platform_api_allocate(size);

    if (block && cleared)
    {
        memset(block, 0, size);
    }
    return block;
}

void *WINAPI HeapAlloc(HANDLE heap, DWORD flags, SIZE_T size)
{
    (void)heap;
    return allocate(size, flags & HEAP_ZERO_MEMORY);
}

/* What is added is not cleared: nobody here asks for that. */
void *WINAPI HeapReAlloc(HANDLE heap, DWORD flags, void *block, SIZE_T size)
{
    (void)heap;
    (void)flags;
    return realloc(block, size ? size : 1);
}

BOOL WINAPI HeapFree(HANDLE heap, DWORD flags, void *block)
{
    (void)heap;
    (void)flags;
    platform_api_free(block);
    return TRUE;
}

SIZE_T WINAPI HeapSize(HANDLE heap, DWORD flags, const void *block)
{
    (void)heap;
    (void)flags;
    return malloc_usable_size((void *)(ULONG_PTR)block);
}

HLOCAL WINAPI LocalAlloc(UINT flags, SIZE_T size)
{
    return allocate(size, flags & LMEM_ZEROINIT);
}

HLOCAL WINAPI LocalFree(HLOCAL block)
{
    platform_api_free(block);
    return NULL;
}
