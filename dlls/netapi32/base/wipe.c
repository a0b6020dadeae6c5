/*
 * Leaving no secrets in memory.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/wipe.h"

#include <stdint.h>
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

#define STACK_DEPTH 4096

/* Called through a pointer, so that it has a frame of its own, where theirs were. */
static void overwrite_frames(void)
{
    uint8_t frames[STACK_DEPTH];

    wipe(frames, sizeof(frames));
}

static void (*const volatile overwrite)(void) = overwrite_frames;

void wipe_stack(void)
{
    overwrite();
}
