/*
 * Message authentication codes, and the derivation of keys with them, over libgcrypt.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "crypto/crypto.h"

#include <gcrypt.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "crypto/gcrypt.h"
#include "crypto/hmac.h"

/* ---- HMAC ------------------------------------------------------------------------------------ */

static uint32_t hmac_once(int algorithm, struct bytes key, const struct bytes *parts, size_t count,
                          uint8_t *code)
{
    struct hmac_key hmac;
    uint32_t status = hmac_key_set(&hmac, algorithm, key);

    if (!status)
    {
        status = hmac_compute(&hmac, parts, count, code);
    }
    wipe(&hmac, sizeof(hmac));
    wipe_stack(); /* libgcrypt digests on it, and leaves it as it is */
    return status;
}

uint32_t crypto_hmac_md5(struct bytes key, const struct bytes *parts, size_t count,
                         uint8_t digest[MD5_SIZE])
{
    return hmac_once(GCRY_MD_MD5, key, parts, count, digest);
}

uint32_t crypto_hmac_sha256(struct bytes key, const struct bytes *parts, size_t count,
                            uint8_t digest[SHA256_SIZE])
{
    return hmac_once(GCRY_MD_SHA256, key, parts, count, digest);
}

uint32_t crypto_hmac_sha512(struct bytes key, const struct bytes *parts, size_t count,
                            uint8_t digest[SHA512_SIZE])
{
    return hmac_once(GCRY_MD_SHA512, key, parts, count, digest);
}

uint32_t crypto_sp800_108(struct bytes key, struct bytes label, struct bytes context, void *derived,
                          size_t size)
{
    /* At most one block of HMAC-SHA256 is ever wanted, so the counter is always 1. */
    static const uint8_t counter[4] = { 0, 0, 0, 1 };
    static const uint8_t separator[1] = { 0 };
    const uint32_t bits = (uint32_t)size * 8;
    const uint8_t length[4] = { 0, 0, (uint8_t)(bits >> 8), (uint8_t)bits };
    const struct bytes parts[] = {
        { counter, sizeof(counter) }, label, { separator, sizeof(separator) }, context,
        { length, sizeof(length) },
    };
    uint8_t block[SHA256_SIZE];
    uint32_t status = 0;

    if (size > sizeof(block))
    {
        return ERROR_NOT_SUPPORTED;
    }
    status = crypto_hmac_sha256(key, parts, sizeof(parts) / sizeof(parts[0]), block);
    if (!status)
    {
        memcpy(derived, block, size);
    }
    wipe(block, sizeof(block));
    return status;
}

/* ---- Keys in use ------------------------------------------------------------------------------ */

struct crypto_mac
{
    enum crypto_mac_algorithm algorithm;
    struct hmac_key hmac;
    gcry_mac_hd_t handle; /* of all that is not HMAC */
};

static int gcrypt_algorithm(enum crypto_mac_algorithm algorithm)
{
    return algorithm == CRYPTO_AES_CMAC ? GCRY_MAC_CMAC_AES : GCRY_MAC_GMAC_AES;
}

uint32_t crypto_mac_create(enum crypto_mac_algorithm algorithm, struct bytes key,
                           struct crypto_mac **mac)
{
    struct crypto_mac *created = calloc(1, sizeof(*created));
    uint32_t status = ERROR_SUCCESS;

    *mac = NULL;
    if (!created)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    created->algorithm = algorithm;
    if (algorithm == CRYPTO_HMAC_SHA256)
    {
        status = hmac_key_set(&created->hmac, GCRY_MD_SHA256, key);
    }
    else
    {
        status = win32_from_gcrypt(
            gcry_mac_open(&created->handle, gcrypt_algorithm(algorithm), 0, NULL));
        if (!status)
        {
            status = win32_from_gcrypt(gcry_mac_setkey(created->handle, key.data, key.size));
        }
    }
    if (status)
    {
        crypto_mac_free(created);
        return status;
    }
    *mac = created;
    return ERROR_SUCCESS;
}

uint32_t crypto_mac_compute(struct crypto_mac *mac, struct bytes nonce, const struct bytes *parts,
                            size_t count, uint8_t *code)
{
    size_t size = CRYPTO_AES_MAC_SIZE;
    gcry_error_t error = 0;

    if (mac->algorithm == CRYPTO_HMAC_SHA256)
    {
        const uint32_t status = hmac_compute(&mac->hmac, parts, count, code);

        wipe_stack();
        return status;
    }
    error = gcry_mac_reset(mac->handle);
    if (!error && nonce.size)
    {
        error = gcry_mac_setiv(mac->handle, nonce.data, nonce.size);
    }
    for (size_t i = 0; !error && i < count; i++)
    {
        if (parts[i].size)
        {
            error = gcry_mac_write(mac->handle, parts[i].data, parts[i].size);
        }
    }
    if (!error)
    {
        error = gcry_mac_read(mac->handle, code, &size);
    }
    return win32_from_gcrypt(error);
}

void crypto_mac_free(struct crypto_mac *mac)
{
    if (mac)
    {
        gcry_mac_close(mac->handle);
        wipe(mac, sizeof(*mac));
        free(mac);
    }
}
