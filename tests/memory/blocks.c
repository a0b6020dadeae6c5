/*
 * The memory that netapi32.dll asks for: all of it is counted, and each request can fail.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "blocks.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "failing.h"
#include "imports.h"

#define HELD_MAX     65536 /* a power of two */
#define RELEASED_MAX 256
#define PAGE         4096
#define ALIGNMENT    8

struct held
{
    BYTE *block; /* NULL: an empty place; REMOVED */
    SIZE_T size;
    LONG number; /* of the request */
    BYTE *pages; /* what it stands in, if it is guarded */
    BYTE pattern;
};

#define REMOVED ((BYTE *)1)

static SRWLOCK lock = SRWLOCK_INIT;
static struct held held[HELD_MAX];
static LONG held_count;
static LONG asked_for;
static BOOL guards;
static BYTE guard_pattern;
static struct released released[RELEASED_MAX];
static SIZE_T released_count;

static void *(*real_malloc)(size_t size);
static void *(*real_calloc)(size_t count, size_t size);
static void *(*real_realloc)(void *block, size_t size);
static void (*real_free)(void *block);
static LPVOID(WINAPI *real_heap_alloc)(HANDLE heap, DWORD flags, SIZE_T size);
static LPVOID(WINAPI *real_heap_realloc)(HANDLE heap, DWORD flags, LPVOID block, SIZE_T size);
static BOOL(WINAPI *real_heap_free)(HANDLE heap, DWORD flags, LPVOID block);
static SIZE_T(WINAPI *real_heap_size)(HANDLE heap, DWORD flags, LPCVOID block);
static HLOCAL(WINAPI *real_local_alloc)(UINT flags, SIZE_T size);

/* ---- What is held ----------------------------------------------------------------------------- */

static SIZE_T first_place(const void *block)
{
    return ((ULONG_PTR)block >> 3) * 2654435761u % HELD_MAX;
}

/* Called with the lock, as is what uses it. */
static struct held *find(const void *block)
{
    SIZE_T place = first_place(block);

    for (SIZE_T i = 0; i < HELD_MAX && held[place].block; i++)
    {
        if (held[place].block == block)
        {
            return &held[place];
        }
        place = (place + 1) % HELD_MAX;
    }
    return NULL;
}

static void *take_in(void *block, SIZE_T size, BYTE *pages)
{
    SIZE_T place = first_place(block);

    if (!block)
    {
        return NULL;
    }
    AcquireSRWLockExclusive(&lock);
    while (held[place].block && held[place].block != REMOVED)
    {
        place = (place + 1) % HELD_MAX;
    }
    held[place] = (struct held){ block, size, ++asked_for, pages, guard_pattern };
    held_count++;
    ReleaseSRWLockExclusive(&lock);
    return block;
}

/* Gives what was known of the block; nothing of one that did not come from here. */
static struct held let_go(void *block)
{
    struct held *place = NULL;
    struct held known = { .block = NULL };

    AcquireSRWLockExclusive(&lock);
    place = block ? find(block) : NULL;
    if (place)
    {
        known = *place;
        place->block = REMOVED;
        held_count--;
    }
    ReleaseSRWLockExclusive(&lock);
    return known;
}

static BYTE *pages_of(const void *block, SIZE_T *size)
{
    const struct held *place = NULL;
    BYTE *pages = NULL;

    AcquireSRWLockExclusive(&lock);
    place = find(block);
    pages = place ? place->pages : NULL;
    *size = place ? place->size : 0;
    ReleaseSRWLockExclusive(&lock);
    return pages;
}

LONG blocks_held(void)
{
    return held_count;
}

LONG blocks_asked_for(void)
{
    return asked_for;
}

void blocks_print(LONG since)
{
    AcquireSRWLockExclusive(&lock);
    for (SIZE_T i = 0; i < HELD_MAX; i++)
    {
        if (held[i].block && held[i].block != REMOVED && held[i].number > since)
        {
            printf("  held: block %ld, %lu bytes\n", held[i].number - since,
                   (unsigned long)held[i].size);
        }
    }
    ReleaseSRWLockExclusive(&lock);
}

/* ---- Guarded blocks --------------------------------------------------------------------------- */

void blocks_guard(BYTE pattern)
{
    guards = TRUE;
    guard_pattern = pattern;
}

static SIZE_T aligned(SIZE_T size, SIZE_T alignment)
{
    return (size + alignment - 1) / alignment * alignment;
}

static void *guarded_alloc(DWORD flags, SIZE_T size)
{
    const SIZE_T room = aligned(size, PAGE);
    BYTE *pages = VirtualAlloc(NULL, room + PAGE, MEM_RESERVE, PAGE_NOACCESS);
    BYTE *block = NULL;

    if (pages && room && !VirtualAlloc(pages, room, MEM_COMMIT, PAGE_READWRITE))
    {
        VirtualFree(pages, 0, MEM_RELEASE);
        pages = NULL;
    }
    if (!pages)
    {
        return NULL;
    }
    memset(pages, guard_pattern, room);
    block = pages + room - aligned(size, ALIGNMENT);
    if (flags & HEAP_ZERO_MEMORY)
    {
        memset(block, 0, size);
    }
    return take_in(block, size, pages);
}

static BOOL was_overrun(const struct held *known)
{
    for (SIZE_T i = known->size; i < aligned(known->size, ALIGNMENT); i++)
    {
        if (known->block[i] != known->pattern)
        {
            return TRUE;
        }
    }
    return FALSE;
}

static void guarded_free(const struct held *known)
{
    if (released_count < RELEASED_MAX)
    {
        BYTE *copy = real_malloc(known->size + 1);

        if (copy)
        {
            memcpy(copy, known->block, known->size);
        }
        released[released_count++] = (struct released){ known->size, copy, was_overrun(known) };
    }
    VirtualFree(known->pages, 0, MEM_RELEASE);
}

const struct released *blocks_released(SIZE_T number)
{
    return number < released_count ? &released[number] : NULL;
}

void blocks_forget(void)
{
    while (released_count)
    {
        real_free((void *)(ULONG_PTR)released[--released_count].data);
    }
}

/* ---- In the place of the system's ------------------------------------------------------------- */

static void *watched_malloc(size_t size)
{
    if (request_fails(REQUEST_MEMORY))
    {
        errno = ENOMEM;
        return NULL;
    }
    return take_in(real_malloc(size), size, NULL);
}

static void *watched_calloc(size_t count, size_t size)
{
    if (request_fails(REQUEST_MEMORY))
    {
        errno = ENOMEM;
        return NULL;
    }
    return take_in(real_calloc(count, size), count * size, NULL);
}

static void *watched_realloc(void *block, size_t size)
{
    void *moved = NULL;

    if (size && request_fails(REQUEST_MEMORY))
    {
        errno = ENOMEM;
        return NULL;
    }
    moved = real_realloc(block, size);
    if (moved || !size)
    {
        let_go(block);
    }
    return take_in(moved, size, NULL);
}

static void watched_free(void *block)
{
    let_go(block);
    real_free(block);
}

static LPVOID WINAPI watched_heap_alloc(HANDLE heap, DWORD flags, SIZE_T size)
{
    if (request_fails(REQUEST_MEMORY))
    {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    return guards ? guarded_alloc(flags, size)
                  : take_in(real_heap_alloc(heap, flags, size), size, NULL);
}

static BOOL WINAPI watched_heap_free(HANDLE heap, DWORD flags, LPVOID block)
{
    const struct held known = let_go(block);

    if (known.pages)
    {
        guarded_free(&known);
        return TRUE;
    }
    return real_heap_free(heap, flags, block);
}

static LPVOID WINAPI watched_heap_realloc(HANDLE heap, DWORD flags, LPVOID block, SIZE_T size)
{
    SIZE_T old_size = 0;
    void *moved = NULL;

    if (request_fails(REQUEST_MEMORY))
    {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    if (pages_of(block, &old_size))
    {
        moved = guarded_alloc(flags, size);
        if (moved)
        {
            memcpy(moved, block, old_size < size ? old_size : size);
            watched_heap_free(heap, 0, block);
        }
        return moved;
    }
    moved = real_heap_realloc(heap, flags, block, size);
    if (moved)
    {
        let_go(block);
    }
    return take_in(moved, size, NULL);
}

static SIZE_T WINAPI watched_heap_size(HANDLE heap, DWORD flags, LPCVOID block)
{
    SIZE_T size = 0;

    return pages_of(block, &size) ? size : real_heap_size(heap, flags, block);
}

/* The program releases it, past the DLL: it is not counted. */
static HLOCAL WINAPI watched_local_alloc(UINT flags, SIZE_T size)
{
    if (request_fails(REQUEST_MEMORY))
    {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    return real_local_alloc(flags, size);
}

void blocks_watch(HMODULE dll)
{
    real_malloc = imports_replace(dll, "malloc", watched_malloc);
    real_calloc = imports_replace(dll, "calloc", watched_calloc);
    real_realloc = imports_replace(dll, "realloc", watched_realloc);
    real_free = imports_replace(dll, "free", watched_free);
    real_heap_alloc = imports_replace(dll, "HeapAlloc", watched_heap_alloc);
    real_heap_realloc = imports_replace(dll, "HeapReAlloc", watched_heap_realloc);
    real_heap_free = imports_replace(dll, "HeapFree", watched_heap_free);
    real_heap_size = imports_replace(dll, "HeapSize", watched_heap_size);
    real_local_alloc = imports_replace(dll, "LocalAlloc", watched_local_alloc);
}
