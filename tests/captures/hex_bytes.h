/*
 * Bytes that a script gives as hexadecimal text.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_CAPTURES_HEX_BYTES_H
#define NETAPI32_TESTS_CAPTURES_HEX_BYTES_H

#include <stdlib.h>
#include <string.h>

#include "base/wire.h"

/* The bytes in a block of their exact size, so that a sanitizer sees a read beyond them: the caller's
 * to free. */
static inline struct bytes bytes_from_hex(const char *text)
{
    const size_t size = strlen(text) / 2;
    uint8_t *data = malloc(size + 1);

    if (!data)
    {
        abort();
    }
    for (size_t i = 0; i < size; i++)
    {
        const char digits[] = { text[2 * i], text[2 * i + 1], '\0' };

        data[i] = (uint8_t)strtoul(digits, NULL, 16);
    }
    return (struct bytes){ realloc(data, size + !size), size };
}

#endif
