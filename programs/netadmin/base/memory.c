/*
 * Memory that is there or ends the program.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/exit_status.h"

void *memory_resize(void *array, size_t count, size_t size)
{
    static const char message[] = "netadmin: Not enough memory. (8, ERROR_NOT_ENOUGH_MEMORY)\n";
    void *resized = count <= SIZE_MAX / size ? realloc(array, count * size) : NULL;

    if (!resized)
    {
        fputs(message, stderr);
        exit(EXIT_STATUS_ERROR);
    }
    return resized;
}
