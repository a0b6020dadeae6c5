/*
 * Names of subnets in a directory.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/subnet_name.h"

#include "base/ip_address.h"

#define IPV4_PREFIX_BITS 96 /* of ::ffff:0:0/96 */
#define ADDRESS_BITS     128u

/* At most three digits, without a zero in front. */
static bool read_bits(struct utf16_slice text, uint32_t *bits)
{
    *bits = 0;
    if (!text.length || text.length > 3 || (text.length > 1 && utf16_unit(text, 0) == '0'))
    {
        return false;
    }
    for (size_t i = 0; i < text.length; i++)
    {
        const uint16_t unit = utf16_unit(text, i);

        if (unit < '0' || unit > '9')
        {
            return false;
        }
        *bits = *bits * 10 + unit - '0';
    }
    return true;
}

static bool is_zero_behind(const struct ip_address *address, uint32_t bits)
{
    for (uint32_t i = bits; i < ADDRESS_BITS; i++)
    {
        if (address->bytes[i / 8] & (0x80 >> i % 8))
        {
            return false;
        }
    }
    return true;
}

bool subnet_name_is_valid(struct utf16_slice name)
{
    const size_t slash = utf16_find(name, '/');
    const struct utf16_slice text = utf16_part(name, 0, slash);
    struct ip_address address;
    uint32_t bits = 0;

    if (slash == name.length || utf16_find(text, '[') != text.length ||
        !ip_address_parse(text, &address) ||
        !read_bits(utf16_part(name, slash + 1, name.length), &bits))
    {
        return false;
    }
    if (utf16_find(text, ':') == text.length)
    {
        bits += IPV4_PREFIX_BITS;
    }
    return bits <= ADDRESS_BITS && is_zero_behind(&address, bits);
}
