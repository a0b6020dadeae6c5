/*
 * How the structures of information levels lie on the wire.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_NDR_LAYOUT_H
#define NETAPI32_RPC_NDR_LAYOUT_H

#include "levels/level.h"

static inline bool ndr_has_pointer(const struct info_field *field)
{
    return field->kind == INFO_STRING || field->kind == INFO_SECRET || field->kind == INFO_BYTES ||
           field->kind == INFO_ROWS;
}

/* What a field takes in the structure, without what aligns it. */
static inline size_t ndr_field_size(const struct info_field *field)
{
    switch (field->kind)
    {
    case INFO_U8: return sizeof(uint8_t);
    case INFO_U16: return sizeof(uint16_t);
    case INFO_U64: return sizeof(uint64_t);
    case INFO_GUID: return INFO_GUID_SIZE;
    case INFO_BLOCK: return field->size;
    default: return sizeof(uint32_t);
    }
}

static inline size_t ndr_field_alignment(const struct info_field *field)
{
    switch (field->kind)
    {
    case INFO_U8:
    case INFO_BLOCK: return sizeof(uint8_t);
    case INFO_U16: return sizeof(uint16_t);
    case INFO_U64: return sizeof(uint64_t);
    default: return sizeof(uint32_t);
    }
}

static inline size_t ndr_level_alignment(const struct info_level *level)
{
    size_t greatest = sizeof(uint8_t);

    for (size_t i = 0; i < level->field_count; i++)
    {
        const size_t alignment = ndr_field_alignment(&level->fields[i]);

        greatest = alignment > greatest ? alignment : greatest;
    }
    return greatest;
}

/* Where a field begins when the one before it ended at `end`; both count from the structure. */
static inline size_t ndr_field_offset(const struct info_field *field, size_t end)
{
    const size_t alignment = ndr_field_alignment(field);

    return (end + alignment - 1) / alignment * alignment;
}

#endif
