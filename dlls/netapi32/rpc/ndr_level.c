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
#include "rpc/ndr_layout.h"
#include "rpc/ndr_rows.h"

static size_t least_row_size(const struct info_level *level)
{
    size_t size = 0;

    for (size_t i = 0; i < level->field_count; i++)
    {
        size += ndr_field_size(&level->fields[i]);
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

        if (ndr_has_pointer(field))
        {
            memcpy(&pointer, place, sizeof(pointer));
            (pointer ? ndr_put_referent : ndr_put_null)(ndr);
        }
        else
        {
            /* Little-endian, as every machine that this runs on. */
            writer_align(ndr->stub, 0, ndr_field_alignment(field));
            writer_bytes(ndr->stub, place, ndr_field_size(field));
        }
    }
}

static void put_rows(struct ndr_encoder *ndr, const struct info_family *family,
                     const struct info_level *level, const struct info_rows *rows);

static uint32_t size_at(const struct info_field *field, const uint8_t *row)
{
    uint32_t size = 0;

    memcpy(&size, row + field->size_offset, sizeof(size));
    return size;
}

static void put_nested_rows(struct ndr_encoder *ndr, const struct info_field *field,
                            const uint8_t *row)
{
    struct info_rows rows;

    memcpy(&rows, row + field->row_offset, sizeof(rows));
    if (size_at(field, row) != rows.count || (rows.count && !rows.rows))
    {
        ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
    }
    else if (rows.rows)
    {
        put_rows(ndr, field->nested->family, field->nested->level, &rows);
    }
}

static void put_field_deferred(struct ndr_encoder *ndr, const struct info_field *field,
                               const uint8_t *row)
{
    struct utf16_slice text;
    struct info_bytes bytes;

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
        if (size_at(field, row) != bytes.size)
        {
            ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
        }
        else if (bytes.data)
        {
            ndr_put_bytes(ndr, (struct bytes){ bytes.data, bytes.size });
        }
    }
    else if (field->kind == INFO_ROWS)
    {
        put_nested_rows(ndr, field, row);
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

static void put_rows(struct ndr_encoder *ndr, const struct info_family *family,
                     const struct info_level *level, const struct info_rows *rows)
{
    ndr_put_u32(ndr, (uint32_t)rows->count);
    for (size_t i = 0; i < rows->count && !ndr->stub->failed; i++)
    {
        put_row_fixed(ndr, level, info_row(family, rows, i));
    }
    for (size_t i = 0; i < rows->count && !ndr->stub->failed; i++)
    {
        put_row_deferred(ndr, level, info_row(family, rows, i));
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

void ndr_encode_level_list(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory,
                           struct ndr_extent extent)
{
    const struct ndr_level_list *list = memory;
    const struct info_level *level = info_find_level(type->family, list->level);

    if (!level || (list->rows.count && !list->rows.rows) ||
        (extent.has_count && extent.count != list->level))
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
    put_rows(ndr, type->family, level, &list->rows);
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

        reader_align(&stub, ndr_field_alignment(field));
        if (ndr_field_size(field) != sizeof(number) || field->kind == INFO_BLOCK)
        {
            reader_copy(&stub, place, ndr_field_size(field));
            continue;
        }
        number = reader_u32(&stub);
        if (ndr_has_pointer(field))
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

    if (size_at(field, row) != bytes.size)
    {
        ndr_decode_fail(ndr);
    }
    memcpy(row + field->row_offset, &bytes, sizeof(bytes));
}

static void get_rows(struct ndr_decoder *ndr, const struct info_family *family,
                     const struct info_level *level, size_t count, struct info_rows *rows);

static void get_nested_rows(struct ndr_decoder *ndr, const struct info_field *field, uint8_t *row)
{
    struct info_rows rows = { NULL, 0 };

    get_rows(ndr, field->nested->family, field->nested->level, size_at(field, row), &rows);
    memcpy(row + field->row_offset, &rows, sizeof(rows));
}

/* Bytes or rows that are counted but do not come. */
static bool lacks_elements(const struct info_field *field, const uint8_t *row)
{
    return (field->kind == INFO_BYTES || field->kind == INFO_ROWS) && size_at(field, row);
}

static void get_row_deferred(struct ndr_decoder *ndr, const struct info_level *level, uint8_t *row)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        const struct info_field *field = &level->fields[i];
        const void *pointer = NULL;
        struct utf16_slice text;

        if (!ndr_has_pointer(field))
        {
            continue;
        }
        memcpy(&pointer, row + field->row_offset, sizeof(pointer));
        if (!pointer)
        {
            ndr->stub.failed |= lacks_elements(field, row);
        }
        else if (field->kind == INFO_BYTES)
        {
            get_bytes(ndr, field, row);
        }
        else if (field->kind == INFO_ROWS)
        {
            get_nested_rows(ndr, field, row);
        }
        else
        {
            text = ndr_get_string(ndr);
            memcpy(row + field->row_offset, &text, sizeof(text));
        }
    }
}

static void get_rows(struct ndr_decoder *ndr, const struct info_family *family,
                     const struct info_level *level, size_t count, struct info_rows *rows)
{
    if (ndr_get_u32(ndr) != count)
    {
        ndr_decode_fail(ndr);
        return;
    }
    rows->rows = ndr_get_memory(ndr, count, family->row_size, least_row_size(level));
    rows->count = rows->rows ? count : 0;
    for (size_t i = 0; i < rows->count && !ndr->stub.failed; i++)
    {
        reader_align(&ndr->stub, ndr_level_alignment(level));
        get_row_fixed(ndr, level, info_row(family, rows, i));
    }
    for (size_t i = 0; i < rows->count && !ndr->stub.failed; i++)
    {
        get_row_deferred(ndr, level, info_row(family, rows, i));
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

/* The rows of a list, which may stay where they are. */
static void get_list_rows(struct ndr_decoder *ndr, const struct info_family *family,
                          const struct info_level *level, size_t count, struct ndr_level_list *list)
{
    if (list->stays_encoded && ndr_rows_can_stay(level))
    {
        list->encoded = ndr_rows_decode(ndr, family, level, count);
    }
    else
    {
        get_rows(ndr, family, level, count, &list->rows);
    }
}

void ndr_decode_level_list(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                           struct ndr_extent extent)
{
    struct ndr_level_list asked_for;
    struct ndr_level_list list = { .level = ndr_get_u32(ndr) };
    const struct info_level *level = info_find_level(type->family, list.level);
    const uint32_t tag = ndr_get_u32(ndr);
    const bool has_container = !ndr->lacks_arms && ndr_get_u32(ndr) != 0;
    uint32_t number = extent.has_count ? extent.count : list.level;
    uint32_t count = 0;

    memcpy(&asked_for, memory, sizeof(asked_for));
    if (ndr->is_answer && !extent.has_count)
    {
        number = asked_for.level;
    }
    list.stays_encoded = asked_for.stays_encoded;
    if (!level || list.level != number || tag != number)
    {
        ndr_decode_fail(ndr);
        return;
    }
    if (has_container)
    {
        count = ndr_get_u32(ndr);
        if (ndr_get_u32(ndr))
        {
            get_list_rows(ndr, type->family, level, count, &list);
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
    if (!ndr->lacks_arms && ndr_get_u32(ndr))
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
