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

const WCHAR *field_string(const struct field *field, const void *record)
{
    const WCHAR *string;

    memcpy(&string, (const char *)record + field->offset, sizeof(string));
    return string ? string : L"";
}

DWORD field_number(const struct field *field, const void *record)
{
    DWORD number;

    memcpy(&number, (const char *)record + field->offset, sizeof(number));
    return number;
}
