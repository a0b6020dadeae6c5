/*
 * HMAC (RFC 2104) with the digests of libgcrypt.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_CRYPTO_HMAC_H
#define NETAPI32_CRYPTO_HMAC_H

#include <stddef.h>
#include <stdint.h>

#include "base/wire.h"

#define HMAC_BLOCK_MAX 128 /* of SHA-512 */

/* A key as both digests begin with it. Secret: wipe after use. */
struct hmac_key
{
    int algorithm;     /* libgcrypt's number of the digest: MD5, SHA-256, SHA-512 */
    size_t block_size; /* of the digest */
    uint8_t inner[HMAC_BLOCK_MAX];
    uint8_t outer[HMAC_BLOCK_MAX];
};

/* Errors of gcrypt_digest(). */
uint32_t hmac_key_set(struct hmac_key *hmac, int algorithm, struct bytes key);
/* The code of the concatenation of `count` parts, at most 7: of more ERROR_NOT_SUPPORTED. What
 * libgcrypt leaves on the stack is still to be wiped: wipe_stack(). */
uint32_t hmac_compute(const struct hmac_key *hmac, const struct bytes *parts, size_t count,
                      uint8_t *code);

#endif
