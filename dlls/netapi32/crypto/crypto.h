/*
 * The cryptographic primitives this library uses, over libgcrypt.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every function wants crypto_start() to have been called. They give ERROR_SUCCESS,
 * ERROR_NOT_ENOUGH_MEMORY, or ERROR_NOT_SUPPORTED where libgcrypt refuses the algorithm. Keys and
 * intermediate values are wiped before they return, those of what is created when it is freed.
 * libgcrypt's random generator is never used: random bytes come from platform_random().
 */
#ifndef NETAPI32_CRYPTO_H
#define NETAPI32_CRYPTO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/wire.h"

#define MD4_SIZE    16
#define MD5_SIZE    16
#define SHA256_SIZE 32
#define SHA512_SIZE 64

/* Makes libgcrypt ready, once in a process, safely with many threads. Not to be called inside the
 * monitor of platform.h. ERROR_NOT_SUPPORTED for a libgcrypt that is too old; ERROR_NOT_ENOUGH_MEMORY,
 * after which it may be called again. */
uint32_t crypto_start(void);

/* Digests of the concatenation of `count` parts. */
uint32_t crypto_md4(const struct bytes *parts, size_t count, uint8_t digest[MD4_SIZE]);
uint32_t crypto_md5(const struct bytes *parts, size_t count, uint8_t digest[MD5_SIZE]);
uint32_t crypto_sha512(const struct bytes *parts, size_t count, uint8_t digest[SHA512_SIZE]);

/* Keyed digests of the concatenation of `count` parts. */
uint32_t crypto_hmac_md5(struct bytes key, const struct bytes *parts, size_t count,
                         uint8_t digest[MD5_SIZE]);
uint32_t crypto_hmac_sha256(struct bytes key, const struct bytes *parts, size_t count,
                            uint8_t digest[SHA256_SIZE]);
uint32_t crypto_hmac_sha512(struct bytes key, const struct bytes *parts, size_t count,
                            uint8_t digest[SHA512_SIZE]);

/* A key that authenticates messages, one after the other. What is costly about a key is done once,
 * and a message allocates nothing. */
enum crypto_mac_algorithm
{
    CRYPTO_HMAC_SHA256, /* codes of SHA256_SIZE bytes */
    CRYPTO_AES_CMAC,    /* RFC 4493; a key and codes of 16 bytes */
    CRYPTO_AES_GMAC,    /* NIST SP 800-38D: the tag of an empty message with the parts as its
                           additional data; a key and codes of 16 bytes, a nonce of 12 */
};
#define CRYPTO_AES_MAC_SIZE 16
struct crypto_mac;
uint32_t crypto_mac_create(enum crypto_mac_algorithm algorithm, struct bytes key,
                           struct crypto_mac **mac);
/* The code of the concatenation of `count` parts, at most 7. `nonce` is empty where there is none. */
uint32_t crypto_mac_compute(struct crypto_mac *mac, struct bytes nonce, const struct bytes *parts,
                            size_t count, uint8_t *code);
void crypto_mac_free(struct crypto_mac *mac); /* wipes the key; NULL is allowed */

/* RC4 ([MS-NLMP] 3.4), one key stream over several calls. */
struct crypto_rc4;
uint32_t crypto_rc4_create(struct bytes key, struct crypto_rc4 **rc4);
uint32_t crypto_rc4_apply(struct crypto_rc4 *rc4, void *data, size_t size); /* in place */
void crypto_rc4_free(struct crypto_rc4 *rc4);                               /* NULL is allowed */

/* The counter-mode key derivation of NIST SP 800-108 with HMAC-SHA256, 32-bit counter and length,
 * as [MS-SMB2] 3.1.4.2 uses it. `label` and `context` include their terminating zeros, if they
 * have any. `size` is 16 or 32 bytes. */
uint32_t crypto_sp800_108(struct bytes key, struct bytes label, struct bytes context, void *derived,
                          size_t size);

/* Keys of `size` bytes that are made of passwords: PBKDF2 (RFC 8018 5.2) with HMAC-SHA256 and
 * HMAC-SHA512. It takes `iterations` times two codes for each block of 32 or 64 bytes, and so long. */
uint32_t crypto_pbkdf2_sha256(struct bytes password, struct bytes salt, uint32_t iterations,
                              void *derived, size_t size);
uint32_t crypto_pbkdf2_sha512(struct bytes password, struct bytes salt, uint32_t iterations,
                              void *derived, size_t size);

/* DES of one block, in place, with a key of 7 bytes as [MS-SAMR] 2.2.11.1.2 has it. ERROR_NOT_SUPPORTED
 * also for one of the 64 keys that libgcrypt finds too weak. */
#define CRYPTO_DES_KEY_SIZE   7
#define CRYPTO_DES_BLOCK_SIZE 8
uint32_t crypto_des_encrypt(const uint8_t key[CRYPTO_DES_KEY_SIZE],
                            uint8_t block[CRYPTO_DES_BLOCK_SIZE]);

/* AES-256 in CBC mode, in place; `size` is a multiple of the block's (else ERROR_NOT_SUPPORTED). */
#define CRYPTO_AES256_KEY_SIZE 32
#define CRYPTO_AES_BLOCK_SIZE  16
uint32_t crypto_aes256_cbc_encrypt(const uint8_t key[CRYPTO_AES256_KEY_SIZE],
                                   const uint8_t iv[CRYPTO_AES_BLOCK_SIZE], void *data,
                                   size_t size);

/* The authenticated ciphers of [MS-SMB2] 2.2.41. */
enum crypto_aead_mode
{
    CRYPTO_AES_CCM,
    CRYPTO_AES_GCM,
};

/* A key that encrypts or decrypts messages, one after the other; it has 16 or 32 bytes. As with
 * crypto_mac, a message allocates nothing. */
struct crypto_aead;
uint32_t crypto_aead_create(enum crypto_aead_mode mode, struct bytes key,
                            struct crypto_aead **aead);
/* Encrypts or decrypts `data` in place; the nonce has 11 (CCM) or 12 (GCM) bytes.
 * crypto_aead_decrypt() gives ERROR_BAD_NET_RESP, and leaves garbage, when the tag does not match. */
uint32_t crypto_aead_encrypt(struct crypto_aead *aead, struct bytes nonce, struct bytes additional,
                             void *data, size_t size, uint8_t tag[16]);
uint32_t crypto_aead_decrypt(struct crypto_aead *aead, struct bytes nonce, struct bytes additional,
                             void *data, size_t size, const uint8_t tag[16]);
void crypto_aead_free(struct crypto_aead *aead); /* wipes the key; NULL is allowed */

/* Compares secrets in a time that does not depend on where they differ. */
bool crypto_equal(const void *a, const void *b, size_t size);

#endif
