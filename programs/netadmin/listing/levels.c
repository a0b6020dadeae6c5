/*
 * The information levels of the API as data.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/levels.h"

#include <string.h>

const struct level *level_find(const struct record_family *family, DWORD number)
{
    for (size_t i = 0; i < family->level_count; i++)
    {
        if (family->levels[i].number == number)
        {
            return &family->levels[i];
        }
    }
    return NULL;
}

const void *field_pointer(const struct field *field, const void *record)
{
    const void *pointer;

    memcpy(&pointer, (const char *)record + field->offset, sizeof(pointer));
    return pointer;
}

const WCHAR *field_string(const struct field *field, const void *record)
{
    const WCHAR *string = field_pointer(field, record);

    return string ? string : L"";
}

static DWORD number_at(const void *record, size_t offset)
{
    DWORD number;

    memcpy(&number, (const char *)record + offset, sizeof(number));
    return number;
}

DWORD field_number(const struct field *field, const void *record)
{
    return number_at(record, field->offset);
}

DWORD field_other_number(const struct field *field, const void *record)
{
    return number_at(record, field->other);
}
