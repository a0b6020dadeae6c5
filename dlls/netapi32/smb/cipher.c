/*
 * The ciphers of encrypted messages. [MS-SMB2] 2.2.3.1.2
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/cipher.h"

const struct smb2_cipher_row smb2_ciphers[] = {
    { SMB2_ENCRYPTION_AES256_GCM, "AES-256-GCM", CRYPTO_AES_GCM, 32, 12 },
    { SMB2_ENCRYPTION_AES128_GCM, "AES-128-GCM", CRYPTO_AES_GCM, 16, 12 },
    { SMB2_ENCRYPTION_AES256_CCM, "AES-256-CCM", CRYPTO_AES_CCM, 32, 11 },
    { SMB2_ENCRYPTION_AES128_CCM, "AES-128-CCM", CRYPTO_AES_CCM, 16, 11 },
};
const size_t smb2_cipher_count = sizeof(smb2_ciphers) / sizeof(smb2_ciphers[0]);

const struct smb2_cipher_row *smb2_cipher_find(unsigned int id)
{
    for (size_t i = 0; i < smb2_cipher_count; i++)
    {
        if (smb2_ciphers[i].id == id)
        {
            return &smb2_ciphers[i];
        }
    }
    return NULL;
}
