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

/* What encryption needs of a session. */
struct smb2_encryption
{
    enum smb2_cipher cipher;
    const struct smb2_session_keys *keys;
    uint64_t session_id;
    uint64_t *next_nonce; /* counts up, so that a key never sees a nonce twice */
};

/* True when a received frame is an encrypted one. */
bool smb2_is_encrypted(struct bytes frame);

/* Writes an empty transform header, behind which the messages go; smb2_encrypt() fills it in and
 * encrypts everything from there to the end of the writer. ERROR_NOT_SUPPORTED for a cipher that is
 * not in the table. */
size_t smb2_transform_begin(struct writer *writer);
uint32_t smb2_encrypt(const struct smb2_encryption *encryption, struct writer *writer,
                      size_t transform_header);
/* Decrypts a frame in place; *messages is what was inside. ERROR_BAD_NET_RESP when it is malformed,
 * of another session, or not authentic; ERROR_NOT_SUPPORTED for a cipher that is not in the table. */
uint32_t smb2_decrypt(const struct smb2_encryption *encryption, uint8_t *frame, size_t size,
                      struct bytes *messages);

#endif
