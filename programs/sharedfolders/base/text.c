/*
 * Text that grows, and strings of UTF-16.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/host.h"
#include "base/memory.h"

#define REPLACEMENT 0xfffd

/* ---- Text that grows ------------------------------------------------------------------------- */

void text_free(struct text *text)
{
    free(text->units);
    *text = (struct text){ 0 };
}

const char16_t *text_string(const struct text *text)
{
    return text->units ? text->units : u"";
}

void text_append_units(struct text *text, const char16_t *units, size_t count)
{
    if (text->length + count + 1 > text->capacity)
    {
        text->capacity = 2 * text->capacity + count + 16;
        text->units = memory_resize(text->units, text->capacity, sizeof(*text->units));
    }
    memcpy(text->units + text->length, units, count * sizeof(*units));
    text->length += count;
    text->units[text->length] = 0;
}

void text_append(struct text *text, const char16_t *string)
{
    text_append_units(text, string, string_length(string));
}

void text_append_unit(struct text *text, char16_t unit)
{
    text_append_units(text, &unit, 1);
}

/* At least one. */
static void append_digits(struct text *text, uint32_t number, uint32_t radix, unsigned digits)
{
    char16_t reversed[32];
    unsigned count = 0;

    do
    {
        reversed[count++] = (char16_t)u"0123456789abcdef"[number % radix];
        number /= radix;
    } while (number || count < digits);
    while (count)
    {
        text_append_unit(text, reversed[--count]);
    }
}

void text_append_number(struct text *text, uint32_t number)
{
    append_digits(text, number, 10, 1);
}

void text_append_hexadecimal(struct text *text, uint32_t number, unsigned digits)
{
    append_digits(text, number, 16, digits);
}

void text_append_count(struct text *text, size_t count, const char16_t *noun)
{
    text_append_number(text, (uint32_t)count);
    text_append(text, u" ");
    text_append(text, noun);
    text_append(text, count == 1 ? u"" : u"s");
}

bool unit_is_control(char16_t unit)
{
    return unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || (unit >= 0x200e && unit <= 0x200f) ||
           (unit >= 0x2028 && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
}

void text_append_visible(struct text *text, const char16_t *string)
{
    for (; *string; string++)
    {
        text_append_unit(text, unit_is_control(*string) ? REPLACEMENT : *string);
    }
}

/* ---- Strings --------------------------------------------------------------------------------- */

bool units_are_pair(const char16_t *string)
{
    return (string[0] & 0xfc00) == 0xd800 && (string[1] & 0xfc00) == 0xdc00;
}

size_t string_length(const char16_t *string)
{
    size_t length = 0;

    while (string[length])
    {
        length++;
    }
    return length;
}

char16_t *string_copy(const char16_t *string)
{
    const size_t size = (string_length(string) + 1) * sizeof(*string);

    return memcpy(memory_resize(NULL, size, 1), string, size);
}

int string_compare(const char16_t *a, const char16_t *b)
{
    while (*a && host_upper(*a) == host_upper(*b))
    {
        a++;
        b++;
    }
    return (int)host_upper(*a) - (int)host_upper(*b);
}

int string_compare_exactly(const char16_t *a, const char16_t *b)
{
    while (*a && *a == *b)
    {
        a++;
        b++;
    }
    return (int)*a - (int)*b;
}

static bool starts_with(const char16_t *string, const char16_t *part, size_t length)
{
    for (size_t i = 0; i < length; i++)
    {
        if (!string[i] || host_upper(string[i]) != host_upper(part[i]))
        {
            return false;
        }
    }
    return true;
}

bool string_holds(const char16_t *string, const char16_t *part, size_t length)
{
    if (!length)
    {
        return true;
    }
    for (; *string; string++)
    {
        if (starts_with(string, part, length))
        {
            return true;
        }
    }
    return false;
}
