/*
 * The random source of the static libgcrypt, in place of the one that it brings for Windows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * libgcrypt's own gatherer loads netapi32.dll and calls NetStatisticsGet, that is this DLL from
 * inside its own call, and pulls in user32.dll. The project never asks libgcrypt for random bytes;
 * should libgcrypt ask for itself, it gets the system's. As these two symbols are defined here, the
 * linker leaves libgcrypt's object (rndw32.o) in its archive: tools/check-imports fails on
 * user32.dll where a libgcrypt calls them differently.
 */
#include <stddef.h>

#include "base/wipe.h"
#include "platform/platform.h"

/* Called by libgcrypt with bytes for its pool; `origin` is passed through. */
typedef void (*add_function)(const void *data, size_t size, int origin);

int _gcry_rndw32_gather_random(add_function add, int origin, size_t length, int level);
void _gcry_rndw32_gather_random_fast(add_function add, int origin);

int _gcry_rndw32_gather_random(add_function add, int origin, size_t length, int level)
{
    unsigned char bytes[64];

    (void)level;
    while (length)
    {
        size_t size = length < sizeof(bytes) ? length : sizeof(bytes);

        if (platform_random(bytes, size))
        {
            return -1;
        }
        add(bytes, size, origin);
        length -= size;
    }
    wipe(bytes, sizeof(bytes));
    return 0;
}

void _gcry_rndw32_gather_random_fast(add_function add, int origin)
{
    _gcry_rndw32_gather_random(add, origin, 16, 0);
}
