/*
 * What passwords are encrypted with: DES of one block, AES in CBC mode, over libgcrypt.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "crypto/crypto.h"

#include <gcrypt.h>

#include "base/status.h"
#include "base/wipe.h"
#include "crypto/gcrypt.h"

#define DES_EXPANDED_SIZE 8

/* Encrypts in place with a cipher that is opened for that alone. */
static uint32_t encrypt_once(int algorithm, int mode, struct bytes key, struct bytes iv, void *data,
                             size_t size)
{
    gcry_cipher_hd_t handle = NULL;
    gcry_error_t error = gcry_cipher_open(&handle, algorithm, mode, 0);

    if (!error)
    {
        error = gcry_cipher_setkey(handle, key.data, key.size);
    }
    if (!error && iv.size)
    {
        error = gcry_cipher_setiv(handle, iv.data, iv.size);
    }
    if (!error && size)
    {
        error = gcry_cipher_encrypt(handle, data, size, NULL, 0);
    }
    gcry_cipher_close(handle);
    return win32_from_gcrypt(error);
}

/* [MS-SAMR] 2.2.11.1.2: seven bits of the key in each byte, above a bit that nobody looks at. */
static void expand_key(const uint8_t key[CRYPTO_DES_KEY_SIZE], uint8_t expanded[DES_EXPANDED_SIZE])
{
    uint64_t bits = 0;

    for (size_t i = 0; i < CRYPTO_DES_KEY_SIZE; i++)
    {
        bits = bits << 8 | key[i];
    }
    for (size_t i = DES_EXPANDED_SIZE; i-- > 0; bits >>= 7)
    {
        expanded[i] = (uint8_t)((bits & 0x7F) << 1);
    }
}

uint32_t crypto_des_encrypt(const uint8_t key[CRYPTO_DES_KEY_SIZE],
                            uint8_t block[CRYPTO_DES_BLOCK_SIZE])
{
    uint8_t expanded[DES_EXPANDED_SIZE];
    uint32_t status = ERROR_SUCCESS;

    expand_key(key, expanded);
    status = encrypt_once(GCRY_CIPHER_DES, GCRY_CIPHER_MODE_ECB,
                          (struct bytes){ expanded, sizeof(expanded) }, (struct bytes){ 0 }, block,
                          CRYPTO_DES_BLOCK_SIZE);
    wipe(expanded, sizeof(expanded));
    return status;
}

uint32_t crypto_aes256_cbc_encrypt(const uint8_t key[CRYPTO_AES256_KEY_SIZE],
                                   const uint8_t iv[CRYPTO_AES_BLOCK_SIZE], void *data, size_t size)
{
    return encrypt_once(GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_CBC,
                        (struct bytes){ key, CRYPTO_AES256_KEY_SIZE },
                        (struct bytes){ iv, CRYPTO_AES_BLOCK_SIZE }, data, size);
}
