/*
 * Leaving no secrets in memory.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/wipe.h"

#include <string.h>

/* Read anew for each call: so the compiler cannot tell that it is memset(), whose stores to dying
 * memory it may leave out. */
static void *(*const volatile fill)(void *data, int value, size_t size) = memset;

void wipe(void *data, size_t size)
{
    if (size)
    {
        fill(data, 0, size);
    }
}
