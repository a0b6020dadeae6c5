/*
 * Bytes written as hexadecimal text, as specifications print their examples.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_HEX_H
#define NETAPI32_TESTS_SUPPORT_HEX_H

#include <string.h>

#include "base/wire.h"
#include "support/unit.h"

struct hex
{
    uint8_t data[1024];
    size_t size;
};

/* The bytes of a text of hexadecimal digits; blanks do not count. */
static inline struct hex hex(const char *text)
{
    static const char digits[] = "0123456789abcdef";
    struct hex bytes = { .size = 0 };
    unsigned int high = 0;
    int has_high = 0;

    for (; *text; text++)
    {
        const char *digit = strchr(digits, *text | 0x20);

        if (*text == ' ')
        {
            continue;
        }
        assert_non_null(digit);
        assert_true(bytes.size < sizeof(bytes.data));
        if (has_high)
        {
            bytes.data[bytes.size++] = (uint8_t)(high << 4 | (unsigned int)(digit - digits));
        }
        high = (unsigned int)(digit - digits);
        has_high = !has_high;
    }
    assert_false(has_high);
    return bytes;
}

static inline struct bytes bytes_of_hex(const struct hex *hex)
{
    return (struct bytes){ hex->data, hex->size };
}

static inline struct bytes bytes_of_text(const char *text)
{
    return (struct bytes){ (const uint8_t *)text, strlen(text) };
}

static inline void assert_hex_equal(const void *data, size_t size, const char *expected)
{
    const struct hex bytes = hex(expected);

    assert_int_equal(size, bytes.size);
    assert_memory_equal(data, bytes.data, bytes.size);
}

#endif
