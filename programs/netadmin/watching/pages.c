/*
 * What the pages of the screen show.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "watching/pages.h"

#include <wchar.h>

#include "listing/values.h"

const struct asked page_asked[PAGE_COUNT] = {
    [PAGE_SESSIONS] = { .family = &session_family, .level = 1 },
    [PAGE_FILES] = { .family = &file_family, .level = 3 },
    [PAGE_SHARES] = { .family = &share_family, .level = 2, .may_fall_back = true },
    [PAGE_CONNECTIONS] = { .family = &share_connection_family, .level = LEVEL_COMPOSED },
};

const WCHAR *const page_names[PAGE_COUNT + 1] = {
    [PAGE_SESSIONS] = L"sessions",       [PAGE_FILES] = L"files", [PAGE_SHARES] = L"shares",
    [PAGE_CONNECTIONS] = L"connections", [PAGE_COUNT] = NULL,
};

const WCHAR *const page_headings[PAGE_COUNT] = {
    [PAGE_SESSIONS] = L"Sessions",
    [PAGE_FILES] = L"Files",
    [PAGE_SHARES] = L"Shares",
    [PAGE_CONNECTIONS] = L"Connections",
};

size_t page_columns(enum page page, struct page_column columns[PAGE_COLUMNS_MAX])
{
    const struct level *level =
        level_find(&page_asked[page].family->records, page_asked[page].level);
    size_t count = 0;

    columns[count++] = (struct page_column){ .heading = L"Server" };
    for (size_t i = 0; i < level->field_count && count < PAGE_COLUMNS_MAX; i++)
    {
        const struct field *field = &level->fields[i];

        if (field->heading)
        {
            columns[count++] = (struct page_column){ field->heading, field, value_is_right(field) };
        }
    }
    return count;
}

const struct field *column_field(const struct page_column *column, const struct level *level)
{
    for (size_t i = 0; column->field && i < level->field_count; i++)
    {
        const struct field *field = &level->fields[i];

        if (field == column->field || (field->heading && !wcscmp(field->heading, column->heading)))
        {
            return field;
        }
    }
    return NULL;
}
