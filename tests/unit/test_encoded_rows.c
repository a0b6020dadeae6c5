/*
 * Rows that stay in their message become what an array of them becomes, byte by byte: at every level of
 * every list, for any values, and for messages that were changed on their way.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "levels/list.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "rpc/client.h"
#include "rpc/interfaces.h"
#include "rpc/srvsvc.h"
#include "support/ndr_values.h"
#include "support/unit.h"

#define SEEDS     40
#define MUTATIONS 60

/* What an operation's list was decoded to. */
struct decoded
{
    const struct ndr_operation *operation;
    const struct ndr_type *type; /* of the list */
    uint32_t status;
    void *parameters;
    struct arena arena;
    struct ndr_level_list list;
};

/* The parameter that is a list; NULL where there is none. */
static const struct ndr_field *list_of(const struct ndr_operation *operation)
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

static void decode(struct decoded *decoded, const struct ndr_operation *operation,
                   struct bytes stub, const void *before, bool stays_encoded)
{
    const struct ndr_field *field = list_of(operation);
    struct ndr_level_list *list = NULL;

    *decoded = (struct decoded){ .operation = operation, .type = field->type };
    decoded->parameters = malloc(operation->size);
    assert_non_null(decoded->parameters);
    memcpy(decoded->parameters, before, operation->size);
    list = (void *)((uint8_t *)decoded->parameters + field->offset);
    list->stays_encoded = stays_encoded;
    decoded->status = ndr_decode(operation, NDR_OUT, stub, decoded->parameters, &decoded->arena);
    decoded->list = *list;
}

static void decoded_free(struct decoded *decoded)
{
    arena_free(&decoded->arena);
    free(decoded->parameters);
}

static struct info_list rows_of(const struct decoded *decoded)
{
    return (struct info_list){ decoded->type->family, decoded->list.rows, decoded->list.encoded };
}

/* Bytes of a block, with pointers as distances from its beginning. */
static void assert_same_block(const struct info_level *level, uint8_t *a, uint8_t *b,
                              size_t entries)
{
    for (size_t i = 0; i < entries; i++)
    {
        for (size_t k = 0; k < level->field_count; k++)
        {
            const struct info_field *field = &level->fields[k];
            const uint8_t *one = a + i * level->api_size + field->api_offset;
            const uint8_t *other = b + i * level->api_size + field->api_offset;
            const size_t plain = info_plain_size(field);
            uintptr_t first = 0;
            uintptr_t second = 0;

            if (plain)
            {
                assert_memory_equal(one, other, plain);
                continue;
            }
            memcpy(&first, one, sizeof(first));
            memcpy(&second, other, sizeof(second));
            if (field->kind == INFO_STRING)
            {
                const struct utf16_slice text = utf16_from_terminated((const uint16_t *)first);

                assert_int_equal(first - (uintptr_t)a, second - (uintptr_t)b);
                assert_memory_equal((const void *)first, (const void *)second,
                                    (text.length + 1) * sizeof(uint16_t));
            }
            else if (field->kind == INFO_WORD || field->kind == INFO_SECRET || !first)
            {
                assert_int_equal(first, second);
            }
            else
            {
                assert_int_equal(first - (uintptr_t)a, second - (uintptr_t)b);
            }
        }
    }
}

static void assert_same_answers(const struct decoded *array, const struct decoded *encoded,
                                size_t start, uint32_t length)
{
    const struct info_level *level = info_find_level(array->type->family, array->list.level);
    const struct info_list rows = rows_of(array);
    const struct info_list stayed = rows_of(encoded);
    struct info_answer expected;
    struct info_answer given;
    uint32_t status = info_list_answer_from(&rows, level, start, length, &expected);

    assert_int_equal(info_list_answer_from(&stayed, level, start, length, &given), status);
    assert_int_equal(given.entries, expected.entries);
    assert_int_equal(given.total_entries, expected.total_entries);
    assert_int_equal(given.resume_handle, expected.resume_handle);
    assert_int_equal(!given.buffer, !expected.buffer);
    assert_same_block(level, expected.buffer, given.buffer, expected.entries);
    platform_api_free(expected.buffer);
    platform_api_free(given.buffer);
}

/* Whether both ways give the same. */
static void compare(const struct ndr_operation *operation, struct bytes stub, const void *before)
{
    struct decoded array;
    struct decoded encoded;
    const struct info_level *level = NULL;

    decode(&array, operation, stub, before, false);
    decode(&encoded, operation, stub, before, true);
    assert_int_equal(encoded.status, array.status);
    if (!array.status)
    {
        const struct info_list rows = rows_of(&array);
        const struct info_list stayed = rows_of(&encoded);

        level = info_find_level(array.type->family, array.list.level);
        assert_int_equal(ndr_result(operation, encoded.parameters),
                         ndr_result(operation, array.parameters));
        assert_int_equal(info_list_count(&stayed), info_list_count(&rows));
        if (level && level->api_size)
        {
            assert_same_answers(&array, &encoded, 0, PREFERRED_LENGTH_UNLIMITED);
            assert_same_answers(&array, &encoded, info_list_count(&rows) / 2, 200);
        }
    }
    decoded_free(&array);
    decoded_free(&encoded);
}

static uint32_t next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

/* Changes a byte or two, where counts, offsets and terminators are as where text is. */
static void compare_changed(const struct ndr_operation *operation, const struct writer *stub,
                            const void *before, uint64_t *state)
{
    uint8_t *copy = malloc(stub->size);

    assert_non_null(copy);
    for (size_t i = 0; i < MUTATIONS; i++)
    {
        static const uint8_t values[] = { 0, 1, 2, 0x7f, 0x80, 0xff };
        const size_t size = i % 3 ? stub->size : 1 + next_random(state) % stub->size;

        memcpy(copy, stub->data, stub->size);
        for (size_t k = next_random(state) % 3; k < 3; k++)
        {
            copy[next_random(state) % stub->size] = values[next_random(state) % COUNT(values)];
        }
        compare(operation, (struct bytes){ copy, size }, before);
    }
    free(copy);
}

static void compare_operation(const struct ndr_operation *operation, uint64_t seed)
{
    struct arena arena = { 0 };
    struct ndr_values values = { .arena = &arena, .state = seed };
    void *parameters = calloc(1, operation->size);
    struct writer stub = { 0 };
    uint64_t state = seed;

    assert_non_null(parameters);
    ndr_values_fill(&values, operation, parameters);
    assert_int_equal(ndr_encode(operation, NDR_OUT, parameters, &stub), ERROR_SUCCESS);
    compare(operation, (struct bytes){ stub.data, stub.size }, parameters);
    compare_changed(operation, &stub, parameters, &state);
    writer_free(&stub);
    free(parameters);
    arena_free(&arena);
}

static void every_list_is_the_same_both_ways(void **state)
{
    size_t compared = 0;

    (void)state;
    for (size_t i = 0; i < rpc_interface_count; i++)
    {
        for (size_t k = 0; k < rpc_interfaces[i]->count; k++)
        {
            const struct ndr_operation *operation = &rpc_interfaces[i]->operations[k];

            for (uint64_t seed = 1; list_of(operation) && seed <= SEEDS; seed++)
            {
                compare_operation(operation, seed);
                compared++;
            }
        }
    }
    assert_true(compared >= 8 * SEEDS);
}

/* ---- Lists of sessions ----------------------------------------------------------------------- */

#define ROWS       100
#define NAME_UNITS 16

struct sessions
{
    uint16_t names[ROWS][NAME_UNITS];
    struct srvsvc_session_enum parameters;
    struct writer stub;
    struct arena arena;
};

static const struct ndr_operation *session_enum(void)
{
    return rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM);
}

/* Rows of which client i has i % 16 letters, and opened i files. */
static struct info_list encode_sessions(struct sessions *sessions)
{
    struct session rows[ROWS] = { { .opens = 0 } };
    struct srvsvc_session_enum call = { .sessions = { .level = 1, .rows = { rows, ROWS } } };

    *sessions = (struct sessions){ .parameters = { .sessions = { .level = 1 } } };
    for (uint32_t i = 0; i < ROWS; i++)
    {
        for (size_t k = 0; k < NAME_UNITS; k++)
        {
            sessions->names[i][k] = (uint16_t)('a' + k);
        }
        rows[i].client = (struct utf16_slice){ sessions->names[i], i % NAME_UNITS };
        rows[i].user = (struct utf16_slice){ sessions->names[i], 1 };
        rows[i].opens = i;
    }
    assert_int_equal(ndr_encode(session_enum(), NDR_OUT, &call, &sessions->stub), ERROR_SUCCESS);
    sessions->parameters.sessions.stays_encoded = true;
    assert_int_equal(ndr_decode(session_enum(), NDR_OUT,
                                (struct bytes){ sessions->stub.data, sessions->stub.size },
                                &sessions->parameters, &sessions->arena),
                     ERROR_SUCCESS);
    assert_non_null(sessions->parameters.sessions.encoded);
    assert_null(sessions->parameters.sessions.rows.rows);
    return (struct info_list){ .family = &session_family,
                               .encoded = sessions->parameters.sessions.encoded };
}

static void sessions_free(struct sessions *sessions)
{
    arena_free(&sessions->arena);
    writer_free(&sessions->stub);
}

static void rows_are_read_in_any_order(void **state)
{
    struct sessions sessions;
    const struct info_list list = encode_sessions(&sessions);
    uint64_t random = 1;

    (void)state;
    for (size_t i = 0; i < 10 * ROWS; i++)
    {
        const uint32_t index = next_random(&random) % ROWS;
        const struct session *session = info_list_row(&list, index);

        assert_int_equal(session->opens, index);
        assert_int_equal(session->client.length, index % NAME_UNITS);
    }
    sessions_free(&sessions);
}

static bool is_odd(void *context, const void *row)
{
    const struct session *session = row;

    (void)context;
    return session->opens % 2;
}

static void filter_keeps_rows_in_their_order(void **state)
{
    struct sessions sessions;
    struct info_list list = encode_sessions(&sessions);
    const struct session_info_1 *entries = NULL;
    struct info_buffer packed;

    (void)state;
    assert_int_equal(info_list_filter(&list, is_odd, NULL, &sessions.arena), ERROR_SUCCESS);
    assert_int_equal(info_list_count(&list), ROWS / 2);
    assert_int_equal(info_list_pack(&list, info_find_level(&session_family, 1), &packed),
                     ERROR_SUCCESS);
    entries = packed.buffer;
    for (uint32_t i = 0; i < ROWS / 2; i++)
    {
        assert_int_equal(entries[i].opens, 2 * i + 1);
    }
    platform_api_free(packed.buffer);
    assert_int_equal(info_list_to_array(&list, &sessions.arena), ERROR_SUCCESS);
    assert_null(list.encoded);
    assert_int_equal(((struct session *)info_row(&session_family, &list.rows, 7))->opens, 15);
    sessions_free(&sessions);
}

/* Names that grow do not fit in what was reckoned; then rows are reckoned one by one. */
static void lengthen(void *row)
{
    static const uint16_t long_name[] = { 'l', 'o', 'n', 'g', 'n', 'a', 'm', 'e', 's' };
    struct session *session = row;

    session->user = (struct utf16_slice){ long_name, COUNT(long_name) };
}

static void form_of_a_row_may_be_longer_than_it_came(void **state)
{
    struct sessions sessions;
    const struct info_list list = encode_sessions(&sessions);
    const struct session_info_1 *entries = NULL;
    struct info_buffer packed;

    (void)state;
    list.encoded->normalise = lengthen;
    assert_int_equal(info_list_pack(&list, info_find_level(&session_family, 1), &packed),
                     ERROR_SUCCESS);
    entries = packed.buffer;
    for (uint32_t i = 0; i < ROWS; i++)
    {
        assert_int_equal(utf16_from_terminated(entries[i].client).length, i % NAME_UNITS);
        assert_int_equal(utf16_from_terminated(entries[i].user).length, 9);
    }
    platform_api_free(packed.buffer);
    sessions_free(&sessions);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_list_is_the_same_both_ways),
        cmocka_unit_test(rows_are_read_in_any_order),
        cmocka_unit_test(filter_keeps_rows_in_their_order),
        cmocka_unit_test(form_of_a_row_may_be_longer_than_it_came),
    };

    return cmocka_run_group_tests_name("encoded_rows", tests, NULL, NULL);
}
