/*
 * What a described operation is on the wire, written as hexadecimal text.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_NDR_STUB_H
#define NETAPI32_TESTS_SUPPORT_NDR_STUB_H

#include "rpc/ndr.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

/* An operation of one structure, whose members all go in. */
#define NDR_STUB_OPERATION(structure, parameters) NDR_OPERATION(0, "Test", structure, parameters)

static inline void assert_encodes(const struct ndr_operation *operation,
                                  enum ndr_direction direction, const void *parameters,
                                  const char *expected)
{
    struct writer stub = { 0 };

    assert_int_equal(ndr_encode(operation, direction, parameters, &stub), ERROR_SUCCESS);
    assert_hex_equal(stub.data, stub.size, expected);
    writer_free(&stub);
}

static inline void assert_is_not_encoded(const struct ndr_operation *operation,
                                         const void *parameters)
{
    struct writer stub = { 0 };

    assert_int_equal(ndr_encode(operation, NDR_IN, parameters, &stub), ERROR_INVALID_PARAMETER);
    writer_free(&stub);
}

/* What was decoded: strings, SIDs and bytes are parts of the copy, which ends where the stub does. */
struct decoded
{
    struct bytes copy;
    struct arena arena;
};

static inline uint32_t decode_stub(const struct ndr_operation *operation,
                                   enum ndr_direction direction, const char *text, void *parameters,
                                   struct decoded *decoded)
{
    const struct hex stub = hex(text);

    decoded->copy = exact_copy(bytes_of_hex(&stub), stub.size);
    decoded->arena = (struct arena){ 0 };
    return ndr_decode(operation, direction, decoded->copy, parameters, &decoded->arena);
}

static inline void decoded_free(struct decoded *decoded)
{
    arena_free(&decoded->arena);
    free((void *)(uintptr_t)decoded->copy.data);
}

/* Asserts that each request is refused and leaves nothing in its parameters, which take `size`
 * bytes. */
static inline void assert_stubs_are_refused(const struct ndr_operation *operation,
                                            const char *const stubs[], size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        uint8_t parameters[512] = { 0 };
        const uint8_t zeros[sizeof(parameters)] = { 0 };
        struct decoded decoded;

        assert_true(operation->size <= sizeof(parameters));
        if (decode_stub(operation, NDR_IN, stubs[i], parameters, &decoded) != RPC_X_BAD_STUB_DATA)
        {
            fail_msg("accepted: %s", stubs[i]);
        }
        assert_memory_equal(parameters, zeros, sizeof(parameters));
        decoded_free(&decoded);
    }
}

#endif
