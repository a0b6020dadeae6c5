/*
 * How often memory is asked for: the linker puts these functions into the place of the C library's.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/allocations.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define CALLERS_MAX 64

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);

static _Thread_local size_t made;
static _Thread_local size_t left = SIZE_MAX;
static _Thread_local bool only_one; /* is refused */
static _Thread_local void *callers[CALLERS_MAX];
static _Thread_local int caller_count; /* of the first that was refused; 0: none was */
static atomic_long held;

static bool refuse(void)
{
    if (!caller_count)
    {
        caller_count = backtrace(callers, CALLERS_MAX);
    }
    if (only_one)
    {
        left = SIZE_MAX;
    }
    errno = ENOMEM;
    return false;
}

static bool may_have(void)
{
    made++;
    if (left == SIZE_MAX)
    {
        return true;
    }
    if (!left)
    {
        return refuse();
    }
    left--;
    return true;
}

static void *given(void *block)
{
    if (block)
    {
        atomic_fetch_add(&held, 1);
    }
    return block;
}

void *__wrap_malloc(size_t size)
{
    return may_have() ? given(__real_malloc(size)) : NULL;
}

void *__wrap_calloc(size_t count, size_t size)
{
    return may_have() ? given(__real_calloc(count, size)) : NULL;
}

void *__wrap_realloc(void *block, size_t size)
{
    void *moved = may_have() ? __real_realloc(block, size) : NULL;

    return block ? moved : given(moved);
}

void __wrap_free(void *block)
{
    if (block)
    {
        atomic_fetch_sub(&held, 1);
    }
    __real_free(block);
}

void allocations_watch(void)
{
    backtrace(callers, CALLERS_MAX); /* what that loads is not to be loaded in a bad moment */
}

size_t allocations_made(void)
{
    return made;
}

static void set_limit(size_t count, bool of_one)
{
    left = count;
    only_one = of_one;
    if (count != SIZE_MAX)
    {
        caller_count = 0;
    }
}

void allocations_limit(size_t count)
{
    set_limit(count, false);
}

void allocations_refuse_after(size_t count)
{
    set_limit(count, true);
}

bool allocations_refused(void)
{
    return caller_count;
}

bool allocations_refused_in(const char *function)
{
    for (int i = 0; i < caller_count; i++)
    {
        Dl_info symbol;

        if (dladdr(callers[i], &symbol) && symbol.dli_sname && !strcmp(symbol.dli_sname, function))
        {
            return true;
        }
    }
    return false;
}

long allocations_held(void)
{
    return held;
}
