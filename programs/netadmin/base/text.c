/*
 * Text that grows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/text.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"

/* Makes room for count more units and says where they go. */
static WCHAR *text_extend(struct text *text, size_t count)
{
    WCHAR *place;

    if (count > text->capacity - text->length)
    {
        text->capacity = 2 * text->capacity + count + 64;
        text->units = memory_resize(text->units, text->capacity, sizeof(WCHAR));
    }
    place = text->units + text->length;
    text->length += count;
    return place;
}

void text_free(struct text *text)
{
    free(text->units);
    *text = (struct text){ 0 };
}

void text_append(struct text *text, const WCHAR *string)
{
    text_append_units(text, string, wcslen(string));
}

void text_append_units(struct text *text, const WCHAR *units, size_t count)
{
    if (count)
    {
        wmemcpy(text_extend(text, count), units, count);
    }
}

void text_append_unit(struct text *text, WCHAR unit)
{
    *text_extend(text, 1) = unit;
}

void text_append_spaces(struct text *text, size_t count)
{
    if (count)
    {
        wmemset(text_extend(text, count), ' ', count);
    }
}

bool unit_is_control(WCHAR unit)
{
    return unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || /* C0, DELETE, C1 */
           unit == 0x00ad || unit == 0x200b ||             /* soft hyphen, space without width */
           unit == 0x061c || unit == 0x200e || unit == 0x200f || /* marks of direction */
           (unit >= 0x2028 && unit <= 0x202e) || /* separators of lines, overrides of direction */
           (unit >= 0x2060 && unit <= 0x206f) || /* invisible operators, isolates */
           unit == 0xfeff;                       /* no break, without width */
}

bool units_are_pair(const WCHAR *string)
{
    return IS_HIGH_SURROGATE(string[0]) && IS_LOW_SURROGATE(string[1]);
}

void text_append_visible(struct text *text, const WCHAR *string)
{
    for (; *string; string++)
    {
        text_append_unit(text, unit_is_control(*string) ? '?' : *string);
    }
}
