/*
 * Formatted text, the same wherever the program runs: run time libraries do not agree on wide formats,
 * nor on how large a long is.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <string.h>
#include <wchar.h>

#include "base/text.h"

#define DIGITS_MAX 20 /* of 64 bits */

/* A conversion of a format, as it is written: %-5ls, %02lu. */
struct conversion
{
    bool is_left;
    bool has_zeros;
    size_t width;
    WCHAR size; /* 0, 'l', 'z', or 'q' for ll */
    WCHAR kind;
};

static void append_padded(struct text *text, const struct conversion *conversion,
                          const WCHAR *units, size_t length)
{
    const size_t blanks = length < conversion->width ? conversion->width - length : 0;

    text_append_spaces(text, conversion->is_left ? 0 : blanks);
    text_append_units(text, units, length);
    text_append_spaces(text, conversion->is_left ? blanks : 0);
}

static void append_integer(struct text *text, const struct conversion *conversion, ULONGLONG value,
                           bool is_negative)
{
    const unsigned int base = conversion->kind == 'x' ? 16 : 10;
    WCHAR units[DIGITS_MAX + 1];
    size_t start = ARRAYSIZE(units);

    do
    {
        units[--start] = L"0123456789abcdef"[value % base];
        value /= base;
    } while (value);
    if (conversion->has_zeros)
    {
        const size_t digits = conversion->width - (is_negative && conversion->width);

        while (start > 1 && ARRAYSIZE(units) - start < digits)
        {
            units[--start] = '0';
        }
    }
    if (is_negative)
    {
        units[--start] = '-';
    }
    append_padded(text, conversion, units + start, ARRAYSIZE(units) - start);
}

static void append_unsigned(struct text *text, const struct conversion *conversion,
                            va_list *arguments)
{
    ULONGLONG value;

    switch (conversion->size)
    {
    case 'l': value = va_arg(*arguments, DWORD); break;
    case 'q': value = va_arg(*arguments, ULONGLONG); break;
    case 'z': value = va_arg(*arguments, size_t); break;
    default: value = va_arg(*arguments, unsigned int); break;
    }
    append_integer(text, conversion, value, false);
}

static void append_signed(struct text *text, const struct conversion *conversion,
                          va_list *arguments)
{
    LONGLONG value;

    switch (conversion->size)
    {
    case 'l': value = va_arg(*arguments, LONG); break;
    case 'q': value = va_arg(*arguments, LONGLONG); break;
    default: value = va_arg(*arguments, int); break;
    }
    append_integer(text, conversion, value < 0 ? 0 - (ULONGLONG)value : (ULONGLONG)value,
                   value < 0);
}

static void append_narrow(struct text *text, const struct conversion *conversion,
                          const char *string)
{
    const size_t length = strlen(string);
    const size_t blanks = length < conversion->width ? conversion->width - length : 0;

    text_append_spaces(text, conversion->is_left ? 0 : blanks);
    for (; *string; string++)
    {
        text_append_unit(text, (unsigned char)*string); /* ASCII */
    }
    text_append_spaces(text, conversion->is_left ? blanks : 0);
}

static void append_conversion(struct text *text, const struct conversion *conversion,
                              va_list *arguments)
{
    const WCHAR *string;
    WCHAR unit;

    switch (conversion->kind)
    {
    case 'u':
    case 'x': append_unsigned(text, conversion, arguments); break;
    case 'd': append_signed(text, conversion, arguments); break;
    case 'c':
        unit = (WCHAR)va_arg(*arguments, int);
        append_padded(text, conversion, &unit, 1);
        break;
    case 's':
        if (conversion->size != 'l')
        {
            append_narrow(text, conversion, va_arg(*arguments, const char *));
            break;
        }
        string = va_arg(*arguments, const WCHAR *);
        string = string ? string : L"(null)";
        append_padded(text, conversion, string, wcslen(string));
        break;
    default: text_append_unit(text, conversion->kind); break; /* %% */
    }
}

/* Reads what stands behind a %, and moves *format behind it. */
static struct conversion conversion_read(const WCHAR **format, va_list *arguments)
{
    struct conversion conversion = { 0 };
    const WCHAR *at = *format;

    for (; *at == '-' || *at == '0'; at++)
    {
        conversion.is_left = conversion.is_left || *at == '-';
        conversion.has_zeros = conversion.has_zeros || *at == '0';
    }
    if (*at == '*')
    {
        conversion.width = (size_t)va_arg(*arguments, int);
        at++;
    }
    for (; *at >= '0' && *at <= '9'; at++)
    {
        conversion.width = conversion.width * 10 + (size_t)(*at - '0');
    }
    for (; *at == 'l' || *at == 'z'; at++)
    {
        conversion.size = conversion.size == 'l' ? 'q' : *at;
    }
    conversion.kind = *at;
    *format = at + (*at != 0);
    return conversion;
}

void text_append_format_list(struct text *text, const WCHAR *format, va_list arguments)
{
    va_list rest;

    va_copy(rest, arguments);
    while (*format)
    {
        const size_t plain = wcscspn(format, L"%");

        text_append_units(text, format, plain);
        format += plain;
        if (*format)
        {
            struct conversion conversion;

            format++;
            conversion = conversion_read(&format, &rest);
            append_conversion(text, &conversion, &rest);
        }
    }
    va_end(rest);
}

void text_append_format(struct text *text, const WCHAR *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    text_append_format_list(text, format, arguments);
    va_end(arguments);
}
