/*
 * Levels, and a caller's structure read into a row.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/level.h"

#include <string.h>

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

size_t info_plain_size(const struct info_field *field)
{
    switch (field->kind)
    {
    case INFO_U8: return sizeof(uint8_t);
    case INFO_U16: return sizeof(uint16_t);
    case INFO_U32: return sizeof(uint32_t);
    case INFO_U64: return sizeof(uint64_t);
    case INFO_GUID: return INFO_GUID_SIZE;
    case INFO_BLOCK: return field->size;
    case INFO_WORD:
    case INFO_STRING:
    case INFO_BYTES:
    case INFO_SECRET:
    case INFO_ROWS: break;
    }
    return 0;
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
    struct info_bytes bytes;
    const void *data = NULL;

    memcpy(&bytes, row + field->row_offset, sizeof(bytes));
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
        case INFO_U8:
        case INFO_U16:
        case INFO_U32:
        case INFO_U64:
        case INFO_GUID:
        case INFO_BLOCK:
            memcpy((uint8_t *)row + field->row_offset,
                   (const uint8_t *)structure + field->api_offset, info_plain_size(field));
            break;
        case INFO_WORD: read_word(structure, field, row); break;
        case INFO_STRING:
        case INFO_SECRET: read_text(structure, field, row); break;
        case INFO_BYTES: read_bytes(structure, field, row); break;
        case INFO_ROWS: break;
        }
    }
}

size_t info_count_at_most(const struct info_level *level, uint32_t preferred_length, size_t count)
{
    size_t most = preferred_length / level->api_size + 1;

    return preferred_length == PREFERRED_LENGTH_UNLIMITED || most > count ? count : most;
}
