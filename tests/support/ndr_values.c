/*
 * Random values for whatever an NDR table describes.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/ndr_values.h"

#include <stdlib.h>
#include <string.h>

#include "rpc/ndr_codec.h"
#include "support/fuzz_input.h"

#define COUNT(array)         (sizeof(array) / sizeof((array)[0]))
#define SID_FIXED_SIZE       8
#define SUB_AUTHORITIES_MAX  15
#define DESCRIPTOR_SIZE      20 /* SECURITY_DESCRIPTOR, self-relative, [MS-DTYP] 2.4.6 */
#define VARYING_STRING_UNITS 3  /* of a table that does not say */
/* An answer with more of what a request has counted is none, and is not encoded. */
#define ANSWER_COUNT_MAX 10000

static void fill(struct ndr_values *values, const struct ndr_type *type, void *memory);

/* ---- Chance ---------------------------------------------------------------------------------- */

/* SplitMix64. */
static uint64_t next(struct ndr_values *values)
{
    uint64_t number = values->state += 0x9E3779B97F4A7C15u;

    if (values->input)
    {
        return reader_u64(&values->input->bytes);
    }
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9u;
    number = (number ^ (number >> 27)) * 0x94D049BB133111EBu;
    return number ^ (number >> 31);
}

static uint32_t below(struct ndr_values *values, uint32_t limit)
{
    return values->input ? (uint32_t)fuzz_below(values->input, limit)
                         : (uint32_t)(next(values) % limit);
}

/* What is in an arena of a test must fit. */
static void *allocate(struct ndr_values *values, size_t count, size_t size)
{
    void *memory = arena_array(values->arena, count, size);

    if (!memory)
    {
        abort();
    }
    return memory;
}

/* A byte says much: small numbers, those that servers tell most, or any. */
static uint64_t number_of_input(struct ndr_values *values)
{
    static const uint32_t known[] = {
        500,        501,        512,        513,        514,        515,        544,
        545,        551,        1000,       1001,       0x10,       0x200,      0x10000,
        UINT32_MAX, INT32_MAX,  0x80000000, 0x105,      0x106,      0x107,      0x8000001A,
        0xC0000022, 0xC0000073, 0xC0000064, 0xC0000066, 0xC0000151, 0xC0000003, 0xC000000D,
        0xC0000067, 0xC0000068, 0xC0000152, 0xC0000153, 0xC00000DC, 0xC00000E5, 5,
        50,         87,         124,        234,        2123,       2221,       2310,
        2312,       0xC0000120, 0xC00000BB, 0xC000006C, 0xC000006A, 0xC0000098,
    };
    const uint8_t byte = fuzz_u8(values->input);

    if (values->is_use)
    {
        return byte < 0xE0 ? 1u << byte % 3 : byte % 16; /* mostly users, groups and aliases */
    }
    return byte < 0x80   ? byte
           : byte < 0xF0 ? known[byte % COUNT(known)]
                         : reader_u64(&values->input->bytes);
}

static uint64_t any_number(struct ndr_values *values)
{
    static const uint64_t edges[] = {
        0,      1,          0x7F,       0x80,       0xFF,        0x7FFF,    0x8000,
        0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x100000000, INT64_MAX, UINT64_MAX,
    };

    if (values->input)
    {
        return number_of_input(values);
    }
    return below(values, 4) ? next(values) : edges[below(values, COUNT(edges))];
}

/* How many: mostly few. */
static uint32_t any_count(struct ndr_values *values)
{
    uint32_t chance = below(values, values->is_answer ? 128 : 64);

    if (chance >= 64 && values->asked)
    {
        return values->asked;
    }
    chance %= 64;
    return chance == 0 ? below(values, 48) : chance < 16 ? 0 : below(values, 5);
}

/* ---- Text and bytes -------------------------------------------------------------------------- */

static struct utf16_slice text_of_length(struct ndr_values *values, uint32_t length)
{
    static const uint16_t others[] = { '"', '\\', 0x7F, 0xE9, 0x3A9, 0x6F22, 0xFFFD };
    uint16_t *units = allocate(values, length, sizeof(*units));

    for (uint32_t i = 0; i < length; i++)
    {
        if (i + 1 < length && below(values, 32) == 0)
        {
            units[i++] = (uint16_t)(0xD800 + below(values, 0x400));
            units[i] = (uint16_t)(0xDC00 + below(values, 0x400));
        }
        else if (below(values, 8) == 0)
        {
            units[i] = others[below(values, COUNT(others))];
        }
        else
        {
            units[i] = (uint16_t)('a' + below(values, 26));
        }
    }
    return (struct utf16_slice){ units, length };
}

/* Samba counts the characters of a varying string in UTF-8. */
static struct utf16_slice ascii_of_length(struct ndr_values *values, uint32_t length)
{
    uint16_t *units = allocate(values, length, sizeof(*units));

    for (uint32_t i = 0; i < length; i++)
    {
        units[i] = (uint16_t)('a' + below(values, 26));
    }
    return (struct utf16_slice){ units, length };
}

static struct utf16_slice any_text(struct ndr_values *values)
{
    const uint32_t chance = values->input ? 0 : below(values, 64);

    if (values->input)
    {
        return fuzz_text(values->input);
    }
    return text_of_length(values, chance == 0  ? below(values, 700)
                                  : chance < 8 ? 0
                                               : below(values, 12));
}

/* Without its terminator, an empty string has a maximum length of 0 with some and of 2 with others:
 * there is none. */
static struct utf16_slice any_large_text(struct ndr_values *values)
{
    const struct utf16_slice text = any_text(values);

    return text.length ? text : text_of_length(values, 1);
}

static void fill_bytes(struct ndr_values *values, void *memory, size_t size)
{
    uint8_t *bytes = memory;

    for (size_t i = 0; i < size; i++)
    {
        bytes[i] = (uint8_t)(values->input ? fuzz_u8(values->input) : next(values));
    }
}

static struct bytes bytes_of_size(struct ndr_values *values, size_t size)
{
    uint8_t *data = allocate(values, size, sizeof(*data));

    fill_bytes(values, data, size);
    return (struct bytes){ data, size };
}

static size_t sid_size(struct ndr_values *values)
{
    const uint32_t chance = values->input ? below(values, 64) : 0;

    if (chance >= 16)
    {
        return SID_FIXED_SIZE + (chance < 48 ? 4 : 5) * sizeof(uint32_t);
    }
    return SID_FIXED_SIZE + below(values, SUB_AUTHORITIES_MAX + 1) * sizeof(uint32_t);
}

/* Few bytes say much: S-1-5-21-0-0-...-relative identifier, or what else the first of them says. */
static void fill_known_sid(struct ndr_values *values, uint8_t *sid, size_t size)
{
    memset(sid, 0, size);
    sid[7] = below(values, 16) ? 5 : (uint8_t)below(values, 0x100);
    if (size > SID_FIXED_SIZE)
    {
        sid[SID_FIXED_SIZE] = below(values, 16) ? 21 : (uint8_t)below(values, 0x100);
        sid[size - sizeof(uint32_t)] = (uint8_t)below(values, 0x100);
        sid[size - sizeof(uint16_t) - 1] = (uint8_t)below(values, 4);
    }
}

static void fill_sid(struct ndr_values *values, uint8_t *sid, size_t size)
{
    if (values->input)
    {
        fill_known_sid(values, sid, size);
    }
    else
    {
        fill_bytes(values, sid, size);
    }
    sid[0] = 1; /* the revision */
    sid[1] = (uint8_t)((size - SID_FIXED_SIZE) / sizeof(uint32_t));
}

static struct bytes any_sid(struct ndr_values *values)
{
    const size_t size = sid_size(values);
    uint8_t *sid = allocate(values, size, sizeof(*sid));

    fill_sid(values, sid, size);
    return (struct bytes){ sid, size };
}

/* An owner and a group or none of them, no lists. */
static struct bytes any_descriptor(struct ndr_values *values)
{
    const size_t owner = below(values, 2) ? sid_size(values) : 0;
    const size_t group = below(values, 2) ? sid_size(values) : 0;
    const size_t size = DESCRIPTOR_SIZE + owner + group;
    uint8_t *descriptor = allocate(values, size, sizeof(*descriptor));

    descriptor[0] = 1;    /* the revision */
    descriptor[3] = 0x80; /* SE_SELF_RELATIVE */
    if (owner)
    {
        descriptor[4] = DESCRIPTOR_SIZE;
        fill_sid(values, descriptor + DESCRIPTOR_SIZE, owner);
    }
    if (group)
    {
        descriptor[8] = (uint8_t)(DESCRIPTOR_SIZE + owner);
        fill_sid(values, descriptor + DESCRIPTOR_SIZE + owner, group);
    }
    return (struct bytes){ descriptor, size };
}

/* Others look into a security descriptor: it must be one. */
static bool is_descriptor(const char *name)
{
    return name && strstr(name, "descriptor");
}

static struct bytes any_bytes(struct ndr_values *values, const char *name)
{
    return is_descriptor(name) ? any_descriptor(values) : bytes_of_size(values, any_count(values));
}

/* ---- Information levels ---------------------------------------------------------------------- */

static void put_number(void *memory, size_t size, uint64_t number)
{
    memcpy(memory, &number, size); /* little-endian, as every machine that this runs on */
}

static void fill_row_bytes(struct ndr_values *values, const struct info_field *field, uint8_t *row)
{
    const bool is_absent = below(values, 4) == 0;
    const struct bytes any = is_absent ? (struct bytes){ NULL, 0 } : any_bytes(values, field->name);
    const struct info_bytes bytes = { any.data, any.size };

    memcpy(row + field->row_offset, &bytes, sizeof(bytes));
    put_number(row + field->size_offset, sizeof(uint32_t), bytes.size);
}

static void fill_row(struct ndr_values *values, const struct info_level *level, uint8_t *row);

static void fill_nested_rows(struct ndr_values *values, const struct info_field *field,
                             uint8_t *row)
{
    const struct info_family *family = field->nested->family;
    struct info_rows rows = { .count = any_count(values) };

    rows.rows =
        rows.count || below(values, 2) ? allocate(values, rows.count, family->row_size) : NULL;
    for (size_t i = 0; i < rows.count; i++)
    {
        fill_row(values, field->nested->level, info_row(family, &rows, i));
    }
    memcpy(row + field->row_offset, &rows, sizeof(rows));
    put_number(row + field->size_offset, sizeof(uint32_t), rows.count);
}

static void fill_row_field(struct ndr_values *values, const struct info_field *field, uint8_t *row)
{
    uint8_t *place = row + field->row_offset;
    struct utf16_slice text = { NULL, 0 };

    switch (field->kind)
    {
    case INFO_U8: put_number(place, sizeof(uint8_t), any_number(values)); break;
    case INFO_U16: put_number(place, sizeof(uint16_t), any_number(values)); break;
    case INFO_U64: put_number(place, sizeof(uint64_t), any_number(values)); break;
    case INFO_U32:
    case INFO_WORD: put_number(place, sizeof(uint32_t), any_number(values)); break;
    case INFO_STRING:
    case INFO_SECRET:
        text = below(values, 4) ? any_text(values) : text;
        memcpy(place, &text, sizeof(text));
        break;
    case INFO_BLOCK: fill_bytes(values, place, field->size); break;
    case INFO_GUID: fill_bytes(values, place, INFO_GUID_SIZE); break;
    case INFO_BYTES:
    case INFO_ROWS: break; /* behind the number of them */
    }
}

static void fill_row(struct ndr_values *values, const struct info_level *level, uint8_t *row)
{
    for (size_t i = 0; i < level->field_count; i++)
    {
        fill_row_field(values, &level->fields[i], row);
    }
    for (size_t i = 0; i < level->field_count; i++)
    {
        if (level->fields[i].kind == INFO_BYTES)
        {
            fill_row_bytes(values, &level->fields[i], row);
        }
        else if (level->fields[i].kind == INFO_ROWS)
        {
            fill_nested_rows(values, &level->fields[i], row);
        }
    }
}

static uint32_t any_level(struct ndr_values *values, const struct info_family *family)
{
    return family->levels[below(values, (uint32_t)family->level_count)].level;
}

/* Mostly that of the request, where there was one. */
static uint32_t level_for_list(struct ndr_values *values, const struct info_family *family,
                               const struct ndr_level_list *list)
{
    return values->is_answer && below(values, 16) ? list->level : any_level(values, family);
}

static void fill_level_list(struct ndr_values *values, const struct info_family *family,
                            uint32_t number, struct ndr_level_list *list)
{
    const struct info_level *level = info_find_level(family, number);

    if (!level && values->is_answer)
    {
        return;
    }
    list->level = level->level;
    list->rows.count = any_count(values);
    list->rows.rows = list->rows.count || below(values, 2)
                          ? allocate(values, list->rows.count, family->row_size)
                          : NULL;
    for (size_t i = 0; i < list->rows.count; i++)
    {
        fill_row(values, level, info_row(family, &list->rows, i));
    }
}

static void fill_level_row(struct ndr_values *values, const struct info_family *family,
                           uint32_t level, void *memory)
{
    const struct info_level *found = info_find_level(family, level);
    void *row = found && below(values, 4) ? allocate(values, 1, family->row_size) : NULL;

    if (row)
    {
        fill_row(values, found, row);
    }
    memcpy(memory, &row, sizeof(row));
}

/* ---- Values that another member governs ------------------------------------------------------ */

static bool same_place(struct ndr_place a, struct ndr_place b)
{
    return a.size && b.size && a.offset == b.offset;
}

/* Whether a field is a parameter of a request that has been made. */
static bool is_given(const struct ndr_values *values, const struct ndr_field *field)
{
    return values->is_answer && field->direction && !(field->direction & NDR_OUT);
}

/* Whether the number at a place is a parameter of such a request. */
static bool is_number_given(const struct ndr_values *values, const struct ndr_field *fields,
                            uint32_t count, struct ndr_place place)
{
    for (uint32_t i = 0; i < count; i++)
    {
        if (is_given(values, &fields[i]) && fields[i].offset == place.offset)
        {
            return true;
        }
    }
    return false;
}

/* Whether a field before this one has decided on the number. */
static bool is_decided(const struct ndr_field *fields, uint32_t index, struct ndr_place place)
{
    for (uint32_t i = 0; i < index; i++)
    {
        if (same_place(fields[i].governed_by, place) || same_place(fields[i].length_is, place))
        {
            return true;
        }
    }
    return false;
}

static const struct ndr_type *pointed_to(const struct ndr_type *type)
{
    return type->kind == NDR_POINTER ? pointed_to(type->of) : type;
}

/* A number for the place, which chance or the field's kind gives. */
static uint32_t decide(struct ndr_values *values, const struct ndr_type *type)
{
    switch (type->kind)
    {
    case NDR_UNION: return type->fields[below(values, type->count)].tag;
    case NDR_LEVEL_LIST:
    case NDR_LEVEL_ROW: return any_level(values, type->family);
    default: return any_count(values);
    }
}

static void fill_elements(struct ndr_values *values, const struct ndr_type *element,
                          uint8_t *elements, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
    {
        fill(values, element, elements + (size_t)i * element->size);
    }
}

static void fill_array(struct ndr_values *values, const struct ndr_type *type, uint32_t count,
                       void *memory)
{
    void *elements = allocate(values, count, type->of->size);

    fill_elements(values, type->of, elements, count);
    memcpy(memory, &elements, sizeof(elements));
}

static void fill_arm(struct ndr_values *values, const struct ndr_type *type, uint32_t tag,
                     uint8_t *memory)
{
    const struct ndr_field *arm = ndr_arm(type, tag);

    if (!arm && values->is_answer)
    {
        return;
    }
    if (!arm)
    {
        abort();
    }
    fill(values, arm->type, memory + arm->offset);
}

/* Where the value itself is kept: behind the pointers to it, except those that may be NULL. */
static uint8_t *place_of(struct ndr_values *values, const struct ndr_type *type, uint8_t *memory,
                         bool may_be_null)
{
    void *place = NULL;

    if (type->kind != NDR_POINTER)
    {
        return memory;
    }
    if (may_be_null && below(values, values->is_answer ? 16 : 4) == 0)
    {
        memset(memory, 0, type->size);
        return NULL;
    }
    if (ndr_is_reference(type->of))
    {
        return memory;
    }
    place = allocate(values, 1, type->of->size);
    memcpy(memory, &place, sizeof(place));
    return place_of(values, type->of, place, may_be_null);
}

static void fill_governed_bytes(struct ndr_values *values, const struct ndr_field *field,
                                uint8_t *structure, bool decided)
{
    const struct ndr_extent extent = ndr_extent_of(field, structure);
    const bool is_absent = field->type->kind == NDR_POINTER && below(values, 4) == 0;
    struct bytes bytes = { NULL, 0 };

    if (decided)
    {
        bytes = extent.count || !is_absent ? bytes_of_size(values, extent.count) : bytes;
    }
    else
    {
        bytes = is_absent ? bytes : any_bytes(values, field->name);
        put_number(structure + field->governed_by.offset, field->governed_by.size, bytes.size);
    }
    memcpy(structure + field->offset, &bytes, sizeof(bytes));
}

static void fill_governed(struct ndr_values *values, const struct ndr_field *fields, uint32_t count,
                          uint32_t index, uint8_t *structure)
{
    const struct ndr_field *field = &fields[index];
    const struct ndr_type *type = pointed_to(field->type);
    const struct ndr_place number = field->governed_by;
    const struct ndr_place length = field->length_is;
    const bool decided =
        is_decided(fields, index, number) || is_number_given(values, fields, count, number);
    struct ndr_extent extent = { 0 };
    uint32_t elements = 0;
    uint8_t *place = NULL;

    if (values->is_answer && decided && ndr_extent_of(field, structure).count > ANSWER_COUNT_MAX)
    {
        return;
    }
    if (type->kind == NDR_BYTES && number.size)
    {
        fill_governed_bytes(values, field, structure, decided);
        return;
    }
    if (number.size && !decided)
    {
        put_number(structure + number.offset, number.size, decide(values, type));
    }
    extent = ndr_extent_of(field, structure);
    if (length.size && !same_place(length, number) && !is_decided(fields, index, length))
    {
        elements = any_count(values);
        elements = elements < extent.count ? elements : extent.count;
        put_number(structure + length.offset, length.size,
                   (uint64_t)elements * (length.unit ? length.unit : 1));
        extent = ndr_extent_of(field, structure);
    }
    elements = type->is_varying && extent.has_length ? extent.length : extent.count;
    place = place_of(values, field->type, structure + field->offset,
                     type->kind != NDR_ARRAY || !elements);
    if (!place)
    {
        return;
    }
    switch (type->kind)
    {
    case NDR_ARRAY: fill_array(values, type, elements, place); break;
    case NDR_UNION: fill_arm(values, type, extent.count, place); break;
    case NDR_LEVEL_LIST:
        fill_level_list(values, type->family, extent.count, (struct ndr_level_list *)(void *)place);
        break;
    case NDR_LEVEL_ROW: fill_level_row(values, type->family, extent.count, place); break;
    default: abort();
    }
}

/* ---- Any value ------------------------------------------------------------------------------- */

static bool is_governed(const struct ndr_field *field)
{
    return field->governed_by.size || field->length_is.size || field->maximum;
}

static bool is_use(const struct ndr_values *values, const struct ndr_field *field)
{
    return values->input && field->name &&
           (!strcmp(field->name, "use") || !strcmp(field->name, "uses"));
}

static void fill_fields(struct ndr_values *values, const struct ndr_field *fields, uint32_t count,
                        uint8_t *structure)
{
    const bool outer = values->is_use;

    for (uint32_t i = 0; i < count; i++)
    {
        if (is_given(values, &fields[i]))
        {
            continue;
        }
        values->is_use = outer || is_use(values, &fields[i]);
        if (!is_governed(&fields[i]) && pointed_to(fields[i].type)->kind == NDR_BYTES)
        {
            const struct bytes bytes = any_bytes(values, fields[i].name);

            memcpy(structure + fields[i].offset, &bytes, sizeof(bytes));
        }
        else if (!is_governed(&fields[i]))
        {
            fill(values, fields[i].type, structure + fields[i].offset);
        }
    }
    for (uint32_t i = 0; i < count; i++)
    {
        values->is_use = outer || is_use(values, &fields[i]);
        if (is_governed(&fields[i]) && !is_given(values, &fields[i]))
        {
            fill_governed(values, fields, count, i, structure);
        }
    }
    values->is_use = outer;
}

static void fill_pointer(struct ndr_values *values, const struct ndr_type *type, void *memory)
{
    uint8_t *place = place_of(values, type, memory, true);

    if (place)
    {
        fill(values, pointed_to(type), place);
    }
}

static void fill(struct ndr_values *values, const struct ndr_type *type, void *memory)
{
    const uint32_t units = (type->count ? type->count : VARYING_STRING_UNITS) - 1;
    struct utf16_slice text = { NULL, 0 };
    struct bytes bytes = { NULL, 0 };

    switch (type->kind)
    {
    case NDR_U8:
    case NDR_U16:
    case NDR_U32:
    case NDR_U64:
    case NDR_LARGE_INTEGER: put_number(memory, type->size, any_number(values)); break;
    case NDR_STRING:
        text = any_text(values);
        memcpy(memory, &text, sizeof(text));
        break;
    case NDR_VARYING_STRING:
        text = ascii_of_length(values, below(values, units + 1));
        memcpy(memory, &text, sizeof(text));
        break;
    case NDR_UNICODE_STRING:
        text = below(values, 4) ? any_text(values) : text;
        memcpy(memory, &text, sizeof(text));
        break;
    case NDR_UNICODE_STRING_LARGE:
        text = below(values, 4) ? any_large_text(values) : text;
        memcpy(memory, &text, sizeof(text));
        break;
    case NDR_SID:
        bytes = any_sid(values);
        memcpy(memory, &bytes, sizeof(bytes));
        break;
    case NDR_BYTES:
        bytes = bytes_of_size(values, any_count(values));
        memcpy(memory, &bytes, sizeof(bytes));
        break;
    case NDR_GUID:
    case NDR_CONTEXT_HANDLE:
        if (values->is_answer)
        {
            memset(memory, fuzz_u8(values->input), type->size);
            break;
        }
        fill_bytes(values, memory, type->size);
        break;
    case NDR_FIXED_ARRAY: fill_elements(values, type->of, memory, type->count); break;
    case NDR_STRUCTURE: fill_fields(values, type->fields, type->count, memory); break;
    case NDR_POINTER: fill_pointer(values, type, memory); break;
    case NDR_NULL: break;
    case NDR_LEVEL_STRUCTURE:
        fill_row(values, info_find_level(type->family, type->level), memory);
        break;
    case NDR_LEVEL_LIST:
        fill_level_list(values, type->family, level_for_list(values, type->family, memory), memory);
        break;
    case NDR_ARRAY:
    case NDR_UNION:
    case NDR_LEVEL_ROW: abort(); /* nothing governs it: the table is wrong */
    }
}

/* Mostly success, and what lists are answered with. */
static uint64_t answer_result(struct ndr_values *values)
{
    const uint32_t chance = below(values, 0x100);

    return chance < 0xC0   ? 0
           : chance < 0xD0 ? 234   /* ERROR_MORE_DATA */
           : chance < 0xD8 ? 0x105 /* STATUS_MORE_ENTRIES */
           : chance < 0xDC ? 2123  /* NERR_BufTooSmall */
           : chance < 0xE0 ? 124   /* ERROR_INVALID_LEVEL */
                           : any_number(values);
}

/* How much a structure asks about: the number that governs an array in it; 0 for none. */
static uint32_t asked_by(const struct ndr_field *fields, uint32_t count, const uint8_t *structure)
{
    for (uint32_t i = 0; i < count; i++)
    {
        const struct ndr_type *type = fields[i].type;

        if (fields[i].direction && !(fields[i].direction & NDR_IN))
        {
            continue;
        }
        if (pointed_to(type)->kind == NDR_ARRAY && fields[i].governed_by.size)
        {
            return ndr_extent_of(&fields[i], structure).count;
        }
        if (type->kind == NDR_STRUCTURE)
        {
            return asked_by(type->fields, type->count, structure + fields[i].offset);
        }
    }
    return 0;
}

void ndr_values_answer(struct ndr_values *values, const struct ndr_operation *operation,
                       void *parameters)
{
    uint8_t *structure = parameters;

    values->is_answer = true;
    values->asked = asked_by(operation->parameters, operation->count, structure);
    values->asked = values->asked < ANSWER_COUNT_MAX ? values->asked : 0;
    put_number(structure + operation->result_offset, sizeof(uint32_t), answer_result(values));
    fill_fields(values, operation->parameters, operation->count, structure);
}

void ndr_values_fill(struct ndr_values *values, const struct ndr_operation *operation,
                     void *parameters)
{
    uint8_t *structure = parameters;

    memset(structure, 0, operation->size);
    fill_fields(values, operation->parameters, operation->count, structure);
    put_number(structure + operation->result_offset, sizeof(uint32_t),
               below(values, 4) ? 0 : any_number(values));
}
