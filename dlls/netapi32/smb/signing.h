/*
 * Message signatures and the keys of a session. [MS-SMB2] 3.1.4.1, 3.1.4.2
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_SIGNING_H
#define NETAPI32_SMB_SIGNING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "auth/mechanism.h"
#include "crypto/crypto.h"
#include "smb/cipher.h"
#include "smb/header.h"
#include "smb/protocol.h"

#define SMB2_SIGNING_KEY_SIZE     16
#define SMB2_APPLICATION_KEY_SIZE 16
#define SMB2_SIGNING_DIGEST_MAX   32 /* of which the first SMB2_SIGNATURE_SIZE bytes count */

/* A signing algorithm (2.2.3.1.7) is a row of the table: the offer and the choice in NEGOTIATE, the
 * signatures and the log go by it. */
struct smb2_signing_row
{
    enum smb2_signing_algorithm id; /* on the wire */
    const char *name;
    enum crypto_mac_algorithm mac;
    bool has_nonce; /* made of the message's header */
};

/* In order of preference. */
extern const struct smb2_signing_row smb2_signing_algorithms[];
extern const size_t smb2_signing_algorithm_count;

/* NULL for what is not offered. */
const struct smb2_signing_row *smb2_signing_find(unsigned int id);

/* The keys of a session. Secret: wipe after use. */
struct smb2_session_keys
{
    uint8_t signing[SMB2_SIGNING_KEY_SIZE];
    uint8_t application[SMB2_APPLICATION_KEY_SIZE]; /* of what goes over the session, as RPC */
    uint8_t encryption[SMB2_CIPHER_KEY_MAX];        /* client to server */
    uint8_t decryption[SMB2_CIPHER_KEY_MAX];        /* server to client */
    size_t cipher_key_size;                         /* 0 when there is no cipher */
};

/* Derives the keys that `dialect` wants from the key of the authentication. `preauth_hash` counts
 * for 3.1.1 alone. */
uint32_t smb2_derive_keys(enum smb2_dialect dialect, enum smb2_cipher cipher,
                          const struct session_key *session_key,
                          const uint8_t preauth_hash[SHA512_SIZE], struct smb2_session_keys *keys);

/* The signing key of a session at work. Zero-initialise; a signer that is not open signs nothing
 * (ERROR_NOT_SUPPORTED). */
struct smb2_signer
{
    const struct smb2_signing_row *algorithm;
    struct crypto_mac *mac;
};

/* ERROR_NOT_SUPPORTED for an algorithm that is not in the table, ERROR_NOT_ENOUGH_MEMORY. What is to
 * be had of memory is had here: signing asks for none. */
uint32_t smb2_signer_open(struct smb2_signer *signer, enum smb2_signing_algorithm algorithm,
                          const uint8_t key[SMB2_SIGNING_KEY_SIZE]);
void smb2_signer_close(struct smb2_signer *signer); /* wipes the key */

/* Puts the signature into a message (header and body; the signature field is overwritten, the
 * flags must already say SMB2_FLAGS_SIGNED). */
uint32_t smb2_sign(const struct smb2_signer *signer, uint8_t *message, size_t size);
/* ERROR_BAD_NET_RESP when the signature of a message is not right. */
uint32_t smb2_check_signature(const struct smb2_signer *signer, struct bytes message);

#endif
