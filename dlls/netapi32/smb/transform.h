/*
 * Encrypted messages: the SMB2 TRANSFORM_HEADER. [MS-SMB2] 2.2.41, 3.1.4.3, 3.1.4.4
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_TRANSFORM_H
#define NETAPI32_SMB_TRANSFORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/wire.h"
#include "smb/signing.h"

#define SMB2_TRANSFORM_HEADER_SIZE 52

/* The cipher keys of a session at work. Zero-initialise. */
struct smb2_encryption
{
    const struct smb2_cipher_row *cipher; /* NULL: there is none */
    struct crypto_aead *sending;
    struct crypto_aead *receiving;
    uint64_t session_id;
    uint64_t next_nonce; /* counts up, so that a key never sees a nonce twice */
};

/* Puts keys to work. Where they are none, because there is no cipher, nothing can be encrypted.
 * ERROR_NOT_ENOUGH_MEMORY: what is to be had of memory is had here. */
uint32_t smb2_encryption_open(struct smb2_encryption *encryption, enum smb2_cipher cipher,
                              const struct smb2_session_keys *keys, uint64_t session_id);
void smb2_encryption_close(struct smb2_encryption *encryption); /* wipes the keys */

/* True when a received frame is an encrypted one. */
bool smb2_is_encrypted(struct bytes frame);

/* Writes an empty transform header, behind which the messages go; smb2_encrypt() fills it in and
 * encrypts everything from there to the end of the writer. ERROR_NOT_SUPPORTED without a cipher. */
size_t smb2_transform_begin(struct writer *writer);
uint32_t smb2_encrypt(struct smb2_encryption *encryption, struct writer *writer,
                      size_t transform_header);
/* Decrypts a frame in place; *messages is what was inside. ERROR_BAD_NET_RESP when it is malformed,
 * of another session, or not authentic; ERROR_NOT_SUPPORTED without a cipher. */
uint32_t smb2_decrypt(const struct smb2_encryption *encryption, uint8_t *frame, size_t size,
                      struct bytes *messages);

#endif
