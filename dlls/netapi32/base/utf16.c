/*
 * UTF-16 text as the wire and the API carry it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf16.h"

#include <string.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "text is used as it comes off the wire");

#define REPLACEMENT_CHARACTER 0xFFFD

struct utf16_slice utf16_from_terminated(const uint16_t *text)
{
    struct utf16_slice slice = { text, 0 };

    while (text && text[slice.length])
    {
        slice.length++;
    }
    return slice;
}

struct utf16_slice utf16_from_name(const struct utf16_name *name)
{
    return (struct utf16_slice){ name->units, name->length };
}

struct utf16_slice utf16_part(struct utf16_slice text, size_t start, size_t length)
{
    if (start > text.length)
    {
        start = text.length;
    }
    if (length > text.length - start)
    {
        length = text.length - start;
    }
    return (struct utf16_slice){ text.units ? (const uint8_t *)text.units + start * 2 : NULL,
                                 length };
}

struct utf16_slice utf16_absent_if_empty(struct utf16_slice text)
{
    return text.length ? text : (struct utf16_slice){ NULL, 0 };
}

struct utf16_slice utf16_without_brackets(struct utf16_slice text)
{
    bool has_brackets =
        text.length > 2 && utf16_unit(text, 0) == '[' && utf16_unit(text, text.length - 1) == ']';

    return has_brackets ? utf16_part(text, 1, text.length - 2) : text;
}

bool utf16_name_set(struct utf16_name *name, struct utf16_slice text)
{
    name->length = 0;
    name->units[0] = 0;
    return utf16_name_append(name, text);
}

struct utf16_name utf16_name_from_ascii(const char *text)
{
    struct utf16_name name = { .length = 0 };

    utf16_name_append_ascii(&name, text);
    return name;
}

bool utf16_name_append_ascii(struct utf16_name *name, const char *text)
{
    size_t length = strlen(text);

    if (length > NAME_LENGTH_MAX - name->length)
    {
        return false;
    }
    for (size_t i = 0; i < length; i++)
    {
        name->units[name->length++] = (uint8_t)text[i];
    }
    name->units[name->length] = 0;
    return true;
}

bool utf16_name_append(struct utf16_name *name, struct utf16_slice text)
{
    if (text.length > NAME_LENGTH_MAX - name->length)
    {
        return false;
    }
    if (text.length)
    {
        memcpy(name->units + name->length, text.units, text.length * sizeof(uint16_t));
    }
    name->length += text.length;
    name->units[name->length] = 0;
    return true;
}

int utf16_compare(struct utf16_slice a, struct utf16_slice b)
{
    size_t i = 0;

    while (i < a.length && i < b.length && utf16_unit(a, i) == utf16_unit(b, i))
    {
        i++;
    }
    if (i == a.length || i == b.length)
    {
        return (a.length > b.length) - (a.length < b.length);
    }
    return utf16_unit(a, i) - utf16_unit(b, i);
}

/* Not 0 when one of the four units of a word is 0. */
static inline uint64_t zero_units(uint64_t word)
{
    const uint64_t ones = 0x0001000100010001u;

    return (word - ones) & ~word & ones << 15;
}

/* Four units. */
static uint64_t word_at(struct utf16_slice text, size_t index)
{
    uint64_t word = 0;

    memcpy(&word, (const uint8_t *)text.units + index * sizeof(uint16_t), sizeof(word));
    return word;
}

size_t utf16_find(struct utf16_slice text, uint16_t unit)
{
    const uint64_t pattern = unit * (uint64_t)0x0001000100010001u;
    const size_t at_once = sizeof(pattern) / sizeof(unit);
    size_t index = 0;

    while (text.length - index >= at_once)
    {
        if (zero_units(word_at(text, index) ^ pattern))
        {
            break;
        }
        index += at_once;
    }
    if (text.length >= at_once && text.length - index < at_once &&
        !zero_units(word_at(text, text.length - at_once) ^ pattern))
    {
        return text.length;
    }
    while (index < text.length && utf16_unit(text, index) != unit)
    {
        index++;
    }
    return index;
}

static bool is_high_surrogate(uint32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_low_surrogate(uint32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

static size_t utf8_encode(uint32_t code_point, char utf8[4])
{
    if (code_point < 0x80)
    {
        utf8[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800)
    {
        utf8[0] = (char)(0xC0 | code_point >> 6);
        utf8[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000)
    {
        utf8[0] = (char)(0xE0 | code_point >> 12);
        utf8[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        utf8[2] = (char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    utf8[0] = (char)(0xF0 | code_point >> 18);
    utf8[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
    utf8[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
    utf8[3] = (char)(0x80 | (code_point & 0x3F));
    return 4;
}

bool utf16_to_utf8(struct utf16_slice text, char *utf8, size_t size)
{
    size_t used = 0;

    for (size_t i = 0; i < text.length; i++)
    {
        uint32_t code_point = utf16_unit(text, i);
        char encoded[4];
        size_t length = 0;

        if (is_high_surrogate(code_point) && i + 1 < text.length &&
            is_low_surrogate(utf16_unit(text, i + 1)))
        {
            code_point =
                0x10000 + ((code_point - 0xD800) << 10) + (utf16_unit(text, ++i) - 0xDC00u);
        }
        else if (is_high_surrogate(code_point) || is_low_surrogate(code_point))
        {
            code_point = REPLACEMENT_CHARACTER;
        }
        length = utf8_encode(code_point, encoded);
        if (length >= size - used)
        {
            return false;
        }
        memcpy(utf8 + used, encoded, length);
        used += length;
    }
    if (used >= size)
    {
        return false;
    }
    utf8[used] = 0;
    return true;
}

/* Takes one code point off the front of `*utf8`. */
static uint32_t utf8_decode(const char **utf8)
{
    const uint8_t *bytes = (const uint8_t *)*utf8;
    static const uint32_t smallest[] = { 0, 0x80, 0x800, 0x10000 };
    size_t more = bytes[0] < 0x80 ? 0 : bytes[0] >= 0xF0 ? 3 : bytes[0] >= 0xE0 ? 2 : 1;
    uint32_t code_point = more ? bytes[0] & (0x3Fu >> more) : bytes[0];

    (*utf8)++;
    if (bytes[0] >= 0x80 && (bytes[0] < 0xC2 || bytes[0] > 0xF4))
    {
        return REPLACEMENT_CHARACTER;
    }
    for (size_t i = 1; i <= more; i++)
    {
        if ((bytes[i] & 0xC0) != 0x80)
        {
            return REPLACEMENT_CHARACTER;
        }
        code_point = code_point << 6 | (bytes[i] & 0x3Fu);
    }
    if (code_point < smallest[more] || code_point > 0x10FFFF || is_high_surrogate(code_point) ||
        is_low_surrogate(code_point))
    {
        return REPLACEMENT_CHARACTER;
    }
    *utf8 += more;
    return code_point;
}

/* Returns how many units there are. */
static size_t utf16_encode(uint32_t code_point, uint16_t units[2])
{
    if (code_point < 0x10000)
    {
        units[0] = (uint16_t)code_point;
        return 1;
    }
    units[0] = (uint16_t)(0xD800 + ((code_point - 0x10000) >> 10));
    units[1] = (uint16_t)(0xDC00 + ((code_point - 0x10000) & 0x3FF));
    return 2;
}

bool utf16_name_from_utf8(struct utf16_name *name, const char *utf8)
{
    name->length = 0;
    name->units[0] = 0;
    while (*utf8)
    {
        uint16_t units[2];
        const size_t count = utf16_encode(utf8_decode(&utf8), units);

        if (!utf16_name_append(name, (struct utf16_slice){ units, count }))
        {
            return false;
        }
    }
    return true;
}

size_t utf16_from_utf8(uint16_t *units, size_t *length, const char *utf8)
{
    const char *next = utf8;

    *length = 0;
    while (*next)
    {
        const char *start = next;
        const uint32_t code_point = utf8_decode(&next);

        /* Of three bytes, it is the character itself. */
        if (code_point == REPLACEMENT_CHARACTER && next == start + 1)
        {
            return (size_t)(start - utf8);
        }
        *length += utf16_encode(code_point, units + *length);
    }
    return (size_t)(next - utf8);
}
