/*
 * The computations of NTLMv2. [MS-NLMP] 3.3.2, 3.4
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/ntlm_crypto.h"

#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "platform/platform.h"

#define CHECKSUM_SIZE 8

static struct bytes bytes_of(struct utf16_slice text)
{
    return (struct bytes){ text.units, text.length * sizeof(uint16_t) };
}

static struct bytes key_bytes(const uint8_t key[NTLM_KEY_SIZE])
{
    return (struct bytes){ key, NTLM_KEY_SIZE };
}

uint32_t ntlm_response_key(struct utf16_slice password, struct utf16_slice user,
                           struct utf16_slice domain, uint8_t key[NTLM_KEY_SIZE])
{
    const struct bytes secret = bytes_of(password);
    struct writer upper_user = { 0 };
    uint8_t hash[MD4_SIZE];
    uint32_t status = 0;

    for (size_t i = 0; i < user.length; i++)
    {
        writer_u16(&upper_user, platform_upcase(utf16_unit(user, i)));
    }
    status = upper_user.failed ? ERROR_NOT_ENOUGH_MEMORY : crypto_md4(&secret, 1, hash);
    if (!status)
    {
        const struct bytes parts[] = { { upper_user.data, upper_user.size }, bytes_of(domain) };

        status = crypto_hmac_md5((struct bytes){ hash, sizeof(hash) }, parts, 2, key);
    }
    wipe(hash, sizeof(hash));
    writer_free(&upper_user);
    return status;
}

/* NTLMv2_CLIENT_CHALLENGE with the four zeros behind it: what [MS-NLMP] 3.3.2 calls temp. */
static void write_client_blob(struct writer *blob, const struct ntlm_response_input *input)
{
    writer_u8(blob, 1);
    writer_u8(blob, 1);
    writer_zeros(blob, 6);
    writer_u64(blob, input->time);
    writer_bytes(blob, input->client_challenge, NTLM_CHALLENGE_SIZE);
    writer_zeros(blob, 4);
    writer_bytes(blob, input->target_info.data, input->target_info.size);
    writer_zeros(blob, 4);
}

uint32_t ntlm_write_response(const uint8_t response_key[NTLM_KEY_SIZE],
                             const struct ntlm_response_input *input, struct writer *response,
                             uint8_t session_base_key[NTLM_KEY_SIZE])
{
    uint8_t proof[MD5_SIZE];
    uint32_t status = 0;

    writer_zeros(response, sizeof(proof));
    write_client_blob(response, input);
    if (response->failed)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    {
        const struct bytes parts[] = {
            { input->server_challenge, NTLM_CHALLENGE_SIZE },
            { response->data + sizeof(proof), response->size - sizeof(proof) },
        };

        status = crypto_hmac_md5(key_bytes(response_key), parts, 2, proof);
    }
    if (!status)
    {
        const struct bytes part = { proof, sizeof(proof) };

        writer_patch_bytes(response, 0, proof, sizeof(proof));
        status = crypto_hmac_md5(key_bytes(response_key), &part, 1, session_base_key);
    }
    return status;
}

uint32_t ntlm_encrypt_session_key(const uint8_t key_exchange_key[NTLM_KEY_SIZE],
                                  const uint8_t session_key[NTLM_KEY_SIZE],
                                  uint8_t encrypted[NTLM_KEY_SIZE])
{
    struct crypto_rc4 *rc4 = NULL;
    uint32_t status = crypto_rc4_create(key_bytes(key_exchange_key), &rc4);

    if (!status)
    {
        memcpy(encrypted, session_key, NTLM_KEY_SIZE);
        status = crypto_rc4_apply(rc4, encrypted, NTLM_KEY_SIZE);
    }
    crypto_rc4_free(rc4);
    return status;
}

uint32_t ntlm_mic(const uint8_t session_key[NTLM_KEY_SIZE], struct bytes negotiate,
                  struct bytes challenge, struct bytes authenticate, uint8_t mic[NTLM_MIC_SIZE])
{
    const struct bytes parts[] = { negotiate, challenge, authenticate };

    return crypto_hmac_md5(key_bytes(session_key), parts, 3, mic);
}

/* The constants count with their terminating zeros. */
static uint32_t direction_key(const uint8_t session_key[NTLM_KEY_SIZE], const char *constant,
                              uint8_t key[NTLM_KEY_SIZE])
{
    const struct bytes parts[] = {
        key_bytes(session_key),
        { (const uint8_t *)constant, strlen(constant) + 1 },
    };

    return crypto_md5(parts, 2, key);
}

uint32_t ntlm_sign_key(const uint8_t session_key[NTLM_KEY_SIZE], enum ntlm_direction direction,
                       uint8_t key[NTLM_KEY_SIZE])
{
    return direction_key(session_key,
                         direction == NTLM_CLIENT_TO_SERVER
                             ? "session key to client-to-server signing key magic constant"
                             : "session key to server-to-client signing key magic constant",
                         key);
}

uint32_t ntlm_seal_key(const uint8_t session_key[NTLM_KEY_SIZE], enum ntlm_direction direction,
                       uint8_t key[NTLM_KEY_SIZE])
{
    return direction_key(session_key,
                         direction == NTLM_CLIENT_TO_SERVER
                             ? "session key to client-to-server sealing key magic constant"
                             : "session key to server-to-client sealing key magic constant",
                         key);
}

static void store_u32(uint8_t destination[4], uint32_t value)
{
    for (size_t i = 0; i < 4; i++)
    {
        destination[i] = (uint8_t)(value >> (8 * i));
    }
}

uint32_t ntlm_signature(const uint8_t sign_key[NTLM_KEY_SIZE], struct crypto_rc4 *seal,
                        uint32_t sequence_number, struct bytes data,
                        uint8_t signature[NTLM_SIGNATURE_SIZE])
{
    uint8_t sequence[4];
    uint8_t digest[MD5_SIZE];
    const struct bytes parts[] = { { sequence, sizeof(sequence) }, data };
    uint32_t status = 0;

    store_u32(sequence, sequence_number);
    status = crypto_hmac_md5(key_bytes(sign_key), parts, 2, digest);
    if (!status)
    {
        status = crypto_rc4_apply(seal, digest, CHECKSUM_SIZE);
    }
    if (!status)
    {
        /* [MS-NLMP] 2.2.2.9.2 */
        store_u32(signature, 1);
        memcpy(signature + 4, digest, CHECKSUM_SIZE);
        memcpy(signature + 4 + CHECKSUM_SIZE, sequence, sizeof(sequence));
    }
    wipe(digest, sizeof(digest));
    return status;
}
