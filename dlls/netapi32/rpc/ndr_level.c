/*
 * NDR: information levels, by the tables that also pack them for the API.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Long lists are what takes time here: a row is read field by field from its table, without a call
 * of the general decoder for each.
 */
#include <string.h>

#include "base/status.h"
#include "rpc/ndr_codec.h"

static bool has_pointer(const struct info_field *field)
{
    return field->kind == INFO_STRING || field->kind == INFO_SECRET || field->kind == INFO_BYTES;
}

/* What a field takes in the structure, without what aligns it. */
static size_t fixed_size(const struct info_field *field)
{
    switch (field->kind)
    {
    case INFO_U8: return sizeof(uint8_t);
    case INFO_BLOCK: return field->size;
    default: return sizeof(uint32_t);
    }
}

size_t ndr_level_alignment(const struct info_level *level)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].kind != INFO_U8 && level->fields[i].kind != INFO_BLOCK)
        {
            return sizeof(uint32_t);
        }
    }
    return sizeof(uint8_t);
}

static size_t least_row_size(const struct info_level *level)
{
    size_t size = 0;

    for (size_t i = 0; i < level->field_count; i++)
    {
        size += fixed_size(&level->fields[i]);
    }
    return size;
}

/* ---- Encoding -------------------------------------------------------------------------------- */

static void put_row_fixed(struct ndr_encoder *ndr, const struct info_level *level,
                          const uint8_t *row)
{
    writer_align(ndr->stub, 0, ndr_level_alignment(level));
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        const uint8_t *place = row + field->row_offset;
        const void *pointer = NULL;
        uint32_t number = 0;

        if (has_pointer(field))
        {
            memcpy(&pointer, place, sizeof(pointer));
            (pointer ? ndr_put_referent : ndr_put_null)(ndr);
        }
        else if (field->kind == INFO_U8 || field->kind == INFO_BLOCK)
        {
            writer_bytes(ndr->stub, place, fixed_size(field));
        }
        else
        {
            memcpy(&number, place, sizeof(number));
            ndr_put_u32(ndr, number);
        }
    }
}

static void put_field_deferred(struct ndr_encoder *ndr, const struct info_field *field,
                               const uint8_t *row)
{
    struct utf16_slice text;
    struct info_bytes bytes;
    uint32_t size = 0;

    if (field->kind == INFO_STRING || field->kind == INFO_SECRET)
    {
        memcpy(&text, row + field->row_offset, sizeof(text));
        if (text.units)
        {
            ndr_put_string(ndr, text);
        }
    }
    else if (field->kind == INFO_BYTES)
    {
        memcpy(&bytes, row + field->row_offset, sizeof(bytes));
        memcpy(&size, row + field->size_offset, sizeof(size));
        if (size != bytes.size)
        {
            ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
        }
        else if (bytes.data)
        {
            ndr_put_bytes(ndr, (struct bytes){ bytes.data, bytes.size });
        }
    }
}

static void put_row_deferred(struct ndr_encoder *ndr, const struct info_level *level,
                             const uint8_t *row)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        put_field_deferred(ndr, &level->fields[i], row);
    }
}

static void put_rows(struct ndr_encoder *ndr, const struct ndr_type *type,
                     const struct info_level *level, const struct info_rows *rows)
{
    ndr_put_u32(ndr, (uint32_t)rows->count);
    for (size_t i = 0; i < rows->count && !ndr->stub->failed; i++)
    {
        put_row_fixed(ndr, level, info_row(type->family, rows, i));
    }
    for (size_t i = 0; i < rows->count && !ndr->stub->failed; i++)
    {
        put_row_deferred(ndr, level, info_row(type->family, rows, i));
    }
}

void ndr_encode_level_structure(struct ndr_encoder *ndr, const struct ndr_type *type,
                                const void *memory)
{
    put_row_fixed(ndr, info_find_level(type->family, type->level), memory);
}

void ndr_encode_level_deferred(struct ndr_encoder *ndr, const struct ndr_type *type,
                               const void *memory)
{
    put_row_deferred(ndr, info_find_level(type->family, type->level), memory);
}

void ndr_encode_level_list(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory)
{
    const struct ndr_level_list *list = memory;
    const struct info_level *level = info_find_level(type->family, list->level);

    if (!level || (list->rows.count && !list->rows.rows))
    {
        ndr_encode_fail(ndr, level ? ERROR_INVALID_PARAMETER : ERROR_INVALID_LEVEL);
        return;
    }
    ndr_put_u32(ndr, list->level);
    ndr_put_u32(ndr, list->level); /* the union's discriminant */
    ndr_put_referent(ndr);         /* the container */
    ndr_put_u32(ndr, (uint32_t)list->rows.count);
    if (!list->rows.rows)
    {
        ndr_put_null(ndr);
        return;
    }
    ndr_put_referent(ndr);
    put_rows(ndr, type, level, &list->rows);
}

void ndr_encode_level_row(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory,
                          uint32_t number)
{
    const struct info_level *level = info_find_level(type->family, number);
    const uint8_t *row = NULL;

    memcpy(&row, memory, sizeof(row));
    if (!level)
    {
        ndr_encode_fail(ndr, ERROR_INVALID_LEVEL);
        return;
    }
    ndr_put_u32(ndr, number);
    if (!row)
    {
        ndr_put_null(ndr);
        return;
    }
    ndr_put_referent(ndr);
    put_row_fixed(ndr, level, row);
    put_row_deferred(ndr, level, row);
}

/* ---- Decoding -------------------------------------------------------------------------------- */

/* Between the two parts of a row, a pointer that is not NULL is marked. */
static void get_row_fixed(struct ndr_decoder *ndr, const struct info_level *level, uint8_t *row)
{
    const void *const to_be_read = ndr_to_be_read();
    struct reader stub = ndr->stub;

    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        uint8_t *place = row + field->row_offset;
        const void *pointer = NULL;
        uint32_t number = 0;

        if (field->kind == INFO_U8 || field->kind == INFO_BLOCK)
        {
            reader_copy(&stub, place, fixed_size(field));
            continue;
        }
        reader_align(&stub, sizeof(uint32_t));
        number = reader_u32(&stub);
        if (has_pointer(field))
        {
            pointer = number ? to_be_read : NULL;
            memcpy(place, &pointer, sizeof(pointer));
        }
        else
        {
            memcpy(place, &number, sizeof(number));
        }
    }
    ndr->stub = stub;
}

static void get_bytes(struct ndr_decoder *ndr, const struct info_field *field, uint8_t *row)
{
    const struct bytes read = ndr_get_bytes(ndr);
    const struct info_bytes bytes = { read.data, read.size };
    uint32_t size = 0;

    memcpy(&size, row + field->size_offset, sizeof(size));
    if (size != bytes.size)
    {
        ndr_decode_fail(ndr);
    }
    memcpy(row + field->row_offset, &bytes, sizeof(bytes));
}

/* Bytes that are counted but do not come. */
static bool lacks_bytes(const struct info_field *field, const uint8_t *row)
{
    uint32_t size = 0;

    memcpy(&size, row + field->size_offset, sizeof(size));
    return field->kind == INFO_BYTES && size;
}

static void get_row_deferred(struct ndr_decoder *ndr, const struct info_level *level, uint8_t *row)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        const void *pointer = NULL;
        struct utf16_slice text;

        if (!has_pointer(field))
        {
            continue;
        }
        memcpy(&pointer, row + field->row_offset, sizeof(pointer));
        if (!pointer)
        {
            ndr->stub.failed |= lacks_bytes(field, row);
        }
        else if (field->kind == INFO_BYTES)
        {
            get_bytes(ndr, field, row);
        }
        else
        {
            text = ndr_get_string(ndr);
            memcpy(row + field->row_offset, &text, sizeof(text));
        }
    }
}

static void get_rows(struct ndr_decoder *ndr, const struct ndr_type *type,
                     const struct info_level *level, size_t count, struct info_rows *rows)
{
    if (ndr_get_u32(ndr) != count)
    {
        ndr_decode_fail(ndr);
        return;
    }
    rows->rows = ndr_get_memory(ndr, count, type->family->row_size, least_row_size(level));
    rows->count = rows->rows ? count : 0;
    for (size_t i = 0; i < rows->count && !ndr->stub.failed; i++)
    {
        reader_align(&ndr->stub, ndr_level_alignment(level));
        get_row_fixed(ndr, level, info_row(type->family, rows, i));
    }
    for (size_t i = 0; i < rows->count && !ndr->stub.failed; i++)
    {
        get_row_deferred(ndr, level, info_row(type->family, rows, i));
    }
}

void ndr_decode_level_structure(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory)
{
    const struct info_level *level = info_find_level(type->family, type->level);

    reader_align(&ndr->stub, ndr_level_alignment(level));
    get_row_fixed(ndr, level, memory);
}

void ndr_decode_level_deferred(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory)
{
    get_row_deferred(ndr, info_find_level(type->family, type->level), memory);
}

void ndr_decode_level_list(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory)
{
    struct ndr_level_list list = { .level = ndr_get_u32(ndr) };
    const struct info_level *level = info_find_level(type->family, list.level);
    const uint32_t tag = ndr_get_u32(ndr);
    const bool has_container = ndr_get_u32(ndr) != 0;
    uint32_t asked_for = list.level;
    uint32_t count = 0;

    if (ndr->is_answer)
    {
        memcpy(&asked_for, (const uint8_t *)memory + offsetof(struct ndr_level_list, level),
               sizeof(asked_for));
    }
    if (!level || list.level != asked_for || tag != asked_for)
    {
        ndr_decode_fail(ndr);
        return;
    }
    if (has_container)
    {
        count = ndr_get_u32(ndr);
        if (ndr_get_u32(ndr))
        {
            get_rows(ndr, type, level, count, &list.rows);
        }
        else if (count)
        {
            ndr_decode_fail(ndr);
        }
    }
    memcpy(memory, &list, sizeof(list));
}

void ndr_decode_level_row(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                          uint32_t number)
{
    const struct info_level *level = info_find_level(type->family, number);
    const uint32_t tag = ndr_get_u32(ndr);
    uint8_t *row = NULL;

    if (!level || tag != number)
    {
        ndr_decode_fail(ndr);
        return;
    }
    if (ndr_get_u32(ndr))
    {
        row = ndr_get_memory(ndr, 1, type->family->row_size, least_row_size(level));
    }
    if (row)
    {
        reader_align(&ndr->stub, ndr_level_alignment(level));
        get_row_fixed(ndr, level, row);
        get_row_deferred(ndr, level, row);
    }
    memcpy(memory, &row, sizeof(row));
}
