/*
 * Fuzz target: the accounts of this computer as they are kept.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "families/accounts/account_store.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void decode_and_encode(struct bytes encoded)
{
    struct arena arena = { 0 };
    struct account_store store = { .arena = &arena };
    struct writer writer = { 0 };

    if (!account_store_decode(encoded, &store))
    {
        if (account_store_encode(&store, &writer) || writer.size != encoded.size ||
            memcmp(writer.data, encoded.data, writer.size))
        {
            abort();
        }
    }
    writer_free(&writer);
    arena_free(&arena);
}

/* Once as it is, and once with the size and the digest that it ought to have; what can be read is
 * written as it was. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *copy = NULL;
    uint32_t left = 0;

    decode_and_encode((struct bytes){ data, size });
    if (size < ACCOUNT_STORE_HEADER_SIZE)
    {
        return 0;
    }
    copy = malloc(size);
    if (!copy)
    {
        return 0;
    }
    memcpy(copy, data, size);
    left = (uint32_t)(size - ACCOUNT_STORE_HEADER_SIZE);
    memcpy(copy, "NetAccts\1\0\0\0", 12);
    memcpy(copy + 12, &left, sizeof(left));
    if (!account_store_digest((struct bytes){ copy, size }, copy + ACCOUNT_STORE_DIGEST_OFFSET))
    {
        decode_and_encode((struct bytes){ copy, size });
    }
    free(copy);
    return 0;
}
