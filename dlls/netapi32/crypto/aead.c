/*
 * AES in CCM and GCM mode, over libgcrypt.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "crypto/crypto.h"

#include <gcrypt.h>

#include "base/status.h"
#include "crypto/gcrypt.h"

#define TAG_SIZE 16

/* A cipher that is ready for the data: key, nonce and additional data are in. */
static gcry_error_t aead_open(gcry_cipher_hd_t *handle, enum crypto_aead aead, struct bytes key,
                              struct bytes nonce, struct bytes additional, size_t size)
{
    const int mode = aead == CRYPTO_AES_CCM ? GCRY_CIPHER_MODE_CCM : GCRY_CIPHER_MODE_GCM;
    const int algorithm = key.size == 32 ? GCRY_CIPHER_AES256 : GCRY_CIPHER_AES128;
    gcry_error_t error = gcry_cipher_open(handle, algorithm, mode, 0);

    if (error)
    {
        *handle = NULL;
        return error;
    }
    error = gcry_cipher_setkey(*handle, key.data, key.size);
    if (!error)
    {
        error = gcry_cipher_setiv(*handle, nonce.data, nonce.size);
    }
    if (!error && aead == CRYPTO_AES_CCM)
    {
        /* CCM authenticates the lengths first, so they must be known before the data. */
        uint64_t lengths[3] = { size, additional.size, TAG_SIZE };

        error = gcry_cipher_ctl(*handle, GCRYCTL_SET_CCM_LENGTHS, lengths, sizeof(lengths));
    }
    if (!error && additional.size)
    {
        error = gcry_cipher_authenticate(*handle, additional.data, additional.size);
    }
    return error;
}

uint32_t crypto_encrypt(enum crypto_aead aead, struct bytes key, struct bytes nonce,
                        struct bytes additional, void *data, size_t size, uint8_t tag[16])
{
    gcry_cipher_hd_t handle = NULL;
    gcry_error_t error = aead_open(&handle, aead, key, nonce, additional, size);

    if (!error && size)
    {
        error = gcry_cipher_encrypt(handle, data, size, NULL, 0);
    }
    if (!error)
    {
        error = gcry_cipher_gettag(handle, tag, TAG_SIZE);
    }
    gcry_cipher_close(handle);
    return win32_from_gcrypt(error);
}

uint32_t crypto_decrypt(enum crypto_aead aead, struct bytes key, struct bytes nonce,
                        struct bytes additional, void *data, size_t size, const uint8_t tag[16])
{
    gcry_cipher_hd_t handle = NULL;
    gcry_error_t error = aead_open(&handle, aead, key, nonce, additional, size);

    if (!error && size)
    {
        error = gcry_cipher_decrypt(handle, data, size, NULL, 0);
    }
    if (!error)
    {
        error = gcry_cipher_checktag(handle, tag, TAG_SIZE);
    }
    gcry_cipher_close(handle);
    return win32_from_gcrypt(error);
}
