/*
 * Rows of a family packed into the structures of the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/level.h"

#include <string.h>

#include "base/status.h"
#include "platform/platform.h"

const struct info_level *info_find_level(const struct info_family *family, uint32_t level)
{
    for (size_t i = 0; i < family->level_count; i++)
    {
        if (family->levels[i].level == level)
        {
            return &family->levels[i];
        }
    }
    return NULL;
}

static bool has_field(const struct info_level *level, const struct info_field *field)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].row_offset == field->row_offset)
        {
            return true;
        }
    }
    return false;
}

bool info_level_covers(const struct info_level *level, const struct info_level *other)
{
    for (size_t i = 0; i < other->field_count; i++)
    {
        if (!other->fields[i].is_optional && !has_field(level, &other->fields[i]))
        {
            return false;
        }
    }
    return true;
}

void *info_row(const struct info_family *family, const struct info_rows *rows, size_t index)
{
    return (uint8_t *)rows->rows + index * family->row_size;
}

static struct utf16_slice string_of(const struct info_field *field, const void *row)
{
    struct utf16_slice text;

    memcpy(&text, (const uint8_t *)row + field->row_offset, sizeof(text));
    return text;
}

static struct info_bytes bytes_of(const struct info_field *field, const void *row)
{
    struct info_bytes bytes;

    memcpy(&bytes, (const uint8_t *)row + field->row_offset, sizeof(bytes));
    return bytes;
}

static uintptr_t word_of(const struct info_field *field, const void *row)
{
    uint32_t number = 0;

    memcpy(&number, (const uint8_t *)row + field->row_offset, sizeof(number));
    return number;
}

/* Bytes may be a structure of 32-bit numbers, as a SID is. */
#define BYTES_ALIGNMENT sizeof(uint32_t)

/* What a field takes behind the structures, at most. */
static size_t packed_field_size(const struct info_field *field, const void *row)
{
    switch (field->kind)
    {
    case INFO_STRING: return (string_of(field, row).length + 1) * sizeof(uint16_t);
    case INFO_BYTES: return bytes_of(field, row).size + 2 * (BYTES_ALIGNMENT - 1);
    case INFO_U32:
    case INFO_U8:
    case INFO_WORD:
    case INFO_SECRET:
    case INFO_BLOCK: break;
    }
    return 0;
}

/* What a row takes in the API buffer: its structure, and its strings with their terminators. */
static size_t packed_size(const struct info_level *level, const void *row)
{
    size_t size = level->api_size;

    for (size_t i = 0; i < level->field_count; i++)
    {
        size += packed_field_size(&level->fields[i], row);
    }
    return size;
}

size_t info_count_fitting(const struct info_family *family, const struct info_level *level,
                          const struct info_rows *rows, uint32_t preferred_length)
{
    size_t left = preferred_length;
    size_t count = 0;

    if (preferred_length == PREFERRED_LENGTH_UNLIMITED)
    {
        return rows->count;
    }
    for (; count < rows->count; count++)
    {
        size_t size = packed_size(level, info_row(family, rows, count));

        if (size > left)
        {
            break;
        }
        left -= size;
    }
    return count;
}

/* Copies a string to `*end`, terminates it, and moves `*end` on. */
static uint16_t *put_string(uint8_t **end, struct utf16_slice text)
{
    uint16_t *start = (uint16_t *)(void *)*end;

    if (text.length)
    {
        memcpy(start, text.units, text.length * sizeof(uint16_t));
    }
    start[text.length] = 0;
    *end += (text.length + 1) * sizeof(uint16_t);
    return start;
}

/* Copies bytes to `*end`, aligned, and moves `*end` on; strings behind them stay aligned too. */
static void *put_bytes(uint8_t **end, struct info_bytes bytes)
{
    uint8_t *start = *end + (0 - (uintptr_t)*end) % BYTES_ALIGNMENT;

    if (!bytes.data)
    {
        return NULL;
    }
    memcpy(start, bytes.data, bytes.size);
    *end = start + bytes.size + bytes.size % sizeof(uint16_t);
    return start;
}

static void pack_row(const struct info_level *level, const void *row, uint8_t *structure,
                     uint8_t **strings)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        void *copy = NULL;
        uintptr_t word = 0;

        switch (field->kind)
        {
        case INFO_U32:
            memcpy(structure + field->api_offset, (const uint8_t *)row + field->row_offset,
                   sizeof(uint32_t));
            break;
        case INFO_U8:
            structure[field->api_offset] = *((const uint8_t *)row + field->row_offset);
            break;
        case INFO_WORD:
            word = word_of(field, row);
            memcpy(structure + field->api_offset, &word, sizeof(word));
            break;
        case INFO_STRING:
            copy = put_string(strings, string_of(field, row));
            memcpy(structure + field->api_offset, &copy, sizeof(copy));
            break;
        case INFO_BYTES:
            copy = put_bytes(strings, bytes_of(field, row));
            memcpy(structure + field->api_offset, &copy, sizeof(copy));
            break;
        case INFO_BLOCK:
            memcpy(structure + field->api_offset, (const uint8_t *)row + field->row_offset,
                   field->size);
            break;
        case INFO_SECRET: break;
        }
    }
}

uint32_t info_pack(const struct info_family *family, const struct info_level *level,
                   const struct info_rows *rows, struct info_buffer *buffer)
{
    size_t size = 0;
    uint8_t *strings = NULL;

    *buffer = (struct info_buffer){ 0 };
    if (!rows->count)
    {
        return ERROR_SUCCESS;
    }
    for (size_t i = 0; i < rows->count; i++)
    {
        size += packed_size(level, info_row(family, rows, i));
    }
    buffer->buffer = platform_api_allocate(size);
    if (!buffer->buffer)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    memset(buffer->buffer, 0, rows->count * level->api_size);
    strings = (uint8_t *)buffer->buffer + rows->count * level->api_size;
    for (size_t i = 0; i < rows->count; i++)
    {
        pack_row(level, info_row(family, rows, i), (uint8_t *)buffer->buffer + i * level->api_size,
                 &strings);
    }
    buffer->entries = (uint32_t)rows->count;
    return ERROR_SUCCESS;
}

uint32_t info_answer_from(const struct info_family *family, const struct info_level *level,
                          const struct info_rows *rows, size_t start, uint32_t preferred_length,
                          struct info_answer *answer)
{
    struct info_rows left = { NULL, 0 };
    struct info_buffer packed;
    size_t fitting = 0;
    uint32_t status = ERROR_SUCCESS;

    *answer = (struct info_answer){ 0 };
    if (start < rows->count)
    {
        left = (struct info_rows){ info_row(family, rows, start), rows->count - start };
    }
    fitting = info_count_fitting(family, level, &left, preferred_length);
    if (!fitting && left.count)
    {
        return NERR_BufTooSmall;
    }
    status = info_pack(family, level, &(struct info_rows){ left.rows, fitting }, &packed);
    if (status)
    {
        return status;
    }
    answer->buffer = packed.buffer;
    answer->entries = packed.entries;
    answer->total_entries = (uint32_t)left.count;
    if (fitting < left.count)
    {
        answer->resume_handle = (uint32_t)(start + fitting);
        return ERROR_MORE_DATA;
    }
    return ERROR_SUCCESS;
}

static void read_word(const uint8_t *structure, const struct info_field *field, uint8_t *row)
{
    uintptr_t word = 0;
    uint32_t number = 0;

    memcpy(&word, structure + field->api_offset, sizeof(word));
    number = (uint32_t)word;
    memcpy(row + field->row_offset, &number, sizeof(number));
}

static void read_text(const uint8_t *structure, const struct info_field *field, uint8_t *row)
{
    const uint16_t *units = NULL;
    struct utf16_slice text;

    memcpy(&units, structure + field->api_offset, sizeof(units));
    text = utf16_from_terminated(units);
    if (units)
    {
        memcpy(row + field->row_offset, &text, sizeof(text));
    }
}

static void read_bytes(const uint8_t *structure, const struct info_field *field, uint8_t *row)
{
    struct info_bytes bytes = bytes_of(field, row);
    const void *data = NULL;

    memcpy(&data, structure + field->api_offset, sizeof(data));
    if (data)
    {
        bytes.data = data;
        memcpy(row + field->row_offset, &bytes, sizeof(bytes));
    }
}

void info_read(const struct info_level *level, const void *structure, void *row)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];

        switch (field->kind)
        {
        case INFO_U32:
            memcpy((uint8_t *)row + field->row_offset,
                   (const uint8_t *)structure + field->api_offset, sizeof(uint32_t));
            break;
        case INFO_U8:
            *((uint8_t *)row + field->row_offset) =
                *((const uint8_t *)structure + field->api_offset);
            break;
        case INFO_WORD: read_word(structure, field, row); break;
        case INFO_STRING:
        case INFO_SECRET: read_text(structure, field, row); break;
        case INFO_BYTES: read_bytes(structure, field, row); break;
        case INFO_BLOCK:
            memcpy((uint8_t *)row + field->row_offset,
                   (const uint8_t *)structure + field->api_offset, field->size);
            break;
        }
    }
}
