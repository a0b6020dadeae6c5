/*
 * NDR: from bytes to values.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/status.h"
#include "rpc/ndr_codec.h"

static void decode_fixed(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                         struct ndr_extent extent);
static void decode_deferred(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                            struct ndr_extent extent);

/* ---- Simple values --------------------------------------------------------------------------- */

static struct utf16_slice get_varying_string(struct ndr_decoder *ndr)
{
    const uint32_t offset = ndr_get_u32(ndr);
    const uint32_t actual = ndr_get_u32(ndr);
    struct utf16_slice text = { NULL, 0 };

    if (offset)
    {
        ndr_decode_fail(ndr);
        return text;
    }
    text = ndr_get_characters(ndr, actual);
    return utf16_part(text, 0, utf16_find(text, 0));
}

static void put_text(void *memory, struct utf16_slice text)
{
    memcpy(memory, &text, sizeof(text));
}

static void put_bytes(void *memory, struct bytes bytes)
{
    memcpy(memory, &bytes, sizeof(bytes));
}

static void put_pointer(void *memory, const void *pointer)
{
    memcpy(memory, &pointer, sizeof(pointer));
}

static void *pointer_at(const void *memory)
{
    void *pointer = NULL;

    memcpy(&pointer, memory, sizeof(pointer));
    return pointer;
}

static void decode_pointer(struct ndr_decoder *ndr, void *memory)
{
    put_pointer(memory, ndr_get_u32(ndr) ? ndr_to_be_read() : NULL);
}

static void decode_number(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory)
{
    reader_align(&ndr->stub, ndr_alignment(type));
    reader_copy(&ndr->stub, memory, type->size);
}

static struct bytes get_sid(struct ndr_decoder *ndr)
{
    const uint32_t count = ndr_get_u32(ndr);
    const size_t fixed_size = 8;
    const size_t sub_authority = sizeof(uint32_t);
    struct bytes sid = { NULL, 0 };
    struct reader fields;

    if (count > NDR_SUB_AUTHORITIES_MAX)
    {
        ndr_decode_fail(ndr);
        return sid;
    }
    sid.size = fixed_size + count * sub_authority;
    sid.data = reader_bytes(&ndr->stub, sid.size);
    fields = reader_over(sid.data, sid.data ? sid.size : 0);
    reader_skip(&fields, 1); /* Revision */
    if (reader_u8(&fields) != count || fields.failed)
    {
        ndr_decode_fail(ndr);
        return (struct bytes){ NULL, 0 };
    }
    return sid;
}

/* ---- RPC_UNICODE_STRING ---------------------------------------------------------------------- */

/* Until its characters are read, the length is kept in the slice. */
static void decode_unicode_string(struct ndr_decoder *ndr, void *memory)
{
    struct utf16_slice text = { NULL, 0 };
    uint16_t length = 0;
    uint16_t maximum = 0;

    reader_align(&ndr->stub, sizeof(uint32_t));
    length = reader_u16(&ndr->stub);
    maximum = reader_u16(&ndr->stub);
    text.units = ndr_get_u32(ndr) ? ndr_to_be_read() : NULL;
    text.length = length / sizeof(uint16_t);
    if (length > maximum || length % sizeof(uint16_t) || (length && !text.units))
    {
        ndr_decode_fail(ndr);
    }
    put_text(memory, text);
}

static void decode_unicode_string_text(struct ndr_decoder *ndr, void *memory)
{
    struct utf16_slice text;
    uint32_t maximum = 0;
    uint32_t offset = 0;
    uint32_t actual = 0;

    memcpy(&text, memory, sizeof(text));
    if (!text.units)
    {
        return;
    }
    maximum = ndr_get_u32(ndr);
    offset = ndr_get_u32(ndr);
    actual = ndr_get_u32(ndr);
    if (offset || actual > maximum || actual != text.length)
    {
        ndr_decode_fail(ndr);
        return;
    }
    put_text(memory, ndr_get_characters(ndr, actual));
}

/* ---- Arrays, structures, unions -------------------------------------------------------------- */

static void decode_elements(struct ndr_decoder *ndr, const struct ndr_type *element,
                            uint8_t *elements, uint32_t count)
{
    const struct ndr_extent none = { 0 };

    reader_align(&ndr->stub, ndr_alignment(element));
    for (uint32_t i = 0; i < count && !ndr_decoder_failed(ndr); i++)
    {
        decode_fixed(ndr, element, elements + (size_t)i * element->size, none);
    }
}

static void decode_deferred_of_elements(struct ndr_decoder *ndr, const struct ndr_type *element,
                                        uint8_t *elements, uint32_t count)
{
    const struct ndr_extent none = { 0 };

    for (uint32_t i = 0; i < count && !ndr_decoder_failed(ndr); i++)
    {
        decode_deferred(ndr, element, elements + (size_t)i * element->size, none);
    }
}

static void decode_array(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                         struct ndr_extent extent)
{
    const uint32_t maximum = ndr_get_u32(ndr);
    const uint32_t offset = type->is_varying ? ndr_get_u32(ndr) : 0;
    const uint32_t count = type->is_varying ? ndr_get_u32(ndr) : maximum;
    void *elements = NULL;

    if (offset || count > maximum || count != ndr_element_count(type, extent) ||
        (extent.has_count && maximum != extent.count))
    {
        ndr_decode_fail(ndr);
        return;
    }
    elements = ndr_get_memory(ndr, count, type->of->size, ndr_least_size(type->of));
    put_pointer(memory, elements);
    if (elements)
    {
        decode_elements(ndr, type->of, elements, count);
    }
}

static void decode_governed_bytes(struct ndr_decoder *ndr, void *memory, struct ndr_extent extent)
{
    const struct bytes bytes = ndr_get_bytes(ndr);

    if (extent.has_count && extent.count != bytes.size)
    {
        ndr_decode_fail(ndr);
    }
    put_bytes(memory, bytes);
}

/* The array that a structure ends with: its elements, as many as stood before the structure. */
static void decode_trailing_array(struct ndr_decoder *ndr, const struct ndr_field *field,
                                  void *structure, uint32_t count)
{
    const struct ndr_type *element = field->type->of;
    void *elements = NULL;

    if (ndr_extent_of(field, structure).count != count)
    {
        ndr_decode_fail(ndr);
        return;
    }
    elements = ndr_get_memory(ndr, count, element->size, ndr_least_size(element));
    put_pointer((uint8_t *)structure + field->offset, elements);
    if (elements)
    {
        decode_elements(ndr, element, elements, count);
    }
}

static void decode_structure(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory)
{
    const struct ndr_field *array = ndr_trailing_array(type);
    const uint32_t count = array ? ndr_get_u32(ndr) : 0;

    reader_align(&ndr->stub, ndr_alignment(type));
    for (uint32_t i = 0; i < type->count; i++)
    {
        const struct ndr_field *field = &type->fields[i];

        if (field == array)
        {
            decode_trailing_array(ndr, field, memory, count);
            return;
        }
        decode_fixed(ndr, field->type, (uint8_t *)memory + field->offset,
                     ndr_extent_of(field, memory));
    }
}

static void decode_union(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                         struct ndr_extent extent)
{
    const struct ndr_field *arm = ndr_arm(type, extent.count);
    uint32_t tag = 0;

    reader_align(&ndr->stub, type->tag_size);
    tag = type->tag_size == sizeof(uint16_t) ? reader_u16(&ndr->stub) : reader_u32(&ndr->stub);
    if (!arm || tag != extent.count)
    {
        ndr_decode_fail(ndr);
        return;
    }
    reader_align(&ndr->stub, ndr_alignment(type));
    decode_fixed(ndr, arm->type, (uint8_t *)memory + arm->offset, (struct ndr_extent){ 0 });
}

/* ---- Any value ------------------------------------------------------------------------------- */

static void decode_fixed(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                         struct ndr_extent extent)
{
    if (ndr_decoder_failed(ndr) || ndr->depth >= NDR_DEPTH_MAX)
    {
        ndr_decode_fail(ndr);
        return;
    }
    ndr->depth++;
    switch (type->kind)
    {
    case NDR_U8:
    case NDR_U16:
    case NDR_U32:
    case NDR_U64:
    case NDR_LARGE_INTEGER: decode_number(ndr, type, memory); break;
    case NDR_STRING: put_text(memory, ndr_get_string(ndr)); break;
    case NDR_VARYING_STRING: put_text(memory, get_varying_string(ndr)); break;
    case NDR_UNICODE_STRING:
    case NDR_UNICODE_STRING_LARGE: decode_unicode_string(ndr, memory); break;
    case NDR_SID: put_bytes(memory, get_sid(ndr)); break;
    case NDR_BYTES: decode_governed_bytes(ndr, memory, extent); break;
    case NDR_GUID:
    case NDR_CONTEXT_HANDLE: decode_number(ndr, type, memory); break;
    case NDR_FIXED_ARRAY: decode_elements(ndr, type->of, memory, type->count); break;
    case NDR_ARRAY: decode_array(ndr, type, memory, extent); break;
    case NDR_STRUCTURE: decode_structure(ndr, type, memory); break;
    case NDR_UNION: decode_union(ndr, type, memory, extent); break;
    case NDR_POINTER: decode_pointer(ndr, memory); break;
    case NDR_NULL: ndr->stub.failed |= ndr_get_u32(ndr) != 0; break;
    case NDR_LEVEL_STRUCTURE: ndr_decode_level_structure(ndr, type, memory); break;
    case NDR_LEVEL_LIST: ndr_decode_level_list(ndr, type, memory, extent); break;
    case NDR_LEVEL_ROW: ndr_decode_level_row(ndr, type, memory, extent.count); break;
    }
    ndr->depth--;
}

static void decode_pointee(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                           struct ndr_extent extent)
{
    void *place = memory;

    if (!pointer_at(memory))
    {
        ndr->stub.failed |= ndr_lacks_elements(type, extent);
        return;
    }
    if (!ndr_is_reference(type))
    {
        place = ndr_get_memory(ndr, 1, type->size, ndr_least_size(type));
        put_pointer(memory, place);
    }
    if (place)
    {
        decode_fixed(ndr, type, place, extent);
        decode_deferred(ndr, type, place, extent);
    }
}

static void decode_deferred(struct ndr_decoder *ndr, const struct ndr_type *type, void *memory,
                            struct ndr_extent extent)
{
    const struct ndr_field *arm = NULL;

    if (ndr_decoder_failed(ndr) || ndr->depth >= NDR_DEPTH_MAX)
    {
        ndr_decode_fail(ndr);
        return;
    }
    ndr->depth++;
    switch (type->kind)
    {
    case NDR_UNICODE_STRING:
    case NDR_UNICODE_STRING_LARGE: decode_unicode_string_text(ndr, memory); break;
    case NDR_FIXED_ARRAY: decode_deferred_of_elements(ndr, type->of, memory, type->count); break;
    case NDR_ARRAY:
        decode_deferred_of_elements(ndr, type->of, pointer_at(memory),
                                    ndr_element_count(type, extent));
        break;
    case NDR_STRUCTURE:
        for (uint32_t i = 0; i < type->count; i++)
        {
            const struct ndr_field *field = &type->fields[i];

            decode_deferred(ndr, field->type, (uint8_t *)memory + field->offset,
                            ndr_extent_of(field, memory));
        }
        break;
    case NDR_UNION:
        arm = ndr_arm(type, extent.count);
        decode_deferred(ndr, arm->type, (uint8_t *)memory + arm->offset, (struct ndr_extent){ 0 });
        break;
    case NDR_POINTER: decode_pointee(ndr, type->of, memory, extent); break;
    case NDR_LEVEL_STRUCTURE: ndr_decode_level_deferred(ndr, type, memory); break;
    default: break;
    }
    ndr->depth--;
}

/* ---- Operations ------------------------------------------------------------------------------ */

#define WIN32_CODE_MAX 0xffff /* referents are greater */

static void clear_value(const struct ndr_type *type, void *memory)
{
    struct ndr_level_list *list = memory;

    if (type->kind == NDR_LEVEL_LIST)
    {
        list->rows = (struct info_rows){ 0 }; /* what was asked for stays */
        list->encoded = NULL;
        return;
    }
    memset(memory, 0, type->size);
}

/* What a failure leaves half done must not be looked at. */
static void clear(const struct ndr_operation *operation, enum ndr_direction direction,
                  void *parameters)
{
    for (uint32_t i = 0; i < operation->count; i++)
    {
        const struct ndr_field *field = &operation->parameters[i];

        if (field->direction & direction)
        {
            clear_value(field->type, (uint8_t *)parameters + field->offset);
        }
    }
}

static void decode_parameters(struct ndr_decoder *ndr, const struct ndr_operation *operation,
                              enum ndr_direction direction, void *parameters)
{
    for (uint32_t i = 0; i < operation->count && !ndr_decoder_failed(ndr); i++)
    {
        const struct ndr_field *field = &operation->parameters[i];
        uint8_t *memory = (uint8_t *)parameters + field->offset;
        const struct ndr_extent extent = ndr_extent_of(field, parameters);

        if (field->direction & direction)
        {
            decode_fixed(ndr, field->type, memory, extent);
            decode_deferred(ndr, field->type, memory, extent);
        }
    }
    if (direction == NDR_OUT)
    {
        const uint32_t result = ndr_get_u32(ndr);

        memcpy((uint8_t *)parameters + operation->result_offset, &result, sizeof(result));
    }
}

static bool has_list(const struct ndr_operation *operation)
{
    for (uint32_t i = 0; i < operation->count; i++)
    {
        if (operation->parameters[i].type->kind == NDR_LEVEL_LIST)
        {
            return true;
        }
    }
    return false;
}

/* Whether the response is one of a server that does not know the level: it has no arm for it in its
 * unions, not even a pointer. So Samba refuses level 503 of shares. Lists could be taken for such a
 * response where they end early, but not with that result. */
static bool is_refusal_of_level(const struct ndr_operation *operation, struct bytes stub,
                                void *parameters, struct arena *arena)
{
    struct ndr_decoder ndr = {
        .stub = reader_over(stub.data, stub.size),
        .arena = arena,
        .is_answer = true,
        .lacks_arms = true,
    };
    uint32_t result = 0;

    clear(operation, NDR_OUT, parameters);
    decode_parameters(&ndr, operation, NDR_OUT, parameters);
    result = ndr_result(operation, parameters);
    return !ndr_decoder_failed(&ndr) && !reader_left(&ndr.stub) &&
           (has_list(operation) ? result == ERROR_INVALID_LEVEL
                                : result && result <= WIN32_CODE_MAX);
}

uint32_t ndr_result(const struct ndr_operation *operation, const void *parameters)
{
    uint32_t result = 0;

    memcpy(&result, (const uint8_t *)parameters + operation->result_offset, sizeof(result));
    return result;
}

uint32_t ndr_decode(const struct ndr_operation *operation, enum ndr_direction direction,
                    struct bytes stub, void *parameters, struct arena *arena)
{
    struct ndr_decoder ndr = {
        .stub = reader_over(stub.data, stub.size),
        .arena = arena,
        .is_answer = direction == NDR_OUT,
    };

    clear(operation, direction, parameters);
    decode_parameters(&ndr, operation, direction, parameters);
    if (!ndr_decoder_failed(&ndr) || (ndr.is_answer && !ndr.out_of_memory &&
                                      is_refusal_of_level(operation, stub, parameters, arena)))
    {
        return ERROR_SUCCESS;
    }
    clear(operation, direction, parameters);
    return ndr.out_of_memory ? ERROR_NOT_ENOUGH_MEMORY : RPC_X_BAD_STUB_DATA;
}
