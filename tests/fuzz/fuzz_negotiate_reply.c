/*
 * Fuzz target: the reply to NEGOTIATE.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "smb/cipher.h"
#include "smb/commands.h"
#include "smb/signing.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input is the message behind its header. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct writer message = { 0 };
    struct smb2_negotiate_reply reply = { 0 };

    writer_zeros(&message, SMB2_HEADER_SIZE);
    writer_bytes(&message, data, size);
    if (!smb2_negotiate_decode(&reply, (struct bytes){ message.data, message.size }))
    {
        const uint8_t *blob = reply.security_blob.data;

        if (reply.security_blob.size &&
            (blob < message.data ||
             reply.security_blob.size > message.size - (size_t)(blob - message.data)))
        {
            abort();
        }
        if ((reply.cipher != SMB2_CIPHER_NONE && !smb2_cipher_find(reply.cipher)) ||
            !smb2_signing_find(reply.signing))
        {
            abort();
        }
    }
    writer_free(&message);
    return 0;
}
