/*
 * Every function of every family that asks a server: what holds for all of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/family_calls.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/platform.h"
#include "support/family_call_list.h"

#define STRUCTURE_SIZE_MAX 1024

/* ---- The table -------------------------------------------------------------------------------- */

size_t family_call_count(void)
{
    return family_resource_calls_count + family_computer_calls_count + family_account_calls_count;
}

const struct family_call *family_call_at(size_t index)
{
    if (index < family_resource_calls_count)
    {
        return &family_resource_calls[index];
    }
    index -= family_resource_calls_count;
    if (index < family_computer_calls_count)
    {
        return &family_computer_calls[index];
    }
    index -= family_computer_calls_count;
    return index < family_account_calls_count ? &family_account_calls[index] : NULL;
}

/* ---- Calls ------------------------------------------------------------------------------------ */

struct info_request family_request(const struct family_arguments *arguments)
{
    return (struct info_request){
        .server = arguments->server,
        .level = arguments->level,
        .preferred_length = arguments->preferred_length,
        .resume_handle = arguments->resume_handle,
    };
}

struct target family_target(const struct family_arguments *arguments)
{
    struct target target = { .is_this_computer = false };

    if (target_parse(arguments->server, &target))
    {
        abort();
    }
    return target;
}

uint32_t family_level(const struct family_call *call, size_t index)
{
    return call->levels ? call->levels->levels[index % call->levels->level_count].level : 0;
}

uint32_t family_call_make(const struct family_call *call, const struct family_arguments *arguments,
                          struct family_result *result)
{
    uint32_t status = ERROR_SUCCESS;

    *result = (struct family_result){ .answer.buffer = NULL };
    status = call->make(arguments, result);
    if (!status && call->gives == FAMILY_GIVES_STRUCTURE)
    {
        result->answer.entries = 1;
        result->answer.total_entries = 1;
    }
    return status;
}

bool family_is_answer(uint32_t status)
{
    return !status || status == ERROR_MORE_DATA;
}

void family_result_free(struct family_result *result)
{
    platform_api_free(result->answer.buffer);
    platform_api_free(result->second);
    *result = (struct family_result){ .answer.buffer = NULL };
}

/* ---- What a caller gives ---------------------------------------------------------------------- */

static void fill_field(const struct info_field *field, uint8_t *structure, const uint16_t *text)
{
    static const uint32_t number = 1;
    uint8_t *place = structure + field->api_offset;

    switch (field->kind)
    {
    case INFO_STRING:
    case INFO_SECRET: memcpy(place, &text, sizeof(text)); break;
    case INFO_U32: memcpy(place, &number, sizeof(number)); break;
    default: break; /* zeros */
    }
}

const void *family_structure(const struct info_family *family, uint32_t level,
                             struct utf16_slice text)
{
    static _Thread_local union
    {
        uint8_t bytes[STRUCTURE_SIZE_MAX];
        void *pointer;
    } structure;
    static _Thread_local struct utf16_name name;
    const struct info_level *found = info_find_level(family, level);

    if (!found || found->api_size > sizeof(structure) || !utf16_name_set(&name, text))
    {
        return NULL;
    }
    memset(&structure, 0, sizeof(structure));
    for (size_t i = 0; i < found->field_count; i++)
    {
        fill_field(&found->fields[i], structure.bytes, name.units);
    }
    return &structure;
}

/* ---- What comes back -------------------------------------------------------------------------- */

struct block
{
    const uint8_t *begin;
    size_t size;
};

static const char *check_structures(const struct block *block, const struct info_level *level,
                                    const void *structures, size_t count);

static bool is_inside(const struct block *block, const void *data, size_t size)
{
    const size_t offset = (size_t)((const uint8_t *)data - block->begin);

    return (const uint8_t *)data >= block->begin && offset <= block->size &&
           size <= block->size - offset;
}

static bool is_terminated(const struct block *block, const uint16_t *text)
{
    if ((uintptr_t)text % sizeof(*text))
    {
        return false;
    }
    for (; is_inside(block, text, sizeof(*text)); text++)
    {
        if (!*text)
        {
            return true;
        }
    }
    return false;
}

static size_t count_at(const struct info_level *level, const struct info_field *rows,
                       const uint8_t *structure)
{
    uint32_t count = 0;

    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].kind == INFO_U32 && level->fields[i].row_offset == rows->size_offset)
        {
            memcpy(&count, structure + level->fields[i].api_offset, sizeof(count));
        }
    }
    return count;
}

static const char *check_field(const struct block *block, const struct info_level *level,
                               const struct info_field *field, const uint8_t *structure)
{
    const void *pointer = NULL;

    switch (field->kind)
    {
    case INFO_STRING:
    case INFO_SECRET:
    case INFO_BYTES:
    case INFO_ROWS: memcpy(&pointer, structure + field->api_offset, sizeof(pointer)); break;
    default: return NULL;
    }
    if (field->kind == INFO_SECRET)
    {
        return pointer ? "a secret was told" : NULL;
    }
    if (!pointer)
    {
        return field->kind == INFO_STRING ? "a text is NULL" : NULL;
    }
    if (field->kind == INFO_STRING)
    {
        return is_terminated(block, pointer) ? NULL : "a text does not end inside the block";
    }
    if (field->kind == INFO_BYTES)
    {
        return is_inside(block, pointer, 1) ? NULL : "bytes are outside the block";
    }
    return check_structures(block, field->nested->level, pointer,
                            count_at(level, field, structure));
}

static const char *check_structures(const struct block *block, const struct info_level *level,
                                    const void *structures, size_t count)
{
    const uint8_t *structure = structures;
    const char *fault = NULL;

    if (count > block->size || !is_inside(block, structures, count * level->api_size))
    {
        return "structures are outside the block";
    }
    for (size_t i = 0; i < count && !fault; i++, structure += level->api_size)
    {
        for (size_t field = 0; field < level->field_count && !fault; field++)
        {
            fault = check_field(block, level, &level->fields[field], structure);
        }
    }
    return fault;
}

static const char *check_entries(const struct family_call *call,
                                 const struct family_arguments *arguments,
                                 const struct info_answer *answer)
{
    const struct info_level *level = info_find_level(call->levels, arguments->level);
    const struct block block = { answer->buffer,
                                 answer->buffer ? malloc_usable_size(answer->buffer) : 0 };

    if (!level)
    {
        return "an answer at an unknown level";
    }
    if (!answer->buffer || !answer->entries)
    {
        return answer->buffer || answer->entries ? "entries and block do not agree" : NULL;
    }
    return check_structures(&block, level, answer->buffer, answer->entries);
}

const char *family_result_fault(const struct family_call *call,
                                const struct family_arguments *arguments, uint32_t status,
                                const struct family_result *result)
{
    const struct info_answer *answer = &result->answer;

    if (status == ERROR_MORE_DATA && call->gives != FAMILY_GIVES_LIST)
    {
        return "more data of what is no list";
    }
    if (!family_is_answer(status))
    {
        return answer->buffer || answer->entries || answer->total_entries || result->second
                   ? "something is there after a failure"
                   : NULL;
    }
    if (answer->entries > answer->total_entries)
    {
        return "more entries than there are";
    }
    switch (call->gives)
    {
    case FAMILY_GIVES_STRUCTURE:
        if (!answer->buffer)
        {
            return "success without a structure";
        }
        return check_entries(call, arguments, answer);
    case FAMILY_GIVES_LIST: return check_entries(call, arguments, answer);
    default: return NULL;
    }
}
