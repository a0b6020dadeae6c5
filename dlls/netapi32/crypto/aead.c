/*
 * AES in CCM and GCM mode, over libgcrypt.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "crypto/crypto.h"

#include <gcrypt.h>
#include <stdlib.h>

#include "base/status.h"
#include "crypto/gcrypt.h"

#define TAG_SIZE 16

struct crypto_aead
{
    enum crypto_aead_mode mode;
    gcry_cipher_hd_t handle;
};

uint32_t crypto_aead_create(enum crypto_aead_mode mode, struct bytes key, struct crypto_aead **aead)
{
    const int gcrypt_mode = mode == CRYPTO_AES_CCM ? GCRY_CIPHER_MODE_CCM : GCRY_CIPHER_MODE_GCM;
    const int algorithm = key.size == 32 ? GCRY_CIPHER_AES256 : GCRY_CIPHER_AES128;
    struct crypto_aead *created = calloc(1, sizeof(*created));
    gcry_error_t error = 0;

    *aead = NULL;
    if (!created)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    created->mode = mode;
    error = gcry_cipher_open(&created->handle, algorithm, gcrypt_mode, 0);
    if (!error)
    {
        error = gcry_cipher_setkey(created->handle, key.data, key.size);
    }
    if (error)
    {
        crypto_aead_free(created);
        return win32_from_gcrypt(error);
    }
    *aead = created;
    return ERROR_SUCCESS;
}

/* Makes the cipher ready for the data of a message: nonce and additional data are in. */
static gcry_error_t aead_begin(struct crypto_aead *aead, struct bytes nonce,
                               struct bytes additional, size_t size)
{
    gcry_error_t error = gcry_cipher_reset(aead->handle);

    if (!error)
    {
        error = gcry_cipher_setiv(aead->handle, nonce.data, nonce.size);
    }
    if (!error && aead->mode == CRYPTO_AES_CCM)
    {
        /* CCM authenticates the lengths first, so they must be known before the data. */
        uint64_t lengths[3] = { size, additional.size, TAG_SIZE };

        error = gcry_cipher_ctl(aead->handle, GCRYCTL_SET_CCM_LENGTHS, lengths, sizeof(lengths));
    }
    if (!error && additional.size)
    {
        error = gcry_cipher_authenticate(aead->handle, additional.data, additional.size);
    }
    return error;
}

uint32_t crypto_aead_encrypt(struct crypto_aead *aead, struct bytes nonce, struct bytes additional,
                             void *data, size_t size, uint8_t tag[16])
{
    gcry_error_t error = aead_begin(aead, nonce, additional, size);

    if (!error && size)
    {
        error = gcry_cipher_encrypt(aead->handle, data, size, NULL, 0);
    }
    if (!error)
    {
        error = gcry_cipher_gettag(aead->handle, tag, TAG_SIZE);
    }
    return win32_from_gcrypt(error);
}

uint32_t crypto_aead_decrypt(struct crypto_aead *aead, struct bytes nonce, struct bytes additional,
                             void *data, size_t size, const uint8_t tag[16])
{
    gcry_error_t error = aead_begin(aead, nonce, additional, size);

    if (!error && size)
    {
        error = gcry_cipher_decrypt(aead->handle, data, size, NULL, 0);
    }
    if (!error)
    {
        error = gcry_cipher_checktag(aead->handle, tag, TAG_SIZE);
    }
    return win32_from_gcrypt(error);
}

void crypto_aead_free(struct crypto_aead *aead)
{
    if (aead)
    {
        gcry_cipher_close(aead->handle);
        free(aead);
    }
}
