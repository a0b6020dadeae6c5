/*
 * From a fresh transport to an authenticated session: NEGOTIATE and SESSION_SETUP.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/smb2_session.h"

#include <string.h>

#include "auth/kerberos.h"
#include "auth/ntlm.h"
#include "auth/spnego.h"
#include "base/status.h"
#include "base/wipe.h"
#include "platform/log.h"
#include "smb/exchange.h"

/* SESSION_SETUP goes to and fro twice for NTLM, once or twice for Kerberos. */
#define SESSION_SETUP_ROUNDS_MAX 6
#define LOGOFF_TIMEOUT           100 /* ms */

static bool has_credentials(const struct smb2_session_parameters *parameters)
{
    return parameters->credentials->kind != CREDENTIALS_ANONYMOUS;
}

/* ---- NEGOTIATE ------------------------------------------------------------------------------- */

static void encode_negotiate(const void *parameters, size_t header, struct writer *writer)
{
    smb2_negotiate_encode(parameters, header, writer);
}

static uint32_t make_offer(struct smb2_connection *connection,
                           const struct smb2_session_parameters *parameters)
{
    struct smb2_negotiate_request *offered = &connection->offered;
    uint32_t status = platform_random(offered->client_guid, sizeof(offered->client_guid));

    if (!status)
    {
        status = platform_random(offered->salt, sizeof(offered->salt));
    }
    offered->security_mode = SMB2_NEGOTIATE_SIGNING_ENABLED;
    if (has_credentials(parameters))
    {
        offered->security_mode |= SMB2_NEGOTIATE_SIGNING_REQUIRED;
    }
    offered->capabilities = SMB2_GLOBAL_CAP_LARGE_MTU | SMB2_GLOBAL_CAP_ENCRYPTION;
    offered->server_name = parameters->server_name;
    return status;
}

static void trace_agreement(const struct smb2_negotiate_reply *agreed)
{
    const struct smb2_signing_row *signing = smb2_signing_find(agreed->signing);
    const struct smb2_cipher_row *cipher = smb2_cipher_find(agreed->cipher);

    TRACE("dialect %#x, signing %s, cipher %s\n", agreed->dialect,
          signing ? signing->name : "unknown", cipher ? cipher->name : "none");
}

/* The reply stays with the caller, for the security blob in it. */
static uint32_t negotiate(struct smb2_connection *connection,
                          const struct smb2_session_parameters *parameters,
                          struct smb2_reply *reply, uint64_t deadline)
{
    const struct smb2_request request = {
        .command = SMB2_NEGOTIATE,
        .encode = encode_negotiate,
        .parameters = &connection->offered,
    };
    uint32_t status = make_offer(connection, parameters);

    if (!status)
    {
        status = smb2_exchange_one(connection, &request, reply, deadline);
    }
    if (!status)
    {
        status = win32_from_ntstatus(reply->header.status);
    }
    if (!status)
    {
        status = smb2_negotiate_decode(&connection->agreed, reply->message);
    }
    if (!status)
    {
        status = smb2_preauth_update(connection, reply->message);
    }
    if (!status)
    {
        trace_agreement(&connection->agreed);
    }
    return status;
}

/* ---- SESSION_SETUP --------------------------------------------------------------------------- */

struct session_setup
{
    uint8_t security_mode;
    struct bytes token;
};

static void encode_session_setup(const void *parameters, size_t header, struct writer *writer)
{
    const struct session_setup *setup = parameters;

    smb2_session_setup_encode(setup->security_mode, setup->token, header, writer);
}

/* One round: a token to the server, its token back. `reply` holds what `answer` points into. */
static uint32_t exchange_tokens(struct smb2_connection *connection, struct bytes token,
                                struct smb2_reply *reply, struct smb2_session_setup_reply *answer,
                                uint64_t deadline)
{
    const struct session_setup setup = {
        .security_mode = (uint8_t)connection->offered.security_mode,
        .token = token,
    };
    const struct smb2_request request = {
        .command = SMB2_SESSION_SETUP,
        .encode = encode_session_setup,
        .parameters = &setup,
    };
    uint32_t status = smb2_exchange_one(connection, &request, reply, deadline);

    if (status)
    {
        return status;
    }
    if (reply->header.status == STATUS_MORE_PROCESSING_REQUIRED)
    {
        connection->session_id = reply->header.session_id;
        status = smb2_preauth_update(connection, reply->message);
    }
    else
    {
        status = win32_from_ntstatus(reply->header.status);
    }
    return status ? status : smb2_session_setup_decode(answer, reply->message);
}

static uint32_t check_session_flags(const struct smb2_session_parameters *parameters,
                                    uint16_t session_flags)
{
    const uint16_t unauthenticated = SMB2_SESSION_FLAG_IS_GUEST | SMB2_SESSION_FLAG_IS_NULL;

    if (has_credentials(parameters) && session_flags & unauthenticated && !parameters->allow_guest)
    {
        WARN("the server gave a guest or anonymous session; refused\n");
        return ERROR_SMB_GUEST_LOGON_BLOCKED;
    }
    return ERROR_SUCCESS;
}

/* Derives the session's keys and puts them to work. */
static uint32_t start_keys(struct smb2_connection *connection,
                           const struct session_key *session_key)
{
    const struct smb2_negotiate_reply *agreed = &connection->agreed;
    struct smb2_session_keys keys;
    uint32_t status = smb2_derive_keys(agreed->dialect, agreed->cipher, session_key,
                                       connection->preauth_hash, &keys);

    if (!status)
    {
        status = smb2_signer_open(&connection->signer, agreed->signing, keys.signing);
    }
    if (!status)
    {
        status = smb2_encryption_open(&connection->encryption, agreed->cipher, &keys,
                                      connection->session_id);
    }
    memcpy(connection->application_key, keys.application, sizeof(connection->application_key));
    wipe(&keys, sizeof(keys));
    return status;
}

/* Makes the session's keys and checks with them that the reply is the server's. */
static uint32_t finish_session(struct smb2_connection *connection,
                               const struct smb2_session_parameters *parameters,
                               struct spnego *spnego, const struct smb2_reply *reply)
{
    const uint16_t unauthenticated = SMB2_SESSION_FLAG_IS_GUEST | SMB2_SESSION_FLAG_IS_NULL;
    struct session_key session_key = { .size = 0 };
    uint32_t status = check_session_flags(parameters, connection->session_flags);

    if (status)
    {
        return status;
    }
    if (!(connection->session_flags & unauthenticated))
    {
        status = spnego_session_key(spnego, &session_key);
        /* Without a key there would be no signatures, which credentials always get. */
        if (!status && !session_key.size && has_credentials(parameters))
        {
            status = ERROR_NOT_SUPPORTED;
        }
    }
    if (!status && session_key.size)
    {
        status = start_keys(connection, &session_key);
    }
    /* We say that we require signatures, so a server of any dialect signs this reply (3.3.5.5.3). */
    if (!status && session_key.size)
    {
        status = smb2_reply_check_signature(connection, reply);
    }
    connection->signing = session_key.size != 0;
    wipe(&session_key, sizeof(session_key));
    if (status)
    {
        return status;
    }
    if (parameters->require_encryption ||
        connection->session_flags & SMB2_SESSION_FLAG_ENCRYPT_DATA)
    {
        return smb2_start_encryption(connection);
    }
    return ERROR_SUCCESS;
}

static uint32_t authenticate(struct smb2_connection *connection,
                             const struct smb2_session_parameters *parameters,
                             struct spnego *spnego, uint64_t deadline)
{
    struct smb2_session_setup_reply answer = { 0 };
    struct smb2_reply reply = { 0 };
    uint32_t status = ERROR_BAD_NET_RESP;

    for (unsigned int round = 0; round < SESSION_SETUP_ROUNDS_MAX; round++)
    {
        struct writer token = { 0 };
        bool done = false;
        bool accepted = false;

        status = spnego_step(spnego, answer.security_blob, &token, &done);
        if (!status && token.failed)
        {
            status = ERROR_NOT_ENOUGH_MEMORY;
        }
        answer = (struct smb2_session_setup_reply){ 0 };
        if (!status)
        {
            status = exchange_tokens(connection, (struct bytes){ token.data, token.size }, &reply,
                                     &answer, deadline);
        }
        writer_free(&token);
        if (status)
        {
            break;
        }
        accepted = reply.header.status != STATUS_MORE_PROCESSING_REQUIRED;
        if (accepted)
        {
            connection->session_id = reply.header.session_id;
            connection->session_flags = answer.session_flags;
            if (answer.security_blob.size)
            {
                status = spnego_step(spnego, answer.security_blob, &token, &done);
                writer_free(&token);
            }
            if (!status && !done)
            {
                status = ERROR_BAD_NET_RESP;
            }
            if (!status)
            {
                status = finish_session(connection, parameters, spnego, &reply);
            }
            break;
        }
        status = ERROR_BAD_NET_RESP; /* for the case that this was the last round */
    }
    return status;
}

/* The mechanism for the credentials. Current ones that turn out to be none, because the user has no
 * ticket for the server, become anonymous. */
static uint32_t make_mechanism(struct smb2_session_parameters *parameters,
                               struct mechanism **mechanism, uint64_t deadline)
{
    static const struct credentials anonymous = { .kind = CREDENTIALS_ANONYMOUS };
    /* What a ticket or an NTLM response is bound to. */
    struct utf16_name target = utf16_name_from_ascii("cifs/");
    uint32_t status = ERROR_NOT_SUPPORTED;

    if (!utf16_name_append(&target, parameters->server_name))
    {
        return ERROR_INVALID_NAME;
    }
    if (parameters->credentials->kind == CREDENTIALS_CURRENT)
    {
        status = kerberos_create(utf16_from_name(&target), deadline, mechanism);
        if (status != ERROR_NOT_SUPPORTED)
        {
            return status;
        }
        parameters->credentials = &anonymous;
    }
    return ntlm_create(parameters->credentials, utf16_from_name(&target), mechanism);
}

uint32_t smb2_session_open(struct smb2_connection *connection, struct transport *transport,
                           const struct smb2_session_parameters *parameters, uint64_t deadline)
{
    struct smb2_session_parameters effective = *parameters;
    struct smb2_negotiate_reply *agreed = &connection->agreed;
    struct mechanism *mechanism = NULL;
    struct spnego *spnego = NULL;
    struct smb2_reply reply = { 0 };
    uint32_t status = ERROR_SUCCESS;

    *connection = (struct smb2_connection){ .transport = transport, .credits = 1 };
    status = make_mechanism(&effective, &mechanism, deadline);
    if (!status)
    {
        status = negotiate(connection, &effective, &reply, deadline);
    }
    if (!status)
    {
        status = spnego_create(&mechanism, 1, agreed->security_blob, &spnego);
        mechanism = NULL;
    }
    agreed->security_blob = (struct bytes){ 0 };
    if (!status)
    {
        status = authenticate(connection, &effective, spnego, deadline);
    }
    spnego_free(spnego);
    if (mechanism)
    {
        mechanism->operations->free(mechanism);
    }
    connection->offered.server_name = (struct utf16_slice){ 0 };
    /* Whoever sent such a reply has not our keys: not even LOGOFF is for them. */
    connection->broken |= status == ERROR_BAD_NET_RESP;
    return status;
}

static void encode_logoff(const void *parameters, size_t header, struct writer *writer)
{
    (void)parameters;
    (void)header;
    smb2_empty_encode(writer);
}

void smb2_session_close(struct smb2_connection *connection)
{
    const struct smb2_request request = { .command = SMB2_LOGOFF, .encode = encode_logoff };

    smb2_send_only(connection, &request, platform_now() + LOGOFF_TIMEOUT);
    smb2_connection_close(connection);
}
