/*
 * Lines of the files that people write.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/posix_text.h"

/* So many units of a text are shown; in UTF-8 each takes up to three bytes. */
#define QUOTED_LENGTH_MAX 60

static bool is_blank(uint16_t unit)
{
    return unit == ' ' || unit == '\t' || unit == '\r';
}

struct utf16_slice text_trim_start(struct utf16_slice text)
{
    while (text.length && is_blank(utf16_unit(text, 0)))
    {
        text = utf16_part(text, 1, text.length);
    }
    return text;
}

struct utf16_slice text_trim(struct utf16_slice text)
{
    while (text.length && is_blank(utf16_unit(text, text.length - 1)))
    {
        text.length--;
    }
    return text_trim_start(text);
}

size_t text_find_blank(struct utf16_slice text)
{
    size_t index = 0;

    while (index < text.length && !is_blank(utf16_unit(text, index)))
    {
        index++;
    }
    return index;
}

bool text_has_control(struct utf16_slice text)
{
    for (size_t i = 0; i < text.length; i++)
    {
        const uint16_t unit = utf16_unit(text, i);

        if ((unit < ' ' && unit != '\t') || unit == 0x7F)
        {
            return true;
        }
    }
    return false;
}

struct utf16_slice text_line(struct utf16_slice text, size_t *position)
{
    const struct utf16_slice rest = utf16_part(text, *position, text.length);
    size_t length = utf16_find(rest, '\n');

    *position += length < rest.length ? length + 1 : length;
    if (length && utf16_unit(rest, length - 1) == '\r')
    {
        length--;
    }
    return utf16_part(rest, 0, length);
}

struct text_quoted text_quote(struct utf16_slice text)
{
    struct text_quoted quoted = { "" };

    utf16_to_utf8(utf16_part(text, 0, QUOTED_LENGTH_MAX), quoted.text, sizeof(quoted.text));
    return quoted;
}
