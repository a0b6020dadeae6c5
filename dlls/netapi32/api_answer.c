/*
 * Rows of this computer as answers of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api_answer.h"

#include <lmcons.h>
#include <lmerr.h>

static DWORD_PTR resume_position(const struct api_enum *outputs)
{
    if (outputs->resume_handle_word)
    {
        return *outputs->resume_handle_word;
    }
    return outputs->resume_handle ? *outputs->resume_handle : 0;
}

static void set_resume_position(const struct api_enum *outputs, DWORD position)
{
    if (outputs->resume_handle_word)
    {
        *outputs->resume_handle_word = position;
    }
    if (outputs->resume_handle)
    {
        *outputs->resume_handle = position;
    }
}

DWORD api_enum_begin(const struct api_enum *outputs, const struct info_family *family, DWORD level)
{
    if (outputs->entries_read)
    {
        *outputs->entries_read = 0;
    }
    if (outputs->total_entries)
    {
        *outputs->total_entries = 0;
    }
    if (outputs->buffer)
    {
        *outputs->buffer = NULL;
    }
    if (!outputs->buffer || !outputs->entries_read || !outputs->total_entries)
    {
        return ERROR_INVALID_PARAMETER;
    }
    return info_find_level(family, level) ? NERR_Success : ERROR_INVALID_LEVEL;
}

DWORD api_enum_finish(const struct api_enum *outputs, const struct info_family *family, DWORD level,
                      const struct info_rows *rows)
{
    const struct info_level *layout = info_find_level(family, level);
    DWORD_PTR start = resume_position(outputs);
    struct info_rows left = { NULL, 0 };
    struct info_buffer packed;
    size_t fitting = 0;
    DWORD status = NERR_Success;

    if (start < rows->count)
    {
        left.rows = info_row(family, rows, start);
        left.count = rows->count - start;
    }
    fitting = info_count_fitting(family, layout, &left, outputs->preferred_length);
    if (!fitting && left.count)
    {
        return NERR_BufTooSmall;
    }
    status = info_pack(family, layout, &(struct info_rows){ left.rows, fitting }, &packed);
    if (status)
    {
        return status;
    }
    *outputs->buffer = packed.buffer;
    *outputs->entries_read = packed.entries;
    *outputs->total_entries = (DWORD)left.count;
    set_resume_position(outputs, fitting < left.count ? (DWORD)(start + fitting) : 0);
    return fitting < left.count ? ERROR_MORE_DATA : NERR_Success;
}

DWORD api_info_begin(BYTE **buffer, const struct info_family *family, DWORD level)
{
    if (!buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *buffer = NULL;
    return info_find_level(family, level) ? NERR_Success : ERROR_INVALID_LEVEL;
}

DWORD api_info_finish(BYTE **buffer, const struct info_family *family, DWORD level, const void *row)
{
    const struct info_rows rows = { (void *)row, 1 };
    struct info_buffer packed;
    DWORD status = info_pack(family, info_find_level(family, level), &rows, &packed);

    *buffer = packed.buffer;
    return status;
}
