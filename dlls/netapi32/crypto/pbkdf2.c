/*
 * Keys of passwords: PBKDF2 (RFC 8018 5.2).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "crypto/crypto.h"

#include <gcrypt.h>
#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "crypto/hmac.h"

/* F(P, S, c, i): the block number i, counted from 1. */
static uint32_t make_block(const struct hmac_key *hmac, struct bytes salt, uint32_t iterations,
                           uint32_t number, uint8_t block[SHA512_SIZE])
{
    const uint8_t index[] = { (uint8_t)(number >> 24), (uint8_t)(number >> 16),
                              (uint8_t)(number >> 8), (uint8_t)number };
    const struct bytes first[] = { salt, { index, sizeof(index) } };
    const size_t size = gcry_md_get_algo_dlen(hmac->algorithm);
    uint8_t code[SHA512_SIZE];
    const struct bytes latest = { code, size };
    uint32_t status = hmac_compute(hmac, first, 2, code);

    memcpy(block, code, size);
    for (uint32_t i = 1; i < iterations && !status; i++)
    {
        status = hmac_compute(hmac, &latest, 1, code);
        for (size_t j = 0; j < size; j++)
        {
            block[j] ^= code[j];
        }
    }
    wipe(code, sizeof(code));
    return status;
}

static uint32_t derive(int algorithm, struct bytes password, struct bytes salt, uint32_t iterations,
                       uint8_t *derived, size_t size)
{
    const size_t block_size = gcry_md_get_algo_dlen(algorithm);
    struct hmac_key hmac;
    uint8_t block[SHA512_SIZE];
    uint32_t status = hmac_key_set(&hmac, algorithm, password);

    for (size_t done = 0; done < size && !status; done += block_size)
    {
        const size_t left = size - done;

        status = make_block(&hmac, salt, iterations, (uint32_t)(done / block_size) + 1, block);
        memcpy(derived + done, block, left < block_size ? left : block_size);
    }
    wipe(block, sizeof(block));
    wipe(&hmac, sizeof(hmac));
    wipe_stack(); /* libgcrypt digests on it, and leaves it as it is */
    if (status)
    {
        wipe(derived, size);
    }
    return status;
}

uint32_t crypto_pbkdf2_sha256(struct bytes password, struct bytes salt, uint32_t iterations,
                              void *derived, size_t size)
{
    return derive(GCRY_MD_SHA256, password, salt, iterations, derived, size);
}

uint32_t crypto_pbkdf2_sha512(struct bytes password, struct bytes salt, uint32_t iterations,
                              void *derived, size_t size)
{
    return derive(GCRY_MD_SHA512, password, salt, iterations, derived, size);
}
