/*
 * Memory that is released all at once. The file under test is compiled into this one, with a
 * calloc() that fails when it shall; so does what is decoded into it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

static void *calloc_or_fail(size_t count, size_t size);

#define calloc calloc_or_fail
#include "base/arena.c"
#undef calloc

#include "rpc/client.h"
#include "rpc/samr.h"
#include "support/ndr_stub.h"
#include "support/unit.h"

static unsigned int allocations; /* that were made */
static unsigned int failing;     /* the one that fails, counted from 1; 0: none */

static void *calloc_or_fail(size_t count, size_t size)
{
    return ++allocations == failing ? NULL : calloc(count, size);
}

static int fail_none(void **state)
{
    (void)state;
    allocations = 0;
    failing = 0;
    return 0;
}

/* ---- The arena itself ------------------------------------------------------------------------ */

static void memory_is_zero_and_aligned(void **state)
{
    struct arena arena = { 0 };

    (void)state;
    for (size_t size = 0; size < 3 * BLOCK_SIZE; size += 1 + size / 3)
    {
        const uint8_t *memory = arena_allocate(&arena, size);

        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
        {
            assert_int_equal(memory[i], 0);
        }
    }
    arena_free(&arena);
}

/* Each is filled to its end: AddressSanitizer sees what lies beyond a block. */
static void no_two_places_are_one(void **state)
{
    uint8_t *places[200];
    struct arena arena = { 0 };

    (void)state;
    for (size_t i = 0; i < COUNT(places); i++)
    {
        places[i] = arena_allocate(&arena, i * 37);
        assert_non_null(places[i]);
        memset(places[i], (int)i, i * 37);
    }
    for (size_t i = 0; i < COUNT(places); i++)
    {
        for (size_t k = 0; k < i * 37; k++)
        {
            assert_int_equal(places[i][k], i);
        }
    }
    arena_free(&arena);
}

static void small_requests_share_a_block(void **state)
{
    struct arena arena = { 0 };

    (void)state;
    for (size_t i = 0; i < BLOCK_SIZE / ALIGNMENT; i++)
    {
        assert_non_null(arena_allocate(&arena, 1));
    }
    assert_int_equal(allocations, 1);
    /* A large one does not end the block that is being filled. */
    assert_non_null(arena_allocate(&arena, 1));
    assert_non_null(arena_allocate(&arena, BLOCK_SIZE));
    assert_non_null(arena_allocate(&arena, 1));
    assert_int_equal(allocations, 3);
    arena_free(&arena);
}

static void limit_is_kept(void **state)
{
    struct arena arena = { .limit = 1000 };

    (void)state;
    assert_null(arena_allocate(&arena, 1001));
    assert_null(arena_allocate(&arena, SIZE_MAX));
    assert_non_null(arena_allocate(&arena, 600));
    assert_null(arena_allocate(&arena, 401));
    assert_non_null(arena_allocate(&arena, 300));
    assert_null(arena_allocate(&arena, 101));
    arena_free(&arena);
    assert_non_null(arena_allocate(&arena, 1000)); /* it begins anew */
    assert_null(arena_allocate(&arena, 1));
    arena_free(&arena);
}

static void limit_is_there_even_if_nobody_gave_one(void **state)
{
    struct arena arena = { 0 };

    (void)state;
    assert_null(arena_allocate(&arena, ARENA_LIMIT + 1));
    assert_int_equal(allocations, 0);
    arena_free(&arena);
}

static void array_that_no_size_holds_is_none(void **state)
{
    struct arena arena = { 0 };

    (void)state;
    assert_null(arena_array(&arena, SIZE_MAX / 2, 3));
    assert_null(arena_array(&arena, SIZE_MAX, SIZE_MAX));
    assert_non_null(arena_array(&arena, 0, 8));
    assert_non_null(arena_array(&arena, 8, 0));
    arena_free(&arena);
}

static void request_that_fails_leaves_the_arena(void **state)
{
    struct arena arena = { 0 };
    const uint8_t *first = NULL;

    (void)state;
    failing = 2;
    first = arena_allocate(&arena, 1);
    assert_non_null(first);
    assert_null(arena_allocate(&arena, BLOCK_SIZE));
    assert_ptr_equal(arena_allocate(&arena, 1), first + ALIGNMENT);
    arena_free(&arena);
}

/* ---- What is decoded into it ----------------------------------------------------------------- */

/* SamrEnumerateDomainsInSamServer: a structure, an array of structures with strings. */
#define ENUMERATION                                                                                \
    "07000000 00000200 02000000 04000200 02000000 01000000 02000200 08000200 02000000 02000200 "   \
    "0c000200 01000000 00000000 01000000 6100 0000 01000000 00000000 01000000 6200 0000 "          \
    "02000000 00000000"

static uint32_t decode_enumeration(struct samr_enumerate *parameters, struct arena *arena)
{
    const struct hex stub = hex(ENUMERATION);
    const uint32_t status =
        ndr_decode(rpc_operation(&samr_interface, SAMR_ENUMERATE_DOMAINS_IN_SAM_SERVER), NDR_OUT,
                   bytes_of_hex(&stub), parameters, arena);

    return status;
}

static void decoding_ends_with_the_memory(void **state)
{
    struct samr_enumerate parameters = { .count_returned = 9 };
    struct arena arena = { 0 };

    (void)state;
    assert_int_equal(decode_enumeration(&parameters, &arena), ERROR_SUCCESS);
    assert_int_equal(parameters.count_returned, 2);
    assert_int_equal(parameters.buffer->entries[1].rid, 2);
    arena_free(&arena);
    failing = allocations + 1;
    assert_int_equal(decode_enumeration(&parameters, &arena), ERROR_NOT_ENOUGH_MEMORY);
    assert_null(parameters.buffer);
    assert_int_equal(parameters.count_returned, 0);
    arena_free(&arena);
}

/* Every limit below what it takes: no memory, and nothing half done. */
static void decoding_ends_at_the_limit(void **state)
{
    struct samr_enumerate parameters = { .count_returned = 9 };
    struct arena arena = { .limit = 1 };

    (void)state;
    while (decode_enumeration(&parameters, &arena))
    {
        assert_null(parameters.buffer);
        arena_free(&arena);
        arena.limit++;
        assert_true(arena.limit < BLOCK_SIZE);
    }
    assert_true(arena.limit > 2 * sizeof(struct samr_rid_name));
    assert_int_equal(parameters.buffer->count, 2);
    arena_free(&arena);
}

/* ---- Types that never end -------------------------------------------------------------------- */

struct node
{
    struct node *next;
};

static const struct ndr_type node_pointer;
static const struct ndr_field node_fields[] = {
    NDR_FIELD(struct node, next, node_pointer),
};
static const struct ndr_type node = NDR_STRUCTURE_OF(struct node, node_fields);
static const struct ndr_type node_pointer = NDR_POINTER_TO(node);

struct chain
{
    struct node *first;
    uint32_t result;
};

static const struct ndr_field chain_parameters[] = {
    NDR_PARAMETER(NDR_IN, struct chain, first, node_pointer),
};
static const struct ndr_operation chain_operation =
    NDR_STUB_OPERATION(struct chain, chain_parameters);

static void depth_is_limited(void **state)
{
    static const char *const deep =
        "01000000 01000000 01000000 01000000 01000000 01000000 01000000 01000000 01000000 01000000"
        "01000000 01000000 01000000 01000000 01000000 01000000 01000000 01000000 01000000 00000000";
    struct node nodes[20] = { { NULL } };
    struct chain chain = { .first = nodes };
    struct decoded decoded;

    (void)state;
    assert_int_equal(
        decode_stub(&chain_operation, NDR_IN, "01000000 01000000 00000000", &chain, &decoded),
        ERROR_SUCCESS);
    assert_non_null(chain.first->next);
    decoded_free(&decoded);
    assert_stubs_are_refused(&chain_operation, &deep, 1);
    for (size_t i = 0; i + 1 < COUNT(nodes); i++)
    {
        nodes[i].next = &nodes[i + 1];
    }
    chain.first = nodes;
    assert_is_not_encoded(&chain_operation, &chain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(memory_is_zero_and_aligned, fail_none),
        cmocka_unit_test_setup(no_two_places_are_one, fail_none),
        cmocka_unit_test_setup(small_requests_share_a_block, fail_none),
        cmocka_unit_test_setup(limit_is_kept, fail_none),
        cmocka_unit_test_setup(limit_is_there_even_if_nobody_gave_one, fail_none),
        cmocka_unit_test_setup(array_that_no_size_holds_is_none, fail_none),
        cmocka_unit_test_setup(request_that_fails_leaves_the_arena, fail_none),
        cmocka_unit_test_setup(decoding_ends_with_the_memory, fail_none),
        cmocka_unit_test_setup(decoding_ends_at_the_limit, fail_none),
        cmocka_unit_test_setup(depth_is_limited, fail_none),
    };

    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
