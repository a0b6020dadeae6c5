/*
 * HMAC (RFC 2104) with the digests of libgcrypt.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * It is made of digests here: libgcrypt's own allocates for every code, and ends the program when it
 * cannot.
 */
#include "crypto/hmac.h"

#include <gcrypt.h>
#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "crypto/crypto.h"
#include "crypto/gcrypt.h"

#define SHORT_BLOCK_SIZE 64 /* of MD5 and SHA-256 */

uint32_t hmac_key_set(struct hmac_key *hmac, int algorithm, struct bytes key)
{
    uint32_t status = ERROR_SUCCESS;

    *hmac = (struct hmac_key){
        .algorithm = algorithm,
        .block_size = algorithm == GCRY_MD_SHA512 ? HMAC_BLOCK_MAX : SHORT_BLOCK_SIZE,
    };
    if (key.size > hmac->block_size)
    {
        status = gcrypt_digest(algorithm, &key, 1, hmac->inner);
    }
    else if (key.size)
    {
        memcpy(hmac->inner, key.data, key.size);
    }
    for (size_t i = 0; i < hmac->block_size; i++)
    {
        hmac->outer[i] = hmac->inner[i] ^ 0x5C;
        hmac->inner[i] ^= 0x36;
    }
    return status;
}

uint32_t hmac_compute(const struct hmac_key *hmac, const struct bytes *parts, size_t count,
                      uint8_t *code)
{
    struct bytes all[GCRYPT_PARTS_MAX] = { { hmac->inner, hmac->block_size } };
    uint8_t digest[SHA512_SIZE];
    const struct bytes outer[] = {
        { hmac->outer, hmac->block_size },
        { digest, gcry_md_get_algo_dlen(hmac->algorithm) },
    };
    uint32_t status = ERROR_NOT_SUPPORTED;

    if (count < GCRYPT_PARTS_MAX)
    {
        memcpy(all + 1, parts, count * sizeof(*parts));
        status = gcrypt_digest(hmac->algorithm, all, count + 1, digest);
    }
    if (!status)
    {
        status = gcrypt_digest(hmac->algorithm, outer, 2, code);
    }
    wipe(digest, sizeof(digest));
    return status;
}
