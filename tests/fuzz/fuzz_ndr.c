/*
 * Fuzz target: requests and responses of every operation that is described, from their stubs to the
 * API's structures.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * What was decoded can be encoded, and what is decoded of that is the same: the same values, though
 * not always the same bytes. Rows of information levels are packed for the API too.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"
#include "rpc/interfaces.h"
#include "support/ndr_dump.h"

/* Before the stub: what chooses the interface, the operation, the direction (0: a request), and a
 * preferred length; the size of the request that a response answers, which then stands before it. */
#define HEADER_SIZE 6

/* What the tests decode is small. */
#define MEMORY_LIMIT ((size_t)64 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition)
{
    if (!condition)
    {
        abort();
    }
}

/* By the last byte of its UUID, or any. */
static const struct rpc_interface *choose_interface(uint8_t choice)
{
    for (size_t i = 0; i < rpc_interface_count; i++)
    {
        if (rpc_interfaces[i]->uuid[sizeof(rpc_interfaces[i]->uuid) - 1] == choice)
        {
            return rpc_interfaces[i];
        }
    }
    return rpc_interfaces[choice % rpc_interface_count];
}

/* By its number, or any. */
static const struct ndr_operation *choose_operation(const struct rpc_interface *interface,
                                                    uint8_t choice)
{
    for (size_t i = 0; i < interface->count; i++)
    {
        if (interface->operations[i].number == choice)
        {
            return &interface->operations[i];
        }
    }
    return &interface->operations[choice % interface->count];
}

/* ---- Packing for the API --------------------------------------------------------------------- */

static void pack(const struct info_family *family, const struct info_level *level,
                 const struct info_rows *rows, uint32_t length)
{
    struct info_rows part = *rows;
    struct info_buffer packed;

    part.count = info_count_fitting(family, level, rows, length);
    require(part.count <= rows->count);
    if (!info_pack(family, level, &part, &packed))
    {
        require(packed.entries == part.count);
        platform_api_free(packed.buffer);
    }
}

static void pack_rows(const struct info_family *family, uint32_t number,
                      const struct info_rows *rows, uint8_t length)
{
    const struct info_level *level = info_find_level(family, number);

    if (level && level->api_size && rows->rows)
    {
        pack(family, level, rows, PREFERRED_LENGTH_UNLIMITED);
        pack(family, level, rows, length);
    }
}

static void pack_list(const struct ndr_type *type, const void *memory, uint8_t length)
{
    struct ndr_level_list list;

    memcpy(&list, memory, sizeof(list));
    pack_rows(type->family, list.level, &list.rows, length);
}

static void pack_parameter(const struct ndr_field *field, const void *parameters, uint8_t length)
{
    const uint8_t *memory = (const uint8_t *)parameters + field->offset;
    struct info_rows row = { .count = 1 };
    const void *pointed_to = NULL;
    uint32_t level = 0;

    if (field->type->kind == NDR_LEVEL_LIST)
    {
        pack_list(field->type, memory, length);
    }
    else if (field->type->kind == NDR_POINTER && field->type->of->kind == NDR_LEVEL_LIST)
    {
        memcpy(&pointed_to, memory, sizeof(pointed_to));
        if (pointed_to)
        {
            pack_list(field->type->of, pointed_to, length);
        }
    }
    else if (field->type->kind == NDR_LEVEL_ROW)
    {
        memcpy(&row.rows, memory, sizeof(row.rows));
        memcpy(&level, (const uint8_t *)parameters + field->governed_by.offset,
               field->governed_by.size);
        pack_rows(field->type->family, level, &row, length);
    }
}

/* ---- Decoding and encoding ------------------------------------------------------------------- */

static struct writer dump(const struct ndr_operation *operation, enum ndr_direction direction,
                          const void *parameters)
{
    struct writer text = { 0 };

    ndr_dump(operation, direction, parameters, &text);
    return text;
}

/* Encodes and decodes what was decoded; `before` are its parameters as they were before. */
static void repeat(const struct ndr_operation *operation, enum ndr_direction direction,
                   const void *decoded, void *before)
{
    struct arena arena = { .limit = MEMORY_LIMIT };
    struct writer stub = { 0 };
    struct writer first = dump(operation, direction, decoded);
    struct writer second = { 0 };

    require(!ndr_encode(operation, direction, decoded, &stub));
    require(
        !ndr_decode(operation, direction, (struct bytes){ stub.data, stub.size }, before, &arena));
    second = dump(operation, direction, before);
    require(first.size == second.size && memcmp(first.data, second.data, first.size) == 0);
    writer_free(&first);
    writer_free(&second);
    writer_free(&stub);
    arena_free(&arena);
}

static bool decode(const struct ndr_operation *operation, enum ndr_direction direction,
                   struct bytes stub, void *parameters, struct arena *arena)
{
    void *before = malloc(operation->size);
    bool decoded = false;

    require(before != NULL);
    memcpy(before, parameters, operation->size);
    decoded = !ndr_decode(operation, direction, stub, parameters, arena);
    if (decoded)
    {
        repeat(operation, direction, parameters, before);
    }
    free(before);
    return decoded;
}

/* ---- Rows that stay in the message ----------------------------------------------------------- */

/* The list that a response brings; NULL where it brings none. */
static const struct ndr_field *find_list(const struct ndr_operation *operation)
{
    for (uint32_t i = 0; i < operation->count; i++)
    {
        const struct ndr_field *field = &operation->parameters[i];

        if (field->type->kind == NDR_LEVEL_LIST && field->direction & NDR_OUT)
        {
            return field;
        }
    }
    return NULL;
}

static struct ndr_level_list *list_at(const struct ndr_field *field, void *parameters)
{
    return (void *)((uint8_t *)parameters + field->offset);
}

/* Packs a list, as much of it as fits. What it becomes is released. */
static struct info_answer answer_with(const struct ndr_field *field,
                                      const struct ndr_level_list *list, uint32_t length)
{
    const struct info_list rows = { field->type->family, list->rows, list->encoded };
    const struct info_level *level = info_find_level(field->type->family, list->level);
    struct info_answer answer = { 0 };

    if (level && level->api_size)
    {
        info_list_answer_from(&rows, level, 0, length, &answer);
        platform_api_free(answer.buffer);
    }
    return answer;
}

/* Rows that stay in the response are as many, and as large, as those of an array: `decoded` has it,
 * where the response is one. */
static void decode_encoded(const struct ndr_operation *operation, struct bytes response,
                           void *before, void *decoded, uint8_t length)
{
    const struct ndr_field *field = find_list(operation);
    struct arena arena = { .limit = MEMORY_LIMIT };
    uint32_t status = 0;

    if (!field)
    {
        return;
    }
    list_at(field, before)->stays_encoded = true;
    status = ndr_decode(operation, NDR_OUT, response, before, &arena);
    require(!status || !decoded);
    if (!status && decoded)
    {
        const uint32_t lengths[] = { PREFERRED_LENGTH_UNLIMITED, length };

        for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
        {
            const struct info_answer one = answer_with(field, list_at(field, decoded), lengths[i]);
            const struct info_answer other = answer_with(field, list_at(field, before), lengths[i]);

            require(one.entries == other.entries && one.total_entries == other.total_entries &&
                    one.resume_handle == other.resume_handle);
        }
    }
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = { .limit = MEMORY_LIMIT };
    struct reader input = reader_over(data, size);
    const struct rpc_interface *interface = choose_interface(reader_u8(&input));
    const struct ndr_operation *operation = choose_operation(interface, reader_u8(&input));
    const bool is_response = reader_u8(&input) & 1;
    const uint8_t length = reader_u8(&input);
    const size_t request_size = reader_u16(&input);
    struct bytes request = { NULL, 0 };
    struct bytes response = { NULL, 0 };
    void *parameters = NULL;
    bool decoded = false;

    if (input.failed || (is_response && request_size > reader_left(&input)))
    {
        return 0;
    }
    request.size = is_response ? request_size : reader_left(&input);
    request.data = reader_bytes(&input, request.size);
    response.size = reader_left(&input);
    response.data = reader_bytes(&input, response.size);
    parameters = calloc(1, operation->size);
    require(parameters != NULL);
    decoded = decode(operation, NDR_IN, request, parameters, &arena);
    if (decoded && is_response)
    {
        void *before = malloc(operation->size);

        require(before != NULL);
        memcpy(before, parameters, operation->size);
        decoded = decode(operation, NDR_OUT, response, parameters, &arena);
        decode_encoded(operation, response, before, decoded ? parameters : NULL, length);
        free(before);
    }
    for (uint32_t i = 0; decoded && i < operation->count; i++)
    {
        pack_parameter(&operation->parameters[i], parameters, length);
    }
    free(parameters);
    arena_free(&arena);
    return 0;
}
