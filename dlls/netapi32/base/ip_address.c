/*
 * IP addresses as text.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/ip_address.h"

#include <stdio.h>
#include <string.h>

#define GROUPS 8

static const uint8_t ipv4_prefix[12] = { [10] = 0xFF, [11] = 0xFF };

bool ip_address_is_ipv4(const struct ip_address *address)
{
    return !memcmp(address->bytes, ipv4_prefix, sizeof(ipv4_prefix));
}

bool ip_address_is_loopback(const struct ip_address *address)
{
    static const struct ip_address ipv6_loopback = { { [15] = 1 } };

    return !memcmp(address, &ipv6_loopback, sizeof(*address)) ||
           (ip_address_is_ipv4(address) && address->bytes[12] == 127);
}

/* ---- Reading --------------------------------------------------------------------------------- */

static int digit_value(uint16_t unit)
{
    if (unit >= '0' && unit <= '9')
    {
        return unit - '0';
    }
    if (unit >= 'a' && unit <= 'f')
    {
        return unit - 'a' + 10;
    }
    return unit >= 'A' && unit <= 'F' ? unit - 'A' + 10 : -1;
}

/* A number of 1 to `digits_max` digits that is the whole text. */
static bool parse_number(struct utf16_slice text, int base, size_t digits_max, uint32_t *number)
{
    if (!text.length || text.length > digits_max)
    {
        return false;
    }
    *number = 0;
    for (size_t i = 0; i < text.length; i++)
    {
        int digit = digit_value(utf16_unit(text, i));

        if (digit < 0 || digit >= base)
        {
            return false;
        }
        *number = *number * (uint32_t)base + (uint32_t)digit;
    }
    return true;
}

/* Takes what stands before the next `separator` off the front of *text. */
static struct utf16_slice take_part(struct utf16_slice *text, uint16_t separator)
{
    struct utf16_slice part = utf16_part(*text, 0, utf16_find(*text, separator));

    *text = utf16_part(*text, part.length + 1, text->length);
    return part;
}

static bool parse_ipv4(struct utf16_slice text, uint8_t bytes[4])
{
    for (size_t i = 0; i < 4; i++)
    {
        bool ends_rightly = (utf16_find(text, '.') == text.length) == (i == 3);
        uint32_t number = 0;

        if (!ends_rightly || !parse_number(take_part(&text, '.'), 10, 3, &number) || number > 255)
        {
            return false;
        }
        bytes[i] = (uint8_t)number;
    }
    return true;
}

/* Reads groups of four hexadecimal digits, of which the last two may be an IPv4 address. False when
 * there is anything else or more than fits; no text is no group. */
static bool parse_groups(struct utf16_slice text, uint8_t bytes[16], size_t *size)
{
    bool more = text.length != 0;

    *size = 0;
    while (more)
    {
        struct utf16_slice part;
        uint32_t number = 0;

        more = utf16_find(text, ':') < text.length;
        part = take_part(&text, ':');
        if (!more && *size <= 12 && parse_ipv4(part, bytes + *size))
        {
            *size += 4;
        }
        else if (*size <= 14 && parse_number(part, 16, 4, &number))
        {
            bytes[(*size)++] = (uint8_t)(number >> 8);
            bytes[(*size)++] = (uint8_t)number;
        }
        else
        {
            return false;
        }
    }
    return true;
}

/* The index of the first "::", or the length. */
static size_t find_gap(struct utf16_slice text)
{
    for (size_t i = 0; i + 1 < text.length; i++)
    {
        if (utf16_unit(text, i) == ':' && utf16_unit(text, i + 1) == ':')
        {
            return i;
        }
    }
    return text.length;
}

static bool parse_ipv6(struct utf16_slice text, struct ip_address *address)
{
    size_t gap = find_gap(text);
    struct utf16_slice head = utf16_part(text, 0, gap);
    uint8_t tail[16];
    size_t head_size = 0;
    size_t tail_size = 0;

    if (!parse_groups(head, address->bytes, &head_size))
    {
        return false;
    }
    if (gap == text.length)
    {
        return head_size == sizeof(address->bytes);
    }
    if (utf16_find(head, '.') < head.length ||
        !parse_groups(utf16_part(text, gap + 2, text.length), tail, &tail_size) ||
        head_size + tail_size > sizeof(address->bytes) - 2)
    {
        return false;
    }
    memset(address->bytes + head_size, 0, sizeof(address->bytes) - head_size);
    memcpy(address->bytes + sizeof(address->bytes) - tail_size, tail, tail_size);
    return true;
}

bool ip_address_parse(struct utf16_slice text, struct ip_address *address)
{
    size_t length = text.length;

    if (length > 2 && utf16_unit(text, 0) == '[' && utf16_unit(text, length - 1) == ']')
    {
        return parse_ipv6(utf16_part(text, 1, length - 2), address);
    }
    memcpy(address->bytes, ipv4_prefix, sizeof(ipv4_prefix));
    return parse_ipv4(text, address->bytes + sizeof(ipv4_prefix)) || parse_ipv6(text, address);
}

/* ---- Writing --------------------------------------------------------------------------------- */

/* The first of the longest runs of two or more zero groups; length 0 if there is none. */
static void find_longest_zeros(const uint16_t groups[GROUPS], size_t *start, size_t *length)
{
    size_t run = 0;

    *start = GROUPS;
    *length = 0;
    for (size_t i = 0; i < GROUPS; i++)
    {
        run = groups[i] ? 0 : run + 1;
        if (run > 1 && run > *length)
        {
            *length = run;
            *start = i + 1 - run;
        }
    }
}

void ip_address_format(const struct ip_address *address, char text[IP_ADDRESS_TEXT_SIZE])
{
    const uint8_t *bytes = address->bytes;
    uint16_t groups[GROUPS];
    size_t zeros_start = 0;
    size_t zeros_length = 0;
    int used = 0;

    if (ip_address_is_ipv4(address))
    {
        snprintf(text, IP_ADDRESS_TEXT_SIZE, "%u.%u.%u.%u", bytes[12], bytes[13], bytes[14],
                 bytes[15]);
        return;
    }
    for (size_t i = 0; i < GROUPS; i++)
    {
        groups[i] = (uint16_t)(bytes[2 * i] << 8 | bytes[2 * i + 1]);
    }
    find_longest_zeros(groups, &zeros_start, &zeros_length);
    for (size_t i = 0; i < GROUPS; i++)
    {
        const char *separator = i && i != zeros_start + zeros_length ? ":" : "";

        if (i == zeros_start)
        {
            used += snprintf(text + used, IP_ADDRESS_TEXT_SIZE - (size_t)used, "::");
            i += zeros_length - 1;
            continue;
        }
        used += snprintf(text + used, IP_ADDRESS_TEXT_SIZE - (size_t)used, "%s%x", separator,
                         groups[i]);
    }
}
