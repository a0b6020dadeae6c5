/*
 * A listing as comma-separated values (RFC 4180).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/listing_writers.h"

#include <wchar.h>

#include "listing/values.h"

static void append_string(struct text *text, const WCHAR *string)
{
    if (!wcspbrk(string, L",\"\r\n"))
    {
        text_append(text, string);
        return;
    }
    text_append_unit(text, '"');
    for (; *string; string++)
    {
        if (*string == '"')
        {
            text_append_unit(text, '"');
        }
        text_append_unit(text, *string);
    }
    text_append_unit(text, '"');
}

static void append_header(struct text *text, const struct level *level)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        text_append(text, i ? L"," : L"");
        append_string(text, level->fields[i].name);
    }
    text_append(text, L"\r\n");
}

static void append_record(struct text *text, const struct level *level, const void *record)
{
    struct text value = { 0 };

    for (size_t i = 0; i < level->field_count; i++)
    {
        value.length = 0;
        value_append_plain(&value, &level->fields[i], record);
        text_append_unit(&value, 0);
        text_append(text, i ? L"," : L"");
        append_string(text, value.units);
    }
    text_append(text, L"\r\n");
    text_free(&value);
}

void listing_append_csv(const struct listing *listing, struct text *text)
{
    append_header(text, listing->level);
    for (size_t i = 0; i < listing->count; i++)
    {
        append_record(text, listing->level, listing_record(listing, i));
    }
}
