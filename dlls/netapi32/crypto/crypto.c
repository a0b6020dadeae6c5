/*
 * Digests and RC4, over libgcrypt.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * libgcrypt wipes what a handle holds when the handle is closed.
 */
#include "crypto/crypto.h"

#include <gcrypt.h>
#include <stdlib.h>

#include "base/status.h"
#include "crypto/gcrypt.h"

uint32_t win32_from_gcrypt(gcry_error_t error)
{
    switch (gcry_err_code(error))
    {
    case GPG_ERR_NO_ERROR: return ERROR_SUCCESS;
    case GPG_ERR_ENOMEM: return ERROR_NOT_ENOUGH_MEMORY;
    case GPG_ERR_CHECKSUM: return ERROR_BAD_NET_RESP;
    default: return ERROR_NOT_SUPPORTED;
    }
}

uint32_t gcrypt_digest(int algorithm, const struct bytes *parts, size_t count, uint8_t *digest)
{
    gcry_buffer_t buffers[GCRYPT_PARTS_MAX] = { { 0 } };

    if (count > GCRYPT_PARTS_MAX)
    {
        return ERROR_NOT_SUPPORTED;
    }
    for (size_t i = 0; i < count; i++)
    {
        /* libgcrypt only reads it. */
        buffers[i].data = (void *)(uintptr_t)parts[i].data;
        buffers[i].len = parts[i].size;
    }
    return win32_from_gcrypt(gcry_md_hash_buffers(algorithm, 0, digest, buffers, (int)count));
}

uint32_t crypto_md4(const struct bytes *parts, size_t count, uint8_t digest[MD4_SIZE])
{
    return gcrypt_digest(GCRY_MD_MD4, parts, count, digest);
}

uint32_t crypto_md5(const struct bytes *parts, size_t count, uint8_t digest[MD5_SIZE])
{
    return gcrypt_digest(GCRY_MD_MD5, parts, count, digest);
}

uint32_t crypto_sha512(const struct bytes *parts, size_t count, uint8_t digest[SHA512_SIZE])
{
    return gcrypt_digest(GCRY_MD_SHA512, parts, count, digest);
}

struct crypto_rc4
{
    gcry_cipher_hd_t handle;
};

uint32_t crypto_rc4_create(struct bytes key, struct crypto_rc4 **rc4)
{
    struct crypto_rc4 *created = calloc(1, sizeof(*created));
    gcry_error_t error = 0;

    *rc4 = NULL;
    if (!created)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    error = gcry_cipher_open(&created->handle, GCRY_CIPHER_ARCFOUR, GCRY_CIPHER_MODE_STREAM, 0);
    if (!error)
    {
        error = gcry_cipher_setkey(created->handle, key.data, key.size);
    }
    if (error)
    {
        crypto_rc4_free(created);
        return win32_from_gcrypt(error);
    }
    *rc4 = created;
    return ERROR_SUCCESS;
}

uint32_t crypto_rc4_apply(struct crypto_rc4 *rc4, void *data, size_t size)
{
    return win32_from_gcrypt(size ? gcry_cipher_encrypt(rc4->handle, data, size, NULL, 0) : 0);
}

void crypto_rc4_free(struct crypto_rc4 *rc4)
{
    if (rc4)
    {
        gcry_cipher_close(rc4->handle);
        free(rc4);
    }
}

bool crypto_equal(const void *a, const void *b, size_t size)
{
    const volatile uint8_t *left = a;
    const volatile uint8_t *right = b;
    uint8_t difference = 0;

    for (size_t i = 0; i < size; i++)
    {
        difference = (uint8_t)(difference | (left[i] ^ right[i]));
    }
    return !difference;
}
