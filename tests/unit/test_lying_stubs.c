/*
 * Answers that lie in any of their numbers: of every operation of every interface, each word of a
 * right answer is another one, once. What comes of it is an answer or a refusal, and takes memory in
 * proportion to what came.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "levels/list.h"
#include "platform/platform.h"
#include "rpc/interfaces.h"
#include "support/exact_copy.h"
#include "support/ndr_values.h"
#include "support/unit.h"

#define SEEDS 12

/* What an answer may take in memory: so many times its size, and a few blocks. A row is larger than the
 * least that can stand for it on the wire. */
#define DECODED_TIMES 64
#define DECODED_MORE  0x10000
#define PACKED_TIMES  16
#define PACKED_MORE   0x1000

/* What decoding was given, and what came of it. */
struct outcome
{
    const struct rpc_interface *interface;
    const struct ndr_operation *operation;
    size_t word;
    uint32_t value;
    size_t accepted;
    size_t refused;
};

#define FAIL(outcome, what, ...)                                                                   \
    fail_msg("%s, %s, word %zu is %#x: " what, (outcome)->interface->pipe_name,                    \
             (outcome)->operation->name, (outcome)->word, (outcome)->value, __VA_ARGS__)

/* ---- What was decoded ------------------------------------------------------------------------ */

static void pack(const struct outcome *outcome, const struct info_list *list, uint32_t number,
                 size_t stub_size)
{
    const struct info_level *level = info_find_level(list->family, number);
    struct info_buffer packed = { 0 };

    if (!level || !level->api_size || (!list->encoded && !list->rows.rows))
    {
        return;
    }
    if (!info_list_pack(list, level, &packed) && packed.buffer &&
        malloc_usable_size(packed.buffer) > PACKED_TIMES * stub_size + PACKED_MORE)
    {
        FAIL(outcome, "%zu bytes packed of %zu", malloc_usable_size(packed.buffer), stub_size);
    }
    platform_api_free(packed.buffer);
}

static void pack_lists(const struct outcome *outcome, const void *parameters, size_t stub_size)
{
    for (uint32_t i = 0; i < outcome->operation->count; i++)
    {
        const struct ndr_field *field = &outcome->operation->parameters[i];
        struct ndr_level_list list;

        if (field->type->kind == NDR_LEVEL_LIST && field->direction & NDR_OUT)
        {
            memcpy(&list, (const uint8_t *)parameters + field->offset, sizeof(list));
            pack(outcome, &(struct info_list){ field->type->family, list.rows, list.encoded },
                 list.level, stub_size);
        }
    }
}

/* Lists keep what was asked for. */
static void assert_nothing_is_left(const struct outcome *outcome, const uint8_t *parameters)
{
    for (uint32_t i = 0; i < outcome->operation->count; i++)
    {
        const struct ndr_field *field = &outcome->operation->parameters[i];

        for (uint32_t j = 0; field->direction & NDR_OUT && field->type->kind != NDR_LEVEL_LIST &&
                             j < field->type->size;
             j++)
        {
            if (parameters[field->offset + j])
            {
                FAIL(outcome, "something is left in %s", field->name);
            }
        }
    }
}

/* ---- Decoding -------------------------------------------------------------------------------- */

static void set_encoded(const struct ndr_operation *operation, uint8_t *parameters, bool encoded)
{
    for (uint32_t i = 0; i < operation->count; i++)
    {
        const struct ndr_field *field = &operation->parameters[i];

        if (field->type->kind == NDR_LEVEL_LIST)
        {
            ((struct ndr_level_list *)(void *)(parameters + field->offset))->stays_encoded =
                encoded;
        }
    }
}

/* `asked` are the parameters as they are when the answer comes. */
static void decode(struct outcome *outcome, struct bytes stub, const void *asked, bool encoded)
{
    struct arena arena = { 0 };
    uint8_t *parameters = malloc(outcome->operation->size);
    uint32_t status = ERROR_SUCCESS;

    assert_non_null(parameters);
    memcpy(parameters, asked, outcome->operation->size);
    set_encoded(outcome->operation, parameters, encoded);
    status = ndr_decode(outcome->operation, NDR_OUT, stub, parameters, &arena);
    if (arena.given > DECODED_TIMES * stub.size + DECODED_MORE)
    {
        FAIL(outcome, "%zu bytes decoded of %zu", arena.given, stub.size);
    }
    if (!status)
    {
        outcome->accepted++;
        pack_lists(outcome, parameters, stub.size);
    }
    else if (status == RPC_X_BAD_STUB_DATA)
    {
        outcome->refused++;
        assert_nothing_is_left(outcome, parameters);
    }
    else
    {
        FAIL(outcome, "code %u", status);
    }
    arena_free(&arena);
    free(parameters);
}

/* Each is decoded from memory that ends where it does. */
static void lie(struct outcome *outcome, struct bytes stub, const void *asked)
{
    const struct bytes copy = exact_copy(stub, stub.size);
    uint8_t *place = (uint8_t *)(uintptr_t)copy.data + 4 * outcome->word;

    memcpy(place, &outcome->value, sizeof(outcome->value));
    decode(outcome, copy, asked, false);
    decode(outcome, copy, asked, true);
    free((void *)(uintptr_t)copy.data);
}

static void lie_in_each_word(struct outcome *outcome, struct bytes stub, const void *asked)
{
    for (outcome->word = 0; outcome->word < stub.size / 4; outcome->word++)
    {
        uint32_t right = 0;

        memcpy(&right, stub.data + 4 * outcome->word, sizeof(right));
        {
            const uint32_t lies[] = { 0, 1, INT32_MAX, UINT32_MAX, right + 1, right - 1 };

            for (size_t i = 0; i < COUNT(lies); i++)
            {
                outcome->value = lies[i];
                lie(outcome, stub, asked);
            }
        }
    }
}

static void ask(struct outcome *outcome, uint64_t seed)
{
    struct arena arena = { 0 };
    struct ndr_values values = { .arena = &arena, .state = seed };
    struct writer stub = { 0 };
    void *parameters = arena_allocate(&arena, outcome->operation->size);

    assert_non_null(parameters);
    ndr_values_fill(&values, outcome->operation, parameters);
    assert_int_equal(ndr_encode(outcome->operation, NDR_OUT, parameters, &stub), ERROR_SUCCESS);
    lie_in_each_word(outcome, (struct bytes){ stub.data, stub.size }, parameters);
    writer_free(&stub);
    arena_free(&arena);
}

static void every_word_of_every_answer_may_lie(void **state)
{
    size_t accepted = 0;
    size_t refused = 0;

    (void)state;
    for (size_t i = 0; i < rpc_interface_count; i++)
    {
        struct outcome outcome = { .interface = rpc_interfaces[i] };

        for (size_t j = 0; j < rpc_interfaces[i]->count; j++)
        {
            outcome.operation = &rpc_interfaces[i]->operations[j];
            for (uint64_t seed = 0; outcome.operation->name && seed < SEEDS; seed++)
            {
                ask(&outcome, seed);
            }
        }
        accepted += outcome.accepted;
        refused += outcome.refused;
    }
    print_message("%zu lies made no difference to the rules, %zu were refused\n", accepted,
                  refused);
    assert_true(accepted > refused / 100);
    assert_true(refused > accepted / 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_of_every_answer_may_lie),
    };

    return cmocka_run_group_tests_name("lying_stubs", tests, NULL, NULL);
}
