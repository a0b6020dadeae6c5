/*
 * New passwords as they go to a server: encrypted for its Security Account Manager, over a connection
 * that must be signed or encrypted in any case. [MS-SAMR] 3.2.2
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Which way is the strongest that a server takes is the caller's to know: AES where it says
 * SAMR_FEATURE_AES, else the ways of classes 26 and 25, whose key has a salt.
 *
 * Every function gives ERROR_SUCCESS; ERROR_PASSWORD_RESTRICTION for a new password of more than
 * SAMR_PASSWORD_MAX units, which SAMR cannot carry; or what crypto/crypto.h and platform_random() give.
 * After a failure what was to be filled is zero. What is encrypted here is no secret any more; hashes
 * and keys are the caller's to wipe.
 */
#ifndef NETAPI32_FAMILIES_ACCOUNTS_SAMR_PASSWORD_H
#define NETAPI32_FAMILIES_ACCOUNTS_SAMR_PASSWORD_H

#include <stdint.h>

#include "base/utf16.h"
#include "crypto/crypto.h"
#include "rpc/samr_user.h"

#define SAMR_PASSWORD_MAX     256 /* UTF-16 code units */
#define SAMR_SESSION_KEY_SIZE 16  /* of remote_session_key() */

/* A SAMPR_USER_PASSWORD_AES with its padding (2.2.6.32) */
#define SAMR_CIPHER_SIZE 528
/* Of a change with AES; 3.2.2.5 wants 5,000 to 1,000,000. */
#define SAMR_ITERATIONS 10000

/* NTOWFv1 ([MS-NLMP] 3.3.1): the hash that a server keeps of a password. Secret. */
uint32_t samr_password_hash(struct utf16_slice password, uint8_t hash[SAMR_OWF_PASSWORD_SIZE]);

/* ---- Setting a password: SamrSetInformationUser2 --------------------------------------------- */

/* SAMPR_ENCRYPTED_USER_PASSWORD, 2.2.6.21, of SAMR_USER_INTERNAL_4 and _5: RC4 with the session's key.
 * For servers that know nothing better. */
uint32_t samr_password_encrypt(struct utf16_slice password,
                               const uint8_t session_key[SAMR_SESSION_KEY_SIZE],
                               uint8_t encrypted[SAMR_ENCRYPTED_PASSWORD_SIZE]);
/* SAMPR_ENCRYPTED_USER_PASSWORD_NEW, 2.2.6.22, of SAMR_USER_INTERNAL_4_NEW and _5_NEW: with a key that
 * is made of the session's and a salt. */
uint32_t samr_password_encrypt_new(struct utf16_slice password,
                                   const uint8_t session_key[SAMR_SESSION_KEY_SIZE],
                                   uint8_t encrypted[SAMR_ENCRYPTED_PASSWORD_NEW_SIZE]);

/* SAMPR_ENCRYPTED_PASSWORD_AES, 2.2.6.32, and what it points to: not to be copied or moved. */
struct samr_password_aes
{
    struct samr_encrypted_password_aes encrypted;
    uint8_t cipher[SAMR_CIPHER_SIZE];
};

/* Of SAMR_USER_INTERNAL_7 and _8: AEAD-AES-256-CBC-HMAC-SHA512 with the session's key, 3.2.2.4. */
uint32_t samr_password_encrypt_aes(struct utf16_slice password,
                                   const uint8_t session_key[SAMR_SESSION_KEY_SIZE],
                                   struct samr_password_aes *password_aes);

/* ---- Changing one's own ---------------------------------------------------------------------- */

/* What SamrUnicodeChangePasswordUser2 takes, 3.1.5.10.3. */
struct samr_password_change
{
    uint8_t new_with_old[SAMR_ENCRYPTED_PASSWORD_SIZE];
    uint8_t old_hash_with_new[SAMR_OWF_PASSWORD_SIZE];
};

uint32_t samr_password_change(struct utf16_slice old_password, struct utf16_slice new_password,
                              struct samr_password_change *change);
/* What SamrUnicodeChangePasswordUser4 takes, 3.1.5.10.4: the key is made of the old password, 3.2.2.5. */
uint32_t samr_password_change_aes(struct utf16_slice old_password, struct utf16_slice new_password,
                                  struct samr_password_aes *change);

#endif
