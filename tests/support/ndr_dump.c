/*
 * What an NDR table describes, as JSON.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/ndr_dump.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "rpc/ndr_codec.h"

static void dump(const struct ndr_type *type, const void *memory, struct ndr_extent extent,
                 struct writer *text);

/* ---- Simple values --------------------------------------------------------------------------- */

static void put(struct writer *text, const char *ascii)
{
    writer_bytes(text, ascii, strlen(ascii));
}

static void put_name(struct writer *text, bool *is_first, const char *name)
{
    put(text, *is_first ? "\"" : ", \"");
    put(text, name);
    put(text, "\": ");
    *is_first = false;
}

static void put_number(struct writer *text, uint64_t number)
{
    char digits[24];

    snprintf(digits, sizeof(digits), "%" PRIu64, number);
    put(text, digits);
}

static void dump_number(struct writer *text, const void *memory, size_t size)
{
    uint64_t number = 0;

    memcpy(&number, memory, size);
    put_number(text, number);
}

static void dump_text(struct writer *text, const void *memory)
{
    struct utf16_slice slice;

    memcpy(&slice, memory, sizeof(slice));
    if (!slice.units)
    {
        put(text, "null");
        return;
    }
    put(text, "\"");
    for (size_t i = 0; i < slice.length; i++)
    {
        const uint16_t unit = utf16_unit(slice, i);
        const bool is_plain = unit >= ' ' && unit < 0x7F && unit != '"' && unit != '\\';
        char escaped[8];

        snprintf(escaped, sizeof(escaped), is_plain ? "%c" : "\\u%04x", unit);
        put(text, escaped);
    }
    put(text, "\"");
}

static void dump_hex(struct writer *text, const uint8_t *data, size_t size)
{
    if (!data)
    {
        put(text, "null");
        return;
    }
    put(text, "\"");
    for (size_t i = 0; i < size; i++)
    {
        char digits[4];

        snprintf(digits, sizeof(digits), "%02x", data[i]);
        put(text, digits);
    }
    put(text, "\"");
}

static void dump_byte_list(struct writer *text, const uint8_t *data, size_t size)
{
    if (!data)
    {
        put(text, "null");
        return;
    }
    put(text, "[");
    for (size_t i = 0; i < size; i++)
    {
        put(text, i ? ", " : "");
        put_number(text, data[i]);
    }
    put(text, "]");
}

static const void *pointer_at(const void *memory)
{
    const void *pointer = NULL;

    memcpy(&pointer, memory, sizeof(pointer));
    return pointer;
}

static struct bytes bytes_at(const void *memory)
{
    struct bytes bytes;

    memcpy(&bytes, memory, sizeof(bytes));
    return bytes;
}

/* ---- Information levels ---------------------------------------------------------------------- */

static void dump_row(const struct info_level *level, const uint8_t *row, struct writer *text);

static void dump_rows(const struct info_family *family, const struct info_level *level,
                      const struct info_rows *rows, struct writer *text)
{
    put(text, rows->rows ? "[" : "null");
    for (size_t i = 0; i < rows->count; i++)
    {
        put(text, i ? ", " : "");
        dump_row(level, info_row(family, rows, i), text);
    }
    put(text, rows->rows ? "]" : "");
}

static void dump_row_field(const struct info_field *field, const uint8_t *row, struct writer *text)
{
    const uint8_t *place = row + field->row_offset;
    struct info_bytes bytes;
    struct info_rows rows;

    switch (field->kind)
    {
    case INFO_U8: dump_number(text, place, sizeof(uint8_t)); break;
    case INFO_U16: dump_number(text, place, sizeof(uint16_t)); break;
    case INFO_U64: dump_number(text, place, sizeof(uint64_t)); break;
    case INFO_U32:
    case INFO_WORD: dump_number(text, place, sizeof(uint32_t)); break;
    case INFO_STRING:
    case INFO_SECRET: dump_text(text, place); break;
    case INFO_BLOCK: dump_byte_list(text, place, field->size); break;
    case INFO_GUID: dump_hex(text, place, INFO_GUID_SIZE); break;
    case INFO_ROWS:
        memcpy(&rows, place, sizeof(rows));
        dump_rows(field->nested->family, field->nested->level, &rows, text);
        break;
    case INFO_BYTES:
        memcpy(&bytes, place, sizeof(bytes));
        dump_byte_list(text, bytes.data, bytes.size);
        break;
    }
}

static void dump_row(const struct info_level *level, const uint8_t *row, struct writer *text)
{
    bool is_first = true;

    put(text, "{");
    for (size_t i = 0; i < level->field_count; i++)
    {
        put_name(text, &is_first, level->fields[i].name);
        dump_row_field(&level->fields[i], row, text);
    }
    put(text, "}");
}

static void dump_level_list(const struct info_family *family, const struct ndr_level_list *list,
                            struct writer *text)
{
    bool is_first = true;

    put(text, "{");
    put_name(text, &is_first, "level");
    put_number(text, list->level);
    put_name(text, &is_first, "count");
    put_number(text, list->rows.count);
    put_name(text, &is_first, "rows");
    dump_rows(family, info_find_level(family, list->level), &list->rows, text);
    put(text, "}");
}

static void dump_level_row(const struct info_family *family, uint32_t level, const void *row,
                           struct writer *text)
{
    if (row)
    {
        dump_row(info_find_level(family, level), row, text);
    }
    else
    {
        put(text, "null");
    }
}

/* ---- Any value ------------------------------------------------------------------------------- */

static void dump_elements(const struct ndr_type *element, const uint8_t *elements, uint32_t count,
                          struct writer *text)
{
    const struct ndr_extent none = { 0 };

    put(text, "[");
    for (uint32_t i = 0; i < count; i++)
    {
        put(text, i ? ", " : "");
        dump(element, elements + (size_t)i * element->size, none, text);
    }
    put(text, "]");
}

static void dump_structure(const struct ndr_type *type, const void *memory, struct writer *text)
{
    bool is_first = true;

    put(text, "{");
    for (uint32_t i = 0; i < type->count; i++)
    {
        const struct ndr_field *field = &type->fields[i];

        put_name(text, &is_first, field->name);
        dump(field->type, (const uint8_t *)memory + field->offset, ndr_extent_of(field, memory),
             text);
    }
    put(text, "}");
}

static void dump_pointer(const struct ndr_type *type, const void *memory, struct ndr_extent extent,
                         struct writer *text)
{
    if (!pointer_at(memory))
    {
        put(text, "null");
    }
    else
    {
        dump(type->of, ndr_is_reference(type->of) ? memory : pointer_at(memory), extent, text);
    }
}

static void dump_arm(const struct ndr_type *type, const void *memory, uint32_t tag,
                     struct writer *text)
{
    const struct ndr_field *arm = ndr_arm(type, tag);
    bool is_first = true;

    put(text, "{");
    put_name(text, &is_first, arm->name);
    dump(arm->type, (const uint8_t *)memory + arm->offset, (struct ndr_extent){ 0 }, text);
    put(text, "}");
}

static void dump(const struct ndr_type *type, const void *memory, struct ndr_extent extent,
                 struct writer *text)
{
    switch (type->kind)
    {
    case NDR_U8:
    case NDR_U16:
    case NDR_U32:
    case NDR_U64:
    case NDR_LARGE_INTEGER: dump_number(text, memory, type->size); break;
    case NDR_STRING:
    case NDR_VARYING_STRING:
    case NDR_UNICODE_STRING:
    case NDR_UNICODE_STRING_LARGE: dump_text(text, memory); break;
    case NDR_SID: dump_hex(text, bytes_at(memory).data, bytes_at(memory).size); break;
    case NDR_BYTES: dump_byte_list(text, bytes_at(memory).data, bytes_at(memory).size); break;
    case NDR_GUID:
    case NDR_CONTEXT_HANDLE: dump_hex(text, memory, type->size); break;
    case NDR_FIXED_ARRAY: dump_elements(type->of, memory, type->count, text); break;
    case NDR_ARRAY:
        dump_elements(type->of, pointer_at(memory),
                      type->is_varying && extent.has_length ? extent.length : extent.count, text);
        break;
    case NDR_STRUCTURE: dump_structure(type, memory, text); break;
    case NDR_UNION: dump_arm(type, memory, extent.count, text); break;
    case NDR_POINTER: dump_pointer(type, memory, extent, text); break;
    case NDR_NULL: put(text, "null"); break;
    case NDR_LEVEL_STRUCTURE:
        dump_row(info_find_level(type->family, type->level), memory, text);
        break;
    case NDR_LEVEL_LIST: dump_level_list(type->family, memory, text); break;
    case NDR_LEVEL_ROW: dump_level_row(type->family, extent.count, pointer_at(memory), text); break;
    }
}

void ndr_dump(const struct ndr_operation *operation, enum ndr_direction direction,
              const void *parameters, struct writer *text)
{
    bool is_first = true;

    put(text, "{");
    for (uint32_t i = 0; i < operation->count; i++)
    {
        const struct ndr_field *field = &operation->parameters[i];

        if (field->direction & direction)
        {
            put_name(text, &is_first, field->name);
            dump(field->type, (const uint8_t *)parameters + field->offset,
                 ndr_extent_of(field, parameters), text);
        }
    }
    if (direction == NDR_OUT)
    {
        put_name(text, &is_first, "result");
        dump_number(text, (const uint8_t *)parameters + operation->result_offset, sizeof(uint32_t));
    }
    put(text, "}");
}
