/*
 * The ciphers of encrypted messages. [MS-SMB2] 2.2.3.1.2
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A cipher is a row of the table: the offer and the choice in NEGOTIATE, the keys, the transform and
 * the log go by it.
 */
#ifndef NETAPI32_SMB_CIPHER_H
#define NETAPI32_SMB_CIPHER_H

#include <stddef.h>

#include "crypto/crypto.h"
#include "smb/protocol.h"

#define SMB2_CIPHER_KEY_MAX 32

struct smb2_cipher_row
{
    enum smb2_cipher id; /* on the wire */
    const char *name;
    enum crypto_aead_mode mode;
    size_t key_size;   /* 16 or 32, at most SMB2_CIPHER_KEY_MAX */
    size_t nonce_size; /* at most the 16 of the transform header, 2.2.41 */
};

/* In order of preference. */
extern const struct smb2_cipher_row smb2_ciphers[];
extern const size_t smb2_cipher_count;

/* NULL for SMB2_CIPHER_NONE, and for what is not offered. */
const struct smb2_cipher_row *smb2_cipher_find(unsigned int id);

#endif
