/*
 * New passwords as they go to a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/samr_password.h"

#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "platform/platform.h"

#define PASSWORD_BYTES_MAX (SAMR_PASSWORD_MAX * sizeof(uint16_t))
#define NEW_SALT_SIZE      16 /* 2.2.6.22 */
#define LENGTH_SIZE_AES    2  /* 2.2.6.32 */

/* SAM_AES256_ENC_KEY_STRING and SAM_AES256_MAC_KEY_STRING, 2.2.1.18, with their terminating zeros */
static const char enc_key_string[] = "Microsoft SAM encryption key AEAD-AES-256-CBC-HMAC-SHA512 16";
static const char mac_key_string[] = "Microsoft SAM MAC key AEAD-AES-256-CBC-HMAC-SHA512 16";

static struct bytes bytes_of(struct utf16_slice text)
{
    return (struct bytes){ text.units, text.length * sizeof(uint16_t) };
}

uint32_t samr_password_hash(struct utf16_slice password, uint8_t hash[SAMR_OWF_PASSWORD_SIZE])
{
    const struct bytes secret = bytes_of(password);
    uint32_t status = crypto_md4(&secret, 1, hash);

    wipe_stack(); /* libgcrypt digests on it, and leaves it as it is */
    return status;
}

/* ---- RC4 ------------------------------------------------------------------------------------- */

/* SAMPR_USER_PASSWORD, 2.2.6.21: the password stands at the end of the buffer, behind random bytes, and
 * before its length. */
static uint32_t put_at_end(struct utf16_slice password,
                           uint8_t buffer[SAMR_ENCRYPTED_PASSWORD_SIZE])
{
    const struct bytes secret = bytes_of(password);
    uint32_t status = ERROR_PASSWORD_RESTRICTION;

    if (secret.size <= PASSWORD_BYTES_MAX)
    {
        status = platform_random(buffer, PASSWORD_BYTES_MAX - secret.size);
    }
    if (!status)
    {
        uint8_t *length = buffer + PASSWORD_BYTES_MAX;

        if (secret.size)
        {
            memcpy(length - secret.size, secret.data, secret.size);
        }
        length[0] = (uint8_t)secret.size;
        length[1] = (uint8_t)(secret.size >> 8);
        length[2] = 0;
        length[3] = 0;
    }
    return status;
}

static uint32_t apply_rc4(struct bytes key, uint8_t buffer[SAMR_ENCRYPTED_PASSWORD_SIZE])
{
    struct crypto_rc4 *rc4 = NULL;
    uint32_t status = crypto_rc4_create(key, &rc4);

    if (!status)
    {
        status = crypto_rc4_apply(rc4, buffer, SAMR_ENCRYPTED_PASSWORD_SIZE);
    }
    crypto_rc4_free(rc4);
    return status;
}

/* 3.2.2.1 */
static uint32_t encrypt_with_key(struct utf16_slice password, struct bytes key,
                                 uint8_t encrypted[SAMR_ENCRYPTED_PASSWORD_SIZE])
{
    uint32_t status = ERROR_SUCCESS;

    wipe(encrypted, SAMR_ENCRYPTED_PASSWORD_SIZE);
    status = put_at_end(password, encrypted);
    if (!status)
    {
        status = apply_rc4(key, encrypted);
    }
    if (status)
    {
        wipe(encrypted, SAMR_ENCRYPTED_PASSWORD_SIZE);
    }
    return status;
}

uint32_t samr_password_encrypt(struct utf16_slice password,
                               const uint8_t session_key[SAMR_SESSION_KEY_SIZE],
                               uint8_t encrypted[SAMR_ENCRYPTED_PASSWORD_SIZE])
{
    return encrypt_with_key(password, (struct bytes){ session_key, SAMR_SESSION_KEY_SIZE },
                            encrypted);
}

/* 3.2.2.2: the salt is the last part, in the clear. */
uint32_t samr_password_encrypt_new(struct utf16_slice password,
                                   const uint8_t session_key[SAMR_SESSION_KEY_SIZE],
                                   uint8_t encrypted[SAMR_ENCRYPTED_PASSWORD_NEW_SIZE])
{
    uint8_t *salt = encrypted + SAMR_ENCRYPTED_PASSWORD_SIZE;
    const struct bytes parts[] = {
        { salt, NEW_SALT_SIZE },
        { session_key, SAMR_SESSION_KEY_SIZE },
    };
    uint8_t key[MD5_SIZE] = { 0 };
    uint32_t status = ERROR_SUCCESS;

    wipe(encrypted, SAMR_ENCRYPTED_PASSWORD_NEW_SIZE);
    status = platform_random(salt, NEW_SALT_SIZE);
    if (!status)
    {
        status = crypto_md5(parts, sizeof(parts) / sizeof(parts[0]), key);
    }
    if (!status)
    {
        status = encrypt_with_key(password, (struct bytes){ key, sizeof(key) }, encrypted);
    }
    wipe(key, sizeof(key));
    wipe_stack();
    if (status)
    {
        wipe(encrypted, SAMR_ENCRYPTED_PASSWORD_NEW_SIZE);
    }
    return status;
}

/* 2.2.11.1: a hash, encrypted in two halves with the two keys that are in another one. */
static uint32_t encrypt_hash(const uint8_t key[SAMR_OWF_PASSWORD_SIZE],
                             uint8_t hash[SAMR_OWF_PASSWORD_SIZE])
{
    uint32_t status = crypto_des_encrypt(key, hash);

    return status ? status
                  : crypto_des_encrypt(key + CRYPTO_DES_KEY_SIZE, hash + CRYPTO_DES_BLOCK_SIZE);
}

uint32_t samr_password_change(struct utf16_slice old_password, struct utf16_slice new_password,
                              struct samr_password_change *change)
{
    uint8_t old_hash[SAMR_OWF_PASSWORD_SIZE] = { 0 };
    uint8_t new_hash[SAMR_OWF_PASSWORD_SIZE] = { 0 };
    uint32_t status = samr_password_hash(old_password, old_hash);

    wipe(change, sizeof(*change));
    if (!status)
    {
        status = encrypt_with_key(new_password, (struct bytes){ old_hash, sizeof(old_hash) },
                                  change->new_with_old);
    }
    if (!status)
    {
        status = samr_password_hash(new_password, new_hash);
    }
    if (!status)
    {
        status = encrypt_hash(new_hash, old_hash);
    }
    if (!status)
    {
        memcpy(change->old_hash_with_new, old_hash, sizeof(old_hash));
    }
    else
    {
        wipe(change, sizeof(*change));
    }
    wipe(old_hash, sizeof(old_hash));
    wipe(new_hash, sizeof(new_hash));
    return status;
}

/* ---- AES ------------------------------------------------------------------------------------- */

/* SAMPR_USER_PASSWORD_AES, 2.2.6.32: length and password stand at the beginning; random bytes follow,
 * and the padding of PKCS #7. */
static uint32_t put_at_beginning(struct utf16_slice password, uint8_t buffer[SAMR_CIPHER_SIZE])
{
    const struct bytes secret = bytes_of(password);
    const size_t plain_size = LENGTH_SIZE_AES + PASSWORD_BYTES_MAX;
    const uint8_t padding = (uint8_t)(SAMR_CIPHER_SIZE - plain_size);
    uint32_t status = ERROR_PASSWORD_RESTRICTION;

    if (secret.size <= PASSWORD_BYTES_MAX)
    {
        status = platform_random(buffer, plain_size);
    }
    if (!status)
    {
        buffer[0] = (uint8_t)secret.size;
        buffer[1] = (uint8_t)(secret.size >> 8);
        if (secret.size)
        {
            memcpy(buffer + LENGTH_SIZE_AES, secret.data, secret.size);
        }
        memset(buffer + plain_size, padding, padding);
    }
    return status;
}

static uint32_t derive(struct bytes cek, const char *text, size_t size, uint8_t key[SHA512_SIZE])
{
    const struct bytes part = { (const uint8_t *)text, size };

    return crypto_hmac_sha512(cek, &part, 1, key);
}

/* 3.2.2.4 */
static uint32_t encrypt_aes(struct bytes cek, const uint8_t iv[SAMR_SALT_SIZE],
                            uint8_t cipher[SAMR_CIPHER_SIZE],
                            uint8_t auth_data[SAMR_AUTH_DATA_SIZE])
{
    static const uint8_t version = 1;
    static const uint8_t version_length = sizeof(version);
    const struct bytes parts[] = {
        { &version, sizeof(version) },
        { iv, SAMR_SALT_SIZE },
        { cipher, SAMR_CIPHER_SIZE },
        { &version_length, sizeof(version_length) },
    };
    uint8_t key[SHA512_SIZE] = {
        0
    }; /* of the encryption, which takes its beginning; of the code */
    uint32_t status = derive(cek, enc_key_string, sizeof(enc_key_string), key);

    if (!status)
    {
        status = crypto_aes256_cbc_encrypt(key, iv, cipher, SAMR_CIPHER_SIZE);
    }
    if (!status)
    {
        status = derive(cek, mac_key_string, sizeof(mac_key_string), key);
    }
    if (!status)
    {
        status = crypto_hmac_sha512((struct bytes){ key, sizeof(key) }, parts,
                                    sizeof(parts) / sizeof(parts[0]), auth_data);
    }
    wipe(key, sizeof(key));
    return status;
}

/* Encrypts with a key that may need the salt. */
static uint32_t fill(struct utf16_slice password, struct bytes cek,
                     struct samr_password_aes *filled)
{
    struct samr_encrypted_password_aes *encrypted = &filled->encrypted;
    uint32_t status = put_at_beginning(password, filled->cipher);

    if (!status)
    {
        status = encrypt_aes(cek, encrypted->salt, filled->cipher, encrypted->auth_data);
    }
    if (status)
    {
        wipe(filled, sizeof(*filled));
        return status;
    }
    encrypted->cipher = (struct bytes){ filled->cipher, sizeof(filled->cipher) };
    encrypted->cipher_size = sizeof(filled->cipher);
    return ERROR_SUCCESS;
}

uint32_t samr_password_encrypt_aes(struct utf16_slice password,
                                   const uint8_t session_key[SAMR_SESSION_KEY_SIZE],
                                   struct samr_password_aes *password_aes)
{
    uint32_t status = ERROR_SUCCESS;

    wipe(password_aes, sizeof(*password_aes));
    status = platform_random(password_aes->encrypted.salt, SAMR_SALT_SIZE);
    return status
               ? status
               : fill(password, (struct bytes){ session_key, SAMR_SESSION_KEY_SIZE }, password_aes);
}

/* 3.2.2.5 */
static uint32_t derive_cek(struct utf16_slice old_password, const uint8_t salt[SAMR_SALT_SIZE],
                           uint8_t cek[SAMR_SESSION_KEY_SIZE])
{
    uint8_t hash[SAMR_OWF_PASSWORD_SIZE] = { 0 };
    uint32_t status = samr_password_hash(old_password, hash);

    if (!status)
    {
        status = crypto_pbkdf2_sha512((struct bytes){ hash, sizeof(hash) },
                                      (struct bytes){ salt, SAMR_SALT_SIZE }, SAMR_ITERATIONS, cek,
                                      SAMR_SESSION_KEY_SIZE);
    }
    wipe(hash, sizeof(hash));
    return status;
}

uint32_t samr_password_change_aes(struct utf16_slice old_password, struct utf16_slice new_password,
                                  struct samr_password_aes *change)
{
    uint8_t cek[SAMR_SESSION_KEY_SIZE] = { 0 };
    uint32_t status = ERROR_SUCCESS;

    wipe(change, sizeof(*change));
    change->encrypted.iterations = SAMR_ITERATIONS;
    status = platform_random(change->encrypted.salt, SAMR_SALT_SIZE);
    if (!status)
    {
        status = derive_cek(old_password, change->encrypted.salt, cek);
    }
    if (!status)
    {
        status = fill(new_password, (struct bytes){ cek, sizeof(cek) }, change);
    }
    wipe(cek, sizeof(cek));
    if (status)
    {
        wipe(change, sizeof(*change));
    }
    return status;
}
