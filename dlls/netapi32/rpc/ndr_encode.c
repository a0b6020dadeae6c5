/*
 * NDR: from values to bytes.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/status.h"
#include "rpc/ndr_codec.h"

/* What 16 bits can count the bytes of. */
#define UNICODE_STRING_UNITS_MAX (UINT16_MAX / sizeof(uint16_t))

static void encode_fixed(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory,
                         struct ndr_extent extent);
static void encode_deferred(struct ndr_encoder *ndr, const struct ndr_type *type,
                            const void *memory, struct ndr_extent extent);

/* ---- Simple values --------------------------------------------------------------------------- */

static void align(struct ndr_encoder *ndr, size_t alignment)
{
    writer_align(ndr->stub, 0, alignment);
}

static struct utf16_slice text_at(const void *memory)
{
    struct utf16_slice text;

    memcpy(&text, memory, sizeof(text));
    return text;
}

static struct bytes bytes_at(const void *memory)
{
    struct bytes bytes;

    memcpy(&bytes, memory, sizeof(bytes));
    return bytes;
}

/* A pointer, or the first member of a slice. */
static const void *pointer_at(const void *memory)
{
    const void *pointer = NULL;

    memcpy(&pointer, memory, sizeof(pointer));
    return pointer;
}

static void encode_pointer(struct ndr_encoder *ndr, const void *memory)
{
    if (pointer_at(memory))
    {
        ndr_put_referent(ndr);
    }
    else
    {
        ndr_put_null(ndr);
    }
}

static void encode_number(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory)
{
    uint64_t number = 0;

    memcpy(&number, memory, type->size); /* little-endian, as every machine that this runs on */
    align(ndr, ndr_alignment(type));
    switch (type->size)
    {
    case sizeof(uint8_t): writer_u8(ndr->stub, (uint8_t)number); break;
    case sizeof(uint16_t): writer_u16(ndr->stub, (uint16_t)number); break;
    case sizeof(uint32_t): writer_u32(ndr->stub, (uint32_t)number); break;
    default: writer_u64(ndr->stub, number); break;
    }
}

static void encode_sid(struct ndr_encoder *ndr, struct bytes sid)
{
    const size_t fixed_size = 8;
    const size_t sub_authority = sizeof(uint32_t);

    if (sid.size < fixed_size || sid.data[1] > NDR_SUB_AUTHORITIES_MAX ||
        sid.size != fixed_size + sid.data[1] * sub_authority)
    {
        ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
        return;
    }
    ndr_put_u32(ndr, sid.data[1]); /* how many sub-authorities */
    writer_bytes(ndr->stub, sid.data, sid.size);
}

static void encode_varying_string(struct ndr_encoder *ndr, struct utf16_slice text)
{
    ndr_put_u32(ndr, 0); /* offset */
    ndr_put_u32(ndr, (uint32_t)text.length + 1);
    writer_bytes(ndr->stub, text.units, text.length * sizeof(uint16_t));
    writer_u16(ndr->stub, 0);
}

/* ---- RPC_UNICODE_STRING ---------------------------------------------------------------------- */

static uint32_t maximum_units(const struct ndr_type *type, struct utf16_slice text)
{
    const bool counts_terminator = type->kind == NDR_UNICODE_STRING_LARGE && text.units &&
                                   text.length < UNICODE_STRING_UNITS_MAX;

    return (uint32_t)text.length + (counts_terminator ? 1 : 0);
}

static void encode_unicode_string(struct ndr_encoder *ndr, const struct ndr_type *type,
                                  const void *memory)
{
    const struct utf16_slice text = text_at(memory);
    const size_t maximum = maximum_units(type, text) * sizeof(uint16_t);

    if (text.length > UNICODE_STRING_UNITS_MAX)
    {
        ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
        return;
    }
    align(ndr, 4);
    writer_u16(ndr->stub, (uint16_t)(text.length * sizeof(uint16_t)));
    writer_u16(ndr->stub, (uint16_t)maximum);
    encode_pointer(ndr, memory);
}

static void encode_unicode_string_text(struct ndr_encoder *ndr, const struct ndr_type *type,
                                       const void *memory)
{
    const struct utf16_slice text = text_at(memory);

    if (text.units)
    {
        ndr_put_u32(ndr, maximum_units(type, text));
        ndr_put_u32(ndr, 0); /* offset */
        ndr_put_u32(ndr, (uint32_t)text.length);
        writer_bytes(ndr->stub, text.units, text.length * sizeof(uint16_t));
    }
}

/* ---- Arrays, structures, unions -------------------------------------------------------------- */

static void encode_elements(struct ndr_encoder *ndr, const struct ndr_type *element,
                            const uint8_t *elements, uint32_t count)
{
    const struct ndr_extent none = { 0 };

    align(ndr, ndr_alignment(element));
    for (uint32_t i = 0; i < count && !ndr->stub->failed; i++)
    {
        encode_fixed(ndr, element, elements + (size_t)i * element->size, none);
    }
}

static void encode_deferred_of_elements(struct ndr_encoder *ndr, const struct ndr_type *element,
                                        const uint8_t *elements, uint32_t count)
{
    const struct ndr_extent none = { 0 };

    for (uint32_t i = 0; i < count && !ndr->stub->failed; i++)
    {
        encode_deferred(ndr, element, elements + (size_t)i * element->size, none);
    }
}

static void encode_array(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory,
                         struct ndr_extent extent)
{
    const uint32_t count = ndr_element_count(type, extent);

    if ((count && !pointer_at(memory)) || count > extent.count)
    {
        ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
        return;
    }
    ndr_put_u32(ndr, extent.count);
    if (type->is_varying)
    {
        ndr_put_u32(ndr, 0); /* offset */
        ndr_put_u32(ndr, count);
    }
    encode_elements(ndr, type->of, pointer_at(memory), count);
}

static void encode_governed_bytes(struct ndr_encoder *ndr, const void *memory,
                                  struct ndr_extent extent)
{
    const struct bytes bytes = bytes_at(memory);

    if (extent.has_count && extent.count != bytes.size)
    {
        ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
        return;
    }
    ndr_put_bytes(ndr, bytes);
}

static void encode_trailing_array(struct ndr_encoder *ndr, const struct ndr_field *field,
                                  const void *structure)
{
    const uint8_t *place = (const uint8_t *)structure + field->offset;
    const uint32_t count = ndr_extent_of(field, structure).count;

    if (count && !pointer_at(place))
    {
        ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
        return;
    }
    encode_elements(ndr, field->type->of, pointer_at(place), count);
}

static void encode_structure(struct ndr_encoder *ndr, const struct ndr_type *type,
                             const void *memory)
{
    const struct ndr_field *array = ndr_trailing_array(type);

    if (array)
    {
        ndr_put_u32(ndr, ndr_extent_of(array, memory).count);
    }
    align(ndr, ndr_alignment(type));
    for (uint32_t i = 0; i < type->count; i++)
    {
        const struct ndr_field *field = &type->fields[i];

        if (field == array)
        {
            encode_trailing_array(ndr, field, memory);
            return;
        }
        encode_fixed(ndr, field->type, (const uint8_t *)memory + field->offset,
                     ndr_extent_of(field, memory));
    }
}

static void encode_union(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory,
                         struct ndr_extent extent)
{
    const struct ndr_field *arm = ndr_arm(type, extent.count);

    if (!arm)
    {
        ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
        return;
    }
    align(ndr, type->tag_size);
    if (type->tag_size == sizeof(uint16_t))
    {
        writer_u16(ndr->stub, (uint16_t)extent.count);
    }
    else
    {
        writer_u32(ndr->stub, extent.count);
    }
    align(ndr, ndr_alignment(type)); /* [ms_union]: whichever arm it is */
    encode_fixed(ndr, arm->type, (const uint8_t *)memory + arm->offset, (struct ndr_extent){ 0 });
}

/* ---- Any value ------------------------------------------------------------------------------- */

static void encode_fixed(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory,
                         struct ndr_extent extent)
{
    if (ndr->status || ndr->depth >= NDR_DEPTH_MAX)
    {
        ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
        return;
    }
    ndr->depth++;
    switch (type->kind)
    {
    case NDR_U8:
    case NDR_U16:
    case NDR_U32:
    case NDR_U64:
    case NDR_LARGE_INTEGER: encode_number(ndr, type, memory); break;
    case NDR_STRING: ndr_put_string(ndr, text_at(memory)); break;
    case NDR_VARYING_STRING: encode_varying_string(ndr, text_at(memory)); break;
    case NDR_UNICODE_STRING:
    case NDR_UNICODE_STRING_LARGE: encode_unicode_string(ndr, type, memory); break;
    case NDR_SID: encode_sid(ndr, bytes_at(memory)); break;
    case NDR_BYTES: encode_governed_bytes(ndr, memory, extent); break;
    case NDR_GUID:
    case NDR_CONTEXT_HANDLE:
        align(ndr, 4);
        writer_bytes(ndr->stub, memory, type->size);
        break;
    case NDR_FIXED_ARRAY: encode_elements(ndr, type->of, memory, type->count); break;
    case NDR_ARRAY: encode_array(ndr, type, memory, extent); break;
    case NDR_STRUCTURE: encode_structure(ndr, type, memory); break;
    case NDR_UNION: encode_union(ndr, type, memory, extent); break;
    case NDR_POINTER: encode_pointer(ndr, memory); break;
    case NDR_NULL: ndr_put_null(ndr); break;
    case NDR_LEVEL_STRUCTURE: ndr_encode_level_structure(ndr, type, memory); break;
    case NDR_LEVEL_LIST: ndr_encode_level_list(ndr, type, memory, extent); break;
    case NDR_LEVEL_ROW: ndr_encode_level_row(ndr, type, memory, extent.count); break;
    }
    ndr->depth--;
}

static void encode_pointee(struct ndr_encoder *ndr, const struct ndr_type *type, const void *memory,
                           struct ndr_extent extent)
{
    const void *place = ndr_is_reference(type) ? memory : pointer_at(memory);

    if (pointer_at(memory))
    {
        encode_fixed(ndr, type, place, extent);
        encode_deferred(ndr, type, place, extent);
    }
    else if (ndr_lacks_elements(type, extent))
    {
        ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
    }
}

static void encode_deferred(struct ndr_encoder *ndr, const struct ndr_type *type,
                            const void *memory, struct ndr_extent extent)
{
    const struct ndr_field *arm = NULL;

    if (ndr->status || ndr->depth >= NDR_DEPTH_MAX)
    {
        ndr_encode_fail(ndr, ERROR_INVALID_PARAMETER);
        return;
    }
    ndr->depth++;
    switch (type->kind)
    {
    case NDR_UNICODE_STRING:
    case NDR_UNICODE_STRING_LARGE: encode_unicode_string_text(ndr, type, memory); break;
    case NDR_FIXED_ARRAY: encode_deferred_of_elements(ndr, type->of, memory, type->count); break;
    case NDR_ARRAY:
        encode_deferred_of_elements(ndr, type->of, pointer_at(memory),
                                    ndr_element_count(type, extent));
        break;
    case NDR_STRUCTURE:
        for (uint32_t i = 0; i < type->count; i++)
        {
            const struct ndr_field *field = &type->fields[i];

            encode_deferred(ndr, field->type, (const uint8_t *)memory + field->offset,
                            ndr_extent_of(field, memory));
        }
        break;
    case NDR_UNION:
        arm = ndr_arm(type, extent.count);
        encode_deferred(ndr, arm->type, (const uint8_t *)memory + arm->offset,
                        (struct ndr_extent){ 0 });
        break;
    case NDR_POINTER: encode_pointee(ndr, type->of, memory, extent); break;
    case NDR_LEVEL_STRUCTURE: ndr_encode_level_deferred(ndr, type, memory); break;
    default: break;
    }
    ndr->depth--;
}

uint32_t ndr_encode(const struct ndr_operation *operation, enum ndr_direction direction,
                    const void *parameters, struct writer *stub)
{
    struct ndr_encoder ndr = { .stub = stub };

    for (uint32_t i = 0; i < operation->count && !ndr.status; i++)
    {
        const struct ndr_field *field = &operation->parameters[i];
        const uint8_t *memory = (const uint8_t *)parameters + field->offset;
        const struct ndr_extent extent = ndr_extent_of(field, parameters);

        if (field->direction & direction)
        {
            encode_fixed(&ndr, field->type, memory, extent);
            encode_deferred(&ndr, field->type, memory, extent);
        }
    }
    if (direction == NDR_OUT)
    {
        encode_fixed(&ndr, &ndr_u32, (const uint8_t *)parameters + operation->result_offset,
                     (struct ndr_extent){ 0 });
    }
    return stub->failed ? ERROR_NOT_ENOUGH_MEMORY : ndr.status;
}
