/*
 * Message signatures and the keys of a session. [MS-SMB2] 3.1.4.1, 3.1.4.2
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/signing.h"

#include <string.h>

#include "base/status.h"
#include "base/wipe.h"

#define SESSION_KEY_SIZE 16 /* Session.SessionKey, 3.2.1.3 */
#define GMAC_NONCE_SIZE  12

/* In the header, 2.2.1 */
#define COMMAND_POSITION    12
#define FLAGS_POSITION      16
#define MESSAGE_ID_POSITION 24

/* Bytes of a string literal, with its terminating zero. */
#define LITERAL(text) ((struct bytes){ (const uint8_t *)(text), sizeof(text) })

/* A label and a context of the key derivation. */
struct derivation
{
    struct bytes label;
    struct bytes context;
};

/* Keys that are as long for every cipher. */
static uint32_t derive_short_keys(struct bytes key, struct derivation signing,
                                  struct derivation application, struct smb2_session_keys *keys)
{
    uint32_t status =
        crypto_sp800_108(key, signing.label, signing.context, keys->signing, sizeof(keys->signing));

    return status ? status
                  : crypto_sp800_108(key, application.label, application.context, keys->application,
                                     sizeof(keys->application));
}

static uint32_t derive_cipher_keys(struct bytes key, struct derivation encryption,
                                   struct derivation decryption, struct smb2_session_keys *keys)
{
    uint32_t status = ERROR_SUCCESS;

    if (!keys->cipher_key_size)
    {
        return ERROR_SUCCESS;
    }
    status = crypto_sp800_108(key, encryption.label, encryption.context, keys->encryption,
                              keys->cipher_key_size);
    if (status)
    {
        return status;
    }
    return crypto_sp800_108(key, decryption.label, decryption.context, keys->decryption,
                            keys->cipher_key_size);
}

uint32_t smb2_derive_keys(enum smb2_dialect dialect, enum smb2_cipher cipher,
                          const struct session_key *session_key,
                          const uint8_t preauth_hash[SHA512_SIZE], struct smb2_session_keys *keys)
{
    uint8_t padded_key[SESSION_KEY_SIZE] = { 0 };
    struct bytes short_key = { padded_key, sizeof(padded_key) };
    struct bytes full_key = { session_key->data, session_key->size };
    struct bytes hash = { preauth_hash, SHA512_SIZE };
    const struct smb2_cipher_row *row = smb2_cipher_find(cipher);
    uint32_t status = ERROR_SUCCESS;

    memset(keys, 0, sizeof(*keys));
    memcpy(padded_key, session_key->data,
           session_key->size < sizeof(padded_key) ? session_key->size : sizeof(padded_key));
    keys->cipher_key_size = row ? row->key_size : 0;

    if (dialect >= SMB2_DIALECT_311)
    {
        status = derive_short_keys(short_key, (struct derivation){ LITERAL("SMBSigningKey"), hash },
                                   (struct derivation){ LITERAL("SMBAppKey"), hash }, keys);
        if (!status)
        {
            status =
                derive_cipher_keys(keys->cipher_key_size > SESSION_KEY_SIZE ? full_key : short_key,
                                   (struct derivation){ LITERAL("SMBC2SCipherKey"), hash },
                                   (struct derivation){ LITERAL("SMBS2CCipherKey"), hash }, keys);
        }
    }
    else if (dialect >= SMB2_DIALECT_300)
    {
        status = derive_short_keys(
            short_key, (struct derivation){ LITERAL("SMB2AESCMAC"), LITERAL("SmbSign") },
            (struct derivation){ LITERAL("SMB2APP"), LITERAL("SmbRpc") }, keys);
        if (!status)
        {
            status = derive_cipher_keys(
                short_key, (struct derivation){ LITERAL("SMB2AESCCM"), LITERAL("ServerIn ") },
                (struct derivation){ LITERAL("SMB2AESCCM"), LITERAL("ServerOut") }, keys);
        }
    }
    else
    {
        memcpy(keys->signing, padded_key, sizeof(keys->signing));
        memcpy(keys->application, padded_key, sizeof(keys->application));
    }
    wipe(padded_key, sizeof(padded_key));
    return status;
}

const struct smb2_signing_row smb2_signing_algorithms[] = {
    { SMB2_SIGNING_AES_GMAC, "AES-128-GMAC", CRYPTO_AES_GMAC, true },
    { SMB2_SIGNING_AES_CMAC, "AES-128-CMAC", CRYPTO_AES_CMAC, false },
    { SMB2_SIGNING_HMAC_SHA256, "HMAC-SHA256", CRYPTO_HMAC_SHA256, false },
};
const size_t smb2_signing_algorithm_count =
    sizeof(smb2_signing_algorithms) / sizeof(smb2_signing_algorithms[0]);

const struct smb2_signing_row *smb2_signing_find(unsigned int id)
{
    for (size_t i = 0; i < smb2_signing_algorithm_count; i++)
    {
        if (smb2_signing_algorithms[i].id == id)
        {
            return &smb2_signing_algorithms[i];
        }
    }
    return NULL;
}

uint32_t smb2_signer_open(struct smb2_signer *signer, enum smb2_signing_algorithm algorithm,
                          const uint8_t key[SMB2_SIGNING_KEY_SIZE])
{
    *signer = (struct smb2_signer){ .algorithm = smb2_signing_find(algorithm) };
    return signer->algorithm
               ? crypto_mac_create(signer->algorithm->mac,
                                   (struct bytes){ key, SMB2_SIGNING_KEY_SIZE }, &signer->mac)
               : ERROR_NOT_SUPPORTED;
}

void smb2_signer_close(struct smb2_signer *signer)
{
    crypto_mac_free(signer->mac);
    *signer = (struct smb2_signer){ 0 };
}

/* The nonce of AES-GMAC: the message id, then who sent it (bit 0: the server) and whether it is a
 * CANCEL (bit 1). 3.1.4.1 */
static void gmac_nonce(struct bytes message, uint8_t nonce[GMAC_NONCE_SIZE])
{
    struct reader reader = reader_over(message.data, message.size);
    uint16_t command = 0;
    uint8_t role = 0;

    reader_seek(&reader, COMMAND_POSITION);
    command = reader_u16(&reader);
    reader_seek(&reader, FLAGS_POSITION);
    role = reader_u32(&reader) & SMB2_FLAGS_SERVER_TO_REDIR ? 1 : 0;
    if (command == SMB2_CANCEL)
    {
        role |= 2;
    }
    memset(nonce, 0, GMAC_NONCE_SIZE);
    reader_seek(&reader, MESSAGE_ID_POSITION);
    reader_copy(&reader, nonce, sizeof(uint64_t));
    nonce[sizeof(uint64_t)] = role;
}

/* The signature of a message as if its signature field were zero. */
static uint32_t compute_signature(const struct smb2_signer *signer, struct bytes message,
                                  uint8_t signature[SMB2_SIGNATURE_SIZE])
{
    static const uint8_t zeros[SMB2_SIGNATURE_SIZE];
    const struct bytes parts[] = {
        { message.data, SMB2_SIGNATURE_OFFSET },
        { zeros, sizeof(zeros) },
        { message.data + SMB2_HEADER_SIZE, message.size - SMB2_HEADER_SIZE },
    };
    uint8_t nonce[GMAC_NONCE_SIZE];
    uint8_t digest[SMB2_SIGNING_DIGEST_MAX];
    uint32_t status = ERROR_NOT_SUPPORTED;

    if (signer->mac)
    {
        gmac_nonce(message, nonce);
        status = crypto_mac_compute(
            signer->mac, (struct bytes){ nonce, signer->algorithm->has_nonce ? sizeof(nonce) : 0 },
            parts, sizeof(parts) / sizeof(parts[0]), digest);
    }
    if (!status)
    {
        memcpy(signature, digest, SMB2_SIGNATURE_SIZE);
    }
    return status;
}

uint32_t smb2_sign(const struct smb2_signer *signer, uint8_t *message, size_t size)
{
    return compute_signature(signer, (struct bytes){ message, size },
                             message + SMB2_SIGNATURE_OFFSET);
}

uint32_t smb2_check_signature(const struct smb2_signer *signer, struct bytes message)
{
    uint8_t expected[SMB2_SIGNATURE_SIZE];
    uint32_t status = ERROR_BAD_NET_RESP;

    if (message.size >= SMB2_HEADER_SIZE)
    {
        status = compute_signature(signer, message, expected);
    }
    if (!status && !crypto_equal(expected, message.data + SMB2_SIGNATURE_OFFSET, sizeof(expected)))
    {
        status = ERROR_BAD_NET_RESP;
    }
    return status;
}
