/*
 * Text compared without case.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/utf16_equal.h"

#include "platform/platform.h"

bool utf16_equal(struct utf16_slice a, struct utf16_slice b)
{
    if (a.length != b.length)
    {
        return false;
    }
    for (size_t i = 0; i < a.length; i++)
    {
        uint16_t unit_a = utf16_unit(a, i);
        uint16_t unit_b = utf16_unit(b, i);

        if (unit_a != unit_b && platform_upcase(unit_a) != platform_upcase(unit_b))
        {
            return false;
        }
    }
    return true;
}

bool utf16_equal_ascii(struct utf16_slice a, const char *b)
{
    size_t i = 0;

    while (i < a.length && b[i] &&
           platform_upcase(utf16_unit(a, i)) == platform_upcase((uint8_t)b[i]))
    {
        i++;
    }
    return i == a.length && !b[i];
}

bool utf16_begins_with(struct utf16_slice text, struct utf16_slice prefix)
{
    return text.length >= prefix.length && utf16_equal(utf16_part(text, 0, prefix.length), prefix);
}
