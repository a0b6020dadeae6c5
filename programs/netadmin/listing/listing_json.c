/*
 * A listing as JSON (RFC 8259).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/listing_writers.h"

#include "listing/json.h"
#include "listing/values.h"

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

static void append_array(struct text *text, const struct level *level, const void *records,
                         size_t count, size_t depth);

static void append_value(struct text *text, const struct field *field, const void *record,
                         size_t depth)
{
    struct text value = { 0 };

    if (field->kind == FIELD_RECORDS)
    {
        const void *records = field_pointer(field, record);

        append_array(text, field->element, records, records ? field_other_number(field, record) : 0,
                     depth);
        return;
    }
    value_append_plain(&value, field, record);
    text_append_unit(&value, 0);
    if (value_is_string(field))
    {
        append_string(text, value.units);
    }
    else
    {
        text_append(text, value.units);
    }
    text_free(&value);
}

static void append_line(struct text *text, size_t depth)
{
    text_append_unit(text, '\n');
    text_append_spaces(text, 2 * depth);
}

static void append_name(struct text *text, const WCHAR *name, bool is_first, size_t depth)
{
    text_append(text, is_first ? L"" : L",");
    append_line(text, depth);
    append_string(text, name);
    text_append(text, L": ");
}

static void append_record(struct text *text, const struct level *level, const void *record,
                          size_t depth)
{
    text_append_unit(text, '{');
    for (size_t i = 0; i < level->field_count; i++)
    {
        append_name(text, level->fields[i].name, !i, depth + 1);
        append_value(text, &level->fields[i], record, depth + 1);
    }
    append_line(text, depth);
    text_append_unit(text, '}');
}

/* The depth is that of the line in which it begins. */
static void append_array(struct text *text, const struct level *level, const void *records,
                         size_t count, size_t depth)
{
    text_append_unit(text, '[');
    for (size_t i = 0; i < count; i++)
    {
        text_append(text, i ? L"," : L"");
        append_line(text, depth + 1);
        append_record(text, level, (const char *)records + i * level->size, depth + 1);
    }
    if (count)
    {
        append_line(text, depth);
    }
    text_append_unit(text, ']');
}

/* What a server did not tell is null. */
static void append_row(struct text *text, const struct listing *listing, size_t index)
{
    const struct level *level = listing->level;

    text_append_unit(text, '{');
    if (listing->of_many)
    {
        append_name(text, LISTING_SERVER_NAME, true, 2);
        append_string(text, listing->rows[index].server);
        if (listing->rows[index].cluster)
        {
            append_name(text, LISTING_CLUSTER_NAME, false, 2);
            append_string(text, listing->rows[index].cluster);
        }
    }
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct field *field = listing_field_told(listing, index, &level->fields[i]);

        append_name(text, level->fields[i].name, !i && !listing->of_many, 2);
        if (field)
        {
            append_value(text, field, listing_record(listing, index), 2);
        }
        else
        {
            text_append(text, L"null");
        }
    }
    append_line(text, 1);
    text_append_unit(text, '}');
}

void listing_append_json(const struct listing *listing, struct text *text)
{
    text_append_unit(text, '[');
    for (size_t i = 0; i < listing->count; i++)
    {
        text_append(text, i ? L"," : L"");
        append_line(text, 1);
        append_row(text, listing, i);
    }
    if (listing->count)
    {
        append_line(text, 0);
    }
    text_append(text, L"]\n");
}

void json_append_string(struct text *text, const WCHAR *string)
{
    append_string(text, string);
}

void json_append_value(struct text *text, const struct field *field, const void *record)
{
    append_value(text, field, record, 0);
}
