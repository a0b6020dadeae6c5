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

static void append_header(struct text *text, const struct listing *listing)
{
    const struct level *level = listing->level;

    text_append(text, listing->of_many ? LISTING_SERVER_NAME L"," LISTING_CLUSTER_NAME L"," : L"");
    for (size_t i = 0; i < level->field_count; i++)
    {
        text_append(text, i ? L"," : L"");
        append_string(text, level->fields[i].name);
    }
    text_append(text, L"\r\n");
}

/* What a server did not tell is empty. */
static void append_row(struct text *text, const struct listing *listing, size_t index)
{
    const struct level *level = listing->level;
    struct text value = { 0 };

    if (listing->of_many)
    {
        append_string(text, listing->rows[index].server);
        text_append(text, L",");
        append_string(text, listing->rows[index].cluster ? listing->rows[index].cluster : L"");
        text_append(text, L",");
    }
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct field *field = listing_field_told(listing, index, &level->fields[i]);

        value.length = 0;
        if (field)
        {
            value_append_plain(&value, field, listing_record(listing, index));
        }
        text_append_unit(&value, 0);
        text_append(text, i ? L"," : L"");
        append_string(text, value.units);
    }
    text_append(text, L"\r\n");
    text_free(&value);
}

void listing_append_csv(const struct listing *listing, struct text *text)
{
    append_header(text, listing);
    for (size_t i = 0; i < listing->count; i++)
    {
        append_row(text, listing, i);
    }
}
