/*
 * Memory that is there or ends the program.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/host.h"

void *memory_resize(void *array, size_t count, size_t size)
{
    void *larger = NULL;

    if (count <= SIZE_MAX / (size ? size : 1))
    {
        larger = realloc(array, count && size ? count * size : 1);
    }
    if (!larger)
    {
        host_memory_exhausted();
    }
    return larger;
}

void *memory_zeros(size_t count, size_t size)
{
    void *array = memory_resize(NULL, count, size);

    memset(array, 0, count * size);
    return array;
}
