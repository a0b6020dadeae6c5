/*
 * NDR types: what follows from their description, and those that every interface uses.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "rpc/ndr_codec.h"

#define GUID_SIZE 16

const struct ndr_type ndr_u8 = { .kind = NDR_U8, .size = sizeof(uint8_t) };
const struct ndr_type ndr_u16 = { .kind = NDR_U16, .size = sizeof(uint16_t) };
const struct ndr_type ndr_u32 = { .kind = NDR_U32, .size = sizeof(uint32_t) };
const struct ndr_type ndr_u64 = { .kind = NDR_U64, .size = sizeof(uint64_t) };
const struct ndr_type ndr_large_integer = { .kind = NDR_LARGE_INTEGER, .size = sizeof(uint64_t) };
const struct ndr_type ndr_string = { .kind = NDR_STRING, .size = sizeof(struct utf16_slice) };
const struct ndr_type ndr_varying_string = { .kind = NDR_VARYING_STRING,
                                             .size = sizeof(struct utf16_slice) };
const struct ndr_type ndr_unicode_string = { .kind = NDR_UNICODE_STRING,
                                             .size = sizeof(struct utf16_slice) };
const struct ndr_type ndr_unicode_string_large = { .kind = NDR_UNICODE_STRING_LARGE,
                                                   .size = sizeof(struct utf16_slice) };
const struct ndr_type ndr_sid = { .kind = NDR_SID, .size = sizeof(struct bytes) };
const struct ndr_type ndr_bytes = { .kind = NDR_BYTES, .size = sizeof(struct bytes) };
const struct ndr_type ndr_guid = { .kind = NDR_GUID, .size = GUID_SIZE };
const struct ndr_type ndr_context_handle = { .kind = NDR_CONTEXT_HANDLE,
                                             .size = sizeof(struct context_handle) };
const struct ndr_type ndr_null = { .kind = NDR_NULL };

const struct ndr_type ndr_unique_u32 = NDR_POINTER_TO(ndr_u32);
const struct ndr_type ndr_unique_unicode_string = NDR_POINTER_TO(ndr_unicode_string);
const struct ndr_type ndr_unique_string = { .kind = NDR_POINTER,
                                            .size = sizeof(struct utf16_slice),
                                            .of = &ndr_string };
const struct ndr_type ndr_unique_sid = { .kind = NDR_POINTER,
                                         .size = sizeof(struct bytes),
                                         .of = &ndr_sid };
const struct ndr_type ndr_unique_bytes = { .kind = NDR_POINTER,
                                           .size = sizeof(struct bytes),
                                           .of = &ndr_bytes };

static uint32_t number_at(const void *structure, struct ndr_place place)
{
    const uint8_t *start = (const uint8_t *)structure + place.offset;
    uint32_t number = 0;

    switch (place.size)
    {
    case sizeof(uint8_t): return *start;
    case sizeof(uint16_t): return (uint32_t)(start[0] | start[1] << 8);
    default: memcpy(&number, start, sizeof(number)); return number;
    }
}

/* How many elements the number at a place stands for. */
static uint32_t elements_at(const void *structure, struct ndr_place place)
{
    const uint32_t number = number_at(structure, place);

    return place.unit ? number / place.unit + (number % place.unit != 0) : number;
}

struct ndr_extent ndr_extent_of(const struct ndr_field *field, const void *structure)
{
    struct ndr_extent extent = { 0 };

    if (field->maximum)
    {
        extent.count = field->maximum;
        extent.has_count = true;
    }
    else if (field->governed_by.size)
    {
        extent.count = elements_at(structure, field->governed_by);
        extent.has_count = true;
    }
    if (field->length_is.size)
    {
        extent.length = elements_at(structure, field->length_is);
        extent.has_length = true;
    }
    return extent;
}

uint32_t ndr_element_count(const struct ndr_type *type, struct ndr_extent extent)
{
    return type->is_varying && extent.has_length ? extent.length : extent.count;
}

bool ndr_lacks_elements(const struct ndr_type *type, struct ndr_extent extent)
{
    return (type->kind == NDR_ARRAY || type->kind == NDR_BYTES) && extent.has_count &&
           ndr_element_count(type, extent);
}

static size_t greatest_alignment(const struct ndr_type *type, size_t greatest)
{
    for (uint32_t i = 0; i < type->count; i++)
    {
        size_t alignment = ndr_alignment(type->fields[i].type);

        greatest = alignment > greatest ? alignment : greatest;
    }
    return greatest;
}

size_t ndr_alignment(const struct ndr_type *type)
{
    switch (type->kind)
    {
    case NDR_U8: return 1;
    case NDR_U16: return 2;
    case NDR_U64: return 8;
    case NDR_FIXED_ARRAY: return ndr_alignment(type->of);
    case NDR_STRUCTURE: return greatest_alignment(type, 1);
    case NDR_UNION: return greatest_alignment(type, type->tag_size);
    default: return 4;
    }
}

static size_t sum_of_least_sizes(const struct ndr_type *type)
{
    size_t sum = 0;

    for (uint32_t i = 0; i < type->count; i++)
    {
        sum += ndr_least_size(type->fields[i].type);
    }
    return sum;
}

size_t ndr_least_size(const struct ndr_type *type)
{
    switch (type->kind)
    {
    case NDR_U8: return 1;
    case NDR_U16: return 2;
    case NDR_U64:
    case NDR_LARGE_INTEGER:
    case NDR_UNICODE_STRING:
    case NDR_UNICODE_STRING_LARGE: return 8;
    case NDR_GUID: return GUID_SIZE;
    case NDR_CONTEXT_HANDLE: return sizeof(struct context_handle);
    case NDR_FIXED_ARRAY: return type->count * ndr_least_size(type->of);
    case NDR_STRUCTURE: return sum_of_least_sizes(type);
    case NDR_UNION: return type->tag_size;
    default: return 4;
    }
}

bool ndr_is_reference(const struct ndr_type *type)
{
    return type->kind == NDR_STRING || type->kind == NDR_VARYING_STRING || type->kind == NDR_SID ||
           type->kind == NDR_BYTES || type->kind == NDR_ARRAY;
}

const struct ndr_field *ndr_trailing_array(const struct ndr_type *structure)
{
    const struct ndr_field *last =
        structure->count ? &structure->fields[structure->count - 1] : NULL;

    return last && last->type->kind == NDR_ARRAY ? last : NULL;
}

const struct ndr_field *ndr_arm(const struct ndr_type *type, uint32_t tag)
{
    for (uint32_t i = 0; i < type->count; i++)
    {
        if (type->fields[i].tag == tag || type->fields[i].is_default)
        {
            return &type->fields[i];
        }
    }
    return NULL;
}
