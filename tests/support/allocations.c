/*
 * How often memory is asked for: the linker puts these functions into the place of the C library's.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/allocations.h"

#include <errno.h>
#include <gcrypt.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);

static _Thread_local size_t made;
static _Thread_local size_t left = SIZE_MAX;

static bool may_have(void)
{
    made++;
    if (left == SIZE_MAX)
    {
        return true;
    }
    if (!left)
    {
        errno = ENOMEM;
        return false;
    }
    left--;
    return true;
}

void *__wrap_malloc(size_t size)
{
    return may_have() ? __real_malloc(size) : NULL;
}

void *__wrap_calloc(size_t count, size_t size)
{
    return may_have() ? __real_calloc(count, size) : NULL;
}

void *__wrap_realloc(void *block, size_t size)
{
    return may_have() ? __real_realloc(block, size) : NULL;
}

static int is_secure(const void *block)
{
    (void)block;
    return 0;
}

void allocations_watch(void)
{
    gcry_set_allocation_handler(__wrap_malloc, __wrap_malloc, is_secure, __wrap_realloc, free);
}

size_t allocations_made(void)
{
    return made;
}

void allocations_limit(size_t count)
{
    left = count;
}
