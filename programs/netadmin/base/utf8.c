/*
 * UTF-8 of UTF-16.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/utf8.h"

#include <stdint.h>

#include "base/memory.h"

#define BYTES_PER_UNIT_MAX 3
#define REPLACEMENT        0xfffd

/* The code point that begins there; *count becomes how many units it takes. */
static uint32_t code_point(const struct text *text, size_t index, size_t *count)
{
    const WCHAR unit = text->units[index];

    *count = 1;
    if (index + 1 < text->length && units_are_pair(text->units + index))
    {
        *count = 2;
        return 0x10000 + (((uint32_t)unit - 0xd800) << 10) + (text->units[index + 1] - 0xdc00u);
    }
    return IS_HIGH_SURROGATE(unit) || IS_LOW_SURROGATE(unit) ? REPLACEMENT : unit;
}

/* Returns how many bytes it is. */
static size_t encode(uint32_t point, char bytes[4])
{
    const size_t length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    static const unsigned char first[] = { 0, 0, 0xc0, 0xe0, 0xf0 };

    for (size_t i = length - 1; i; i--)
    {
        bytes[i] = (char)(0x80 | (point & 0x3f));
        point >>= 6;
    }
    bytes[0] = (char)(first[length] | point);
    return length;
}

char *utf8_make(const struct text *text, size_t *length)
{
    char *bytes = memory_resize(NULL, text->length + 1, BYTES_PER_UNIT_MAX);
    size_t size = 0;
    size_t count;

    for (size_t i = 0; i < text->length; i += count)
    {
        size += encode(code_point(text, i, &count), bytes + size);
    }
    bytes[size] = 0;
    if (length)
    {
        *length = size;
    }
    return bytes;
}
