/*
 * A connection as it is after authentication, without a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/protected_session.h"

#include <stdlib.h>
#include <string.h>

/* What one side encrypts with, the other decrypts with. */
static void start_encryption(struct protected_session *session)
{
    const enum smb2_cipher cipher = session->connection.agreed.cipher;
    struct smb2_session_keys server_keys = session->keys;

    memcpy(server_keys.encryption, session->keys.decryption, sizeof(server_keys.encryption));
    memcpy(server_keys.decryption, session->keys.encryption, sizeof(server_keys.decryption));
    if (smb2_encryption_open(&session->connection.encryption, cipher, &session->keys,
                             PROTECTED_SESSION_ID) ||
        smb2_encryption_open(&session->encryption, cipher, &server_keys, PROTECTED_SESSION_ID))
    {
        abort();
    }
}

static void start_signing(struct protected_session *session)
{
    if (smb2_signer_open(&session->connection.signer, session->connection.agreed.signing,
                         session->keys.signing))
    {
        abort();
    }
}

void protected_session_init(struct protected_session *session, enum protection protection)
{
    struct smb2_connection *connection = &session->connection;

    memset(session, 0, sizeof(*session));
    memory_transport_init(&session->memory, (struct bytes){ 0 });
    *connection = (struct smb2_connection){
        .transport = &session->memory.transport,
        .agreed = {
            .dialect = SMB2_DIALECT_311,
            .cipher = SMB2_ENCRYPTION_AES128_GCM,
            .signing = SMB2_SIGNING_AES_GMAC,
        },
        .next_message_id = PROTECTED_SESSION_FIRST,
        .credits = 8,
        .session_id = PROTECTED_SESSION_ID,
        .signing = protection != PROTECTION_NONE,
        .encrypting = protection == PROTECTION_ENCRYPTED,
    };
    session->keys.cipher_key_size = protection == PROTECTION_NONE ? 0 : 16;
    memset(session->keys.signing, 0x51, sizeof(session->keys.signing));
    memset(session->keys.encryption, 0xc2, sizeof(session->keys.encryption));
    memset(session->keys.decryption, 0x2c, sizeof(session->keys.decryption));
    if (crypto_start())
    {
        abort();
    }
    start_signing(session);
    start_encryption(session);
}

void protected_session_sign_with(struct protected_session *session,
                                 enum smb2_signing_algorithm algorithm)
{
    smb2_signer_close(&session->connection.signer);
    session->connection.agreed.signing = algorithm;
    start_signing(session);
}

void protected_session_encrypt_with(struct protected_session *session, enum smb2_cipher cipher)
{
    smb2_encryption_close(&session->connection.encryption);
    smb2_encryption_close(&session->encryption);
    session->connection.agreed.cipher = cipher;
    session->keys.cipher_key_size = smb2_cipher_find(cipher)->key_size;
    start_encryption(session);
}

void protected_session_free(struct protected_session *session)
{
    smb2_connection_close(&session->connection);
    smb2_encryption_close(&session->encryption);
    memory_transport_free(&session->memory);
    writer_free(&session->stream);
}

struct smb2_header protected_session_header(uint16_t command, uint64_t message_id)
{
    return (struct smb2_header){
        .command = command,
        .credits = 1,
        .flags = SMB2_FLAGS_SERVER_TO_REDIR | SMB2_FLAGS_SIGNED,
        .message_id = message_id,
        .session_id = PROTECTED_SESSION_ID,
    };
}

void protected_session_put_message(const struct protected_session *session,
                                   const struct smb2_header *header, struct bytes body,
                                   struct writer *messages)
{
    size_t begin = messages->size;

    smb2_header_encode(header, messages);
    writer_bytes(messages, body.data, body.size);
    if (!messages->failed && header->flags & SMB2_FLAGS_SIGNED)
    {
        messages->failed |= smb2_sign(&session->connection.signer, messages->data + begin,
                                      messages->size - begin) != 0;
    }
}

void protected_session_say_messages(struct protected_session *session, struct bytes messages,
                                    bool encrypted)
{
    size_t frame = frame_begin(&session->stream);
    size_t transform_header = encrypted ? smb2_transform_begin(&session->stream) : 0;

    writer_bytes(&session->stream, messages.data, messages.size);
    if (encrypted)
    {
        session->stream.failed |=
            smb2_encrypt(&session->encryption, &session->stream, transform_header);
    }
    frame_end(&session->stream, frame);
    session->memory.incoming = (struct bytes){ session->stream.data, session->stream.size };
}

void protected_session_say(struct protected_session *session, const struct smb2_header *header,
                           struct bytes body, bool encrypted)
{
    struct writer messages = { 0 };

    protected_session_put_message(session, header, body, &messages);
    protected_session_say_messages(session, (struct bytes){ messages.data, messages.size },
                                   encrypted);
    writer_free(&messages);
}
