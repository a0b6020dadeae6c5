/*
 * What the functions of the API give out: GetInfo and Enum functions of every family.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/answer.h"

#include <lmcons.h>
#include <lmerr.h>

#include "api/debug.h"

static DWORD resume_position(const struct api_enum *outputs)
{
    if (outputs->resume_handle_word)
    {
        return (DWORD)min(*outputs->resume_handle_word, MAXDWORD);
    }
    return outputs->resume_handle ? *outputs->resume_handle : 0;
}

struct info_request api_enum_request(const struct api_enum *outputs, const WCHAR *server,
                                     DWORD level)
{
    return (struct info_request){
        .server = slice_w(server),
        .level = level,
        .preferred_length = outputs->preferred_length,
        .resume_handle = resume_position(outputs),
    };
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

void api_enum_give(const struct api_enum *outputs, DWORD status, const struct info_answer *answer)
{
    if (outputs->buffer)
    {
        *outputs->buffer = answer->buffer;
    }
    if (outputs->entries_read)
    {
        *outputs->entries_read = answer->entries;
    }
    if (outputs->total_entries)
    {
        *outputs->total_entries = answer->total_entries;
    }
    if (status == NERR_Success || status == ERROR_MORE_DATA)
    {
        set_resume_position(outputs, answer->resume_handle);
    }
}

DWORD api_enum_begin(const struct api_enum *outputs, const struct info_family *family, DWORD level)
{
    api_enum_give(outputs, ERROR_INVALID_PARAMETER, &(struct info_answer){ 0 });
    if (!outputs->buffer || !outputs->entries_read || !outputs->total_entries)
    {
        return ERROR_INVALID_PARAMETER;
    }
    return info_find_level(family, level) ? NERR_Success : ERROR_INVALID_LEVEL;
}

BOOL api_list_begin(void **list, DWORD *count)
{
    if (list)
    {
        *list = NULL;
    }
    if (count)
    {
        *count = 0;
    }
    return list && count;
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
