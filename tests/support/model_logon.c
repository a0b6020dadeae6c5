/*
 * A model of an SMB server: NEGOTIATE and SESSION_SETUP, with NTLM as the server sees it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "auth/der.h"
#include "auth/ntlm_target_info.h"
#include "auth/spnego_messages.h"
#include "base/status.h"
#include "platform/platform.h"
#include "support/model_parts.h"

#define NEGOTIATE_REPLY_SIZE     65
#define NEGOTIATE_FIXED_SIZE     64
#define CONTEXT_ALIGNMENT        8
#define SESSION_SETUP_REPLY_SIZE 9
#define SESSION_SETUP_FIXED_SIZE 8

/* In the bodies of requests */
#define REQUEST_CAPABILITIES 8
#define REQUEST_BLOB_OFFSET  12

#define NTLM_TYPE_POSITION 8
#define NTLM_CHALLENGE     2
#define NTLM_AUTHENTICATE  3
#define CHALLENGE_FIXED    56
#define NT_RESPONSE_FIELD  20
#define DOMAIN_FIELD       28
#define USER_FIELD         36
#define SESSION_KEY_FIELD  52

static const uint8_t ntlmssp[8] = { 'N', 'T', 'L', 'M', 'S', 'S', 'P', 0 };
/* The MechTypeList that a client sends which can do NTLM: SEQUENCE { 1.3.6.1.4.1.311.2.2.10 } */
static const uint8_t mechanism_list[] = { 0x30, 0x0C, 0x06, 0x0A, 0x2B, 0x06, 0x01,
                                          0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x0A };

#define WRITTEN(writer) ((struct bytes){ (writer).data, (writer).size })

/* ---- NEGOTIATE --------------------------------------------------------------------------------- */

struct smb2_negotiate_reply model_agreed(const struct model_settings *settings)
{
    struct smb2_negotiate_reply agreed = {
        .dialect = settings->dialect,
        .security_mode = SMB2_NEGOTIATE_SIGNING_ENABLED,
        .cipher = settings->cipher,
        .signing = settings->signing,
    };

    if (settings->dialect < SMB2_DIALECT_311)
    {
        agreed.cipher = settings->cipher && settings->dialect >= SMB2_DIALECT_300
                            ? SMB2_ENCRYPTION_AES128_CCM
                            : SMB2_CIPHER_NONE;
        agreed.signing = settings->dialect >= SMB2_DIALECT_300 ? SMB2_SIGNING_AES_CMAC
                                                               : SMB2_SIGNING_HMAC_SHA256;
        agreed.capabilities = agreed.cipher ? SMB2_GLOBAL_CAP_ENCRYPTION : 0;
    }
    return agreed;
}

static void put_context(struct writer *body, uint16_t type, const uint16_t *data, size_t count)
{
    writer_align(body, 0, CONTEXT_ALIGNMENT);
    writer_u16(body, type);
    writer_u16(body, (uint16_t)(count * sizeof(*data)));
    writer_u32(body, 0);
    for (size_t i = 0; i < count; i++)
    {
        writer_u16(body, data[i]);
    }
}

/* [MS-SMB2] 2.2.4.1. The header before the body is a multiple of their alignment. */
static void put_contexts(const struct model_settings *settings, struct writer *body)
{
    const uint16_t preauth[] = { 1, 2, SMB2_PREAUTH_INTEGRITY_SHA512, 0x5A5A };
    const uint16_t cipher[] = { 1, (uint16_t)settings->cipher };
    const uint16_t signing[] = { 1, (uint16_t)settings->signing };

    put_context(body, SMB2_PREAUTH_INTEGRITY_CAPABILITIES, preauth, 4);
    put_context(body, SMB2_ENCRYPTION_CAPABILITIES, cipher, 2);
    put_context(body, SMB2_SIGNING_CAPABILITIES, signing, 2);
}

void model_negotiate(struct model_exchange *exchange)
{
    struct model_connection *connection = exchange->connection;
    const struct model_settings *settings = &connection->server->settings;
    const struct smb2_negotiate_reply agreed = model_agreed(settings);
    const bool has_contexts = settings->dialect == SMB2_DIALECT_311;
    struct reader request = reader_over(exchange->body.data, exchange->body.size);
    struct writer *body = exchange->answer;
    struct writer blob = { 0 };
    size_t contexts = 0;

    reader_seek(&request, REQUEST_CAPABILITIES);
    connection->client_capabilities = reader_u32(&request);
    model_preauth(connection, exchange->message);
    if (settings->sends_hint)
    {
        spnego_write_init(&blob, (struct bytes){ mechanism_list, sizeof(mechanism_list) },
                          (struct bytes){ NULL, 0 });
    }
    contexts = (SMB2_HEADER_SIZE + NEGOTIATE_FIXED_SIZE + blob.size + CONTEXT_ALIGNMENT - 1) /
               CONTEXT_ALIGNMENT * CONTEXT_ALIGNMENT;
    writer_u16(body, NEGOTIATE_REPLY_SIZE);
    writer_u16(body, agreed.security_mode);
    writer_u16(body, (uint16_t)agreed.dialect);
    writer_u16(body, has_contexts ? 3 : 0);
    writer_bytes(body, agreed.server_guid, SMB2_GUID_SIZE);
    writer_u32(body, agreed.capabilities);
    for (int i = 0; i < 3; i++)
    {
        writer_u32(body, SMB2_PAYLOAD_MAX);
    }
    writer_u64(body, platform_filetime());
    writer_u64(body, 0);
    writer_u16(body, SMB2_HEADER_SIZE + NEGOTIATE_FIXED_SIZE);
    writer_u16(body, (uint16_t)blob.size);
    writer_u32(body, has_contexts ? (uint32_t)contexts : 0);
    writer_bytes(body, blob.data, blob.size);
    if (has_contexts)
    {
        put_contexts(settings, body);
    }
    writer_free(&blob);
}

void model_validate_negotiate(const struct model_connection *connection, struct writer *output)
{
    const struct smb2_negotiate_reply agreed = model_agreed(&connection->server->settings);

    writer_u32(output, agreed.capabilities);
    writer_bytes(output, agreed.server_guid, SMB2_GUID_SIZE);
    writer_u16(output, agreed.security_mode);
    writer_u16(output, (uint16_t)agreed.dialect);
}

void model_preauth(struct model_connection *connection, struct bytes message)
{
    const struct bytes parts[] = { { connection->preauth_hash, SHA512_SIZE }, message };

    if (connection->server->settings.dialect == SMB2_DIALECT_311)
    {
        crypto_sha512(parts, 2, connection->preauth_hash);
    }
}

/* ---- NTLM -------------------------------------------------------------------------------------- */

static void put_pair(struct writer *info, uint16_t id, const char *text)
{
    const size_t length = strlen(text);

    writer_u16(info, id);
    writer_u16(info, (uint16_t)(length * 2));
    for (size_t i = 0; i < length; i++)
    {
        writer_u16(info, (uint8_t)text[i]);
    }
}

/* [MS-NLMP] 2.2.1.2 */
static void write_challenge(struct model_connection *connection, struct writer *message)
{
    struct writer info = { 0 };

    platform_random(connection->challenge, sizeof(connection->challenge));
    put_pair(&info, MsvAvNbDomainName, "MODEL");
    put_pair(&info, MsvAvNbComputerName, "SERVER");
    writer_u16(&info, MsvAvTimestamp);
    writer_u16(&info, sizeof(uint64_t));
    writer_u64(&info, platform_filetime());
    writer_u32(&info, MsvAvEOL);
    writer_bytes(message, ntlmssp, sizeof(ntlmssp));
    writer_u32(message, NTLM_CHALLENGE);
    writer_u32(message, 0); /* no target name */
    writer_u32(message, CHALLENGE_FIXED);
    writer_u32(message, NTLMSSP_NEGOTIATE_UNICODE | NTLMSSP_NEGOTIATE_SIGN |
                            NTLMSSP_NEGOTIATE_NTLM | NTLMSSP_NEGOTIATE_ALWAYS_SIGN |
                            NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY |
                            NTLMSSP_NEGOTIATE_TARGET_INFO | NTLMSSP_NEGOTIATE_VERSION |
                            NTLMSSP_NEGOTIATE_128 | NTLMSSP_NEGOTIATE_KEY_EXCH);
    writer_bytes(message, connection->challenge, sizeof(connection->challenge));
    writer_u64(message, 0);
    writer_u16(message, (uint16_t)info.size);
    writer_u16(message, (uint16_t)info.size);
    writer_u32(message, CHALLENGE_FIXED);
    writer_u64(message, 0); /* version */
    writer_bytes(message, info.data, info.size);
    writer_free(&info);
}

static struct bytes field_at(struct bytes message, size_t position)
{
    struct reader reader = reader_over(message.data, message.size);
    uint16_t size = 0;

    reader_seek(&reader, position);
    size = reader_u16(&reader);
    reader_skip(&reader, 2);
    return reader_slice(&reader, reader_u32(&reader), size);
}

static struct utf16_slice text_at(struct bytes message, size_t position)
{
    const struct bytes field = field_at(message, position);

    return (struct utf16_slice){ field.data, field.size / 2 };
}

/* What both sides have made of the password. False where the response is not that to our challenge. */
static bool find_session_key(const struct model_connection *connection, struct bytes message,
                             struct session_key *key)
{
    const struct bytes response = field_at(message, NT_RESPONSE_FIELD);
    const struct bytes encrypted = field_at(message, SESSION_KEY_FIELD);
    uint8_t response_key[NTLM_KEY_SIZE];
    uint8_t base_key[NTLM_KEY_SIZE];
    uint8_t proof[MD5_SIZE];
    struct bytes parts[2] = { { connection->challenge, NTLM_CHALLENGE_SIZE } };

    if (response.size < MD5_SIZE || encrypted.size != NTLM_KEY_SIZE ||
        ntlm_response_key(connection->server->settings.password, text_at(message, USER_FIELD),
                          text_at(message, DOMAIN_FIELD), response_key))
    {
        return false;
    }
    parts[1] = (struct bytes){ response.data + MD5_SIZE, response.size - MD5_SIZE };
    crypto_hmac_md5((struct bytes){ response_key, NTLM_KEY_SIZE }, parts, 2, proof);
    if (memcmp(proof, response.data, MD5_SIZE) != 0)
    {
        return false;
    }
    parts[0] = (struct bytes){ proof, MD5_SIZE };
    crypto_hmac_md5((struct bytes){ response_key, NTLM_KEY_SIZE }, parts, 1, base_key);
    /* RC4 is its own inverse. */
    ntlm_encrypt_session_key(base_key, encrypted.data, key->data);
    key->size = NTLM_KEY_SIZE;
    return true;
}

static void write_mic(const struct session_key *key, struct writer *mic)
{
    uint8_t sign_key[NTLM_KEY_SIZE];
    uint8_t seal_key[NTLM_KEY_SIZE];
    uint8_t signature[NTLM_SIGNATURE_SIZE];
    struct crypto_rc4 *seal = NULL;

    ntlm_sign_key(key->data, NTLM_SERVER_TO_CLIENT, sign_key);
    ntlm_seal_key(key->data, NTLM_SERVER_TO_CLIENT, seal_key);
    if (!crypto_rc4_create((struct bytes){ seal_key, sizeof(seal_key) }, &seal) &&
        !ntlm_signature(sign_key, seal, 0, (struct bytes){ mechanism_list, sizeof(mechanism_list) },
                        signature))
    {
        writer_bytes(mic, signature, sizeof(signature));
    }
    crypto_rc4_free(seal);
}

/* ---- SESSION_SETUP ----------------------------------------------------------------------------- */

/* The NTLM message in what SPNEGO has packed it into. */
static struct bytes find_ntlm(const struct model_exchange *exchange)
{
    struct reader reader = reader_over(exchange->message.data, exchange->message.size);
    uint16_t offset = 0;
    uint16_t size = 0;
    struct bytes blob = { 0 };

    reader_seek(&reader, SMB2_HEADER_SIZE + REQUEST_BLOB_OFFSET);
    offset = reader_u16(&reader);
    size = reader_u16(&reader);
    blob = reader_slice(&reader, offset, size);
    while (blob.size >= sizeof(ntlmssp) && memcmp(blob.data, ntlmssp, sizeof(ntlmssp)) != 0)
    {
        blob.data++;
        blob.size--;
    }
    return blob.size < NTLM_TYPE_POSITION + sizeof(uint32_t) ? (struct bytes){ 0 } : blob;
}

static void put_session_setup(struct model_exchange *exchange, uint16_t flags,
                              const struct spnego_response *response)
{
    struct writer blob = { 0 };

    spnego_write_response(&blob, response);
    writer_u16(exchange->answer, SESSION_SETUP_REPLY_SIZE);
    writer_u16(exchange->answer, flags);
    writer_u16(exchange->answer, SMB2_HEADER_SIZE + SESSION_SETUP_FIXED_SIZE);
    writer_u16(exchange->answer, (uint16_t)blob.size);
    writer_bytes(exchange->answer, blob.data, blob.size);
    writer_free(&blob);
}

static void challenge(struct model_exchange *exchange)
{
    struct writer token = { 0 };
    struct spnego_response response = { .state = SPNEGO_ACCEPT_INCOMPLETE };

    write_challenge(exchange->connection, &token);
    response.token = WRITTEN(token);
    exchange->reply.status = STATUS_MORE_PROCESSING_REQUIRED;
    put_session_setup(exchange, 0, &response);
    writer_free(&token);
}

static void start_keys(struct model_connection *connection, const struct session_key *key)
{
    const struct smb2_negotiate_reply agreed = model_agreed(&connection->server->settings);
    struct smb2_session_keys keys;
    struct smb2_session_keys turned;

    if (connection->has_keys ||
        smb2_derive_keys(agreed.dialect, agreed.cipher, key, connection->preauth_hash, &keys))
    {
        return;
    }
    turned = keys; /* what one side encrypts with, the other decrypts with */
    memcpy(turned.encryption, keys.decryption, sizeof(keys.decryption));
    memcpy(turned.decryption, keys.encryption, sizeof(keys.encryption));
    if (smb2_signer_open(&connection->signer, agreed.signing, keys.signing) ||
        smb2_encryption_open(&connection->encryption, agreed.cipher, &turned, MODEL_SESSION_ID))
    {
        abort();
    }
    connection->owns_keys = true;
    connection->has_keys = true;
}

static void accept(struct model_exchange *exchange, struct bytes message)
{
    struct model_connection *connection = exchange->connection;
    const struct model_settings *settings = &connection->server->settings;
    struct spnego_response response = { .state = SPNEGO_ACCEPT_COMPLETED };
    struct session_key key = { .size = 0 };
    struct writer mic = { 0 };
    uint16_t flags = 0;

    if (!field_at(message, NT_RESPONSE_FIELD).size)
    {
        flags = SMB2_SESSION_FLAG_IS_NULL;
    }
    else if (find_session_key(connection, message, &key))
    {
        start_keys(connection, &key);
        exchange->ends_logon = true;
        flags = settings->encrypts_session ? SMB2_SESSION_FLAG_ENCRYPT_DATA : 0;
    }
    else
    {
        exchange->reply.status = 0xC000006D; /* STATUS_LOGON_FAILURE */
        return;
    }
    if (settings->sends_mic && key.size)
    {
        write_mic(&key, &mic);
        response.mic = WRITTEN(mic);
    }
    put_session_setup(exchange, flags, &response);
    writer_free(&mic);
}

void model_session_setup(struct model_exchange *exchange)
{
    const struct bytes message = find_ntlm(exchange);

    exchange->reply.session_id = MODEL_SESSION_ID;
    model_preauth(exchange->connection, exchange->message);
    if (!message.size)
    {
        exchange->reply.status = STATUS_INVALID_PARAMETER;
    }
    else if (message.data[NTLM_TYPE_POSITION] == NTLM_AUTHENTICATE)
    {
        accept(exchange, message);
    }
    else
    {
        challenge(exchange);
    }
}
