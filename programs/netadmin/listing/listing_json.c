/*
 * A listing as JSON (RFC 8259).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/listing_writers.h"

/* Control characters are escaped so that a terminal never acts on them, halves of surrogate pairs
 * so that nothing of a name is lost in UTF-8. */
static void append_string(struct text *text, const WCHAR *string)
{
    text_append_unit(text, '"');
    for (; *string; string++)
    {
        if (units_are_pair(string))
        {
            text_append_units(text, string++, 2);
        }
        else if (*string == '"' || *string == '\\')
        {
            text_append_unit(text, '\\');
            text_append_unit(text, *string);
        }
        else if (unit_is_control(*string) || IS_HIGH_SURROGATE(*string) ||
                 IS_LOW_SURROGATE(*string))
        {
            text_append_format(text, L"\\u%04x", *string);
        }
        else
        {
            text_append_unit(text, *string);
        }
    }
    text_append_unit(text, '"');
}

static void append_record(struct text *text, const struct level *level, const void *record)
{
    text_append(text, L"  {");
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct field *field = &level->fields[i];

        text_append(text, i ? L",\n    " : L"\n    ");
        append_string(text, field->name);
        text_append(text, L": ");
        if (field->kind == FIELD_STRING)
        {
            append_string(text, field_string(field, record));
        }
        else
        {
            text_append_format(text, L"%lu", field_number(field, record));
        }
    }
    text_append(text, L"\n  }");
}

void listing_append_json(const struct listing *listing, struct text *text)
{
    text_append(text, L"[");
    for (size_t i = 0; i < listing->count; i++)
    {
        text_append(text, i ? L",\n" : L"\n");
        append_record(text, listing->level, listing_record(listing, i));
    }
    text_append(text, listing->count ? L"\n]\n" : L"]\n");
}
