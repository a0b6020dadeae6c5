/*
 * NTLMv2, the client's side: the mechanism. [MS-NLMP] 3.1.5
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/ntlm.h"

#include <stdlib.h>
#include <string.h>

#include "auth/ntlm_crypto.h"
#include "auth/ntlm_messages.h"
#include "auth/ntlm_target_info.h"
#include "base/status.h"
#include "base/wipe.h"
#include "platform/log.h"
#include "platform/platform.h"

/* What an authenticated session wants, and without what a challenge is refused. */
#define FLAGS_REQUIRED                                                                             \
    ((uint32_t)NTLMSSP_NEGOTIATE_UNICODE | NTLMSSP_NEGOTIATE_NTLM |                                \
     NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY | NTLMSSP_NEGOTIATE_TARGET_INFO |                  \
     NTLMSSP_NEGOTIATE_128 | NTLMSSP_NEGOTIATE_KEY_EXCH)
#define FLAGS_ASKED_FOR                                                                            \
    (FLAGS_REQUIRED | NTLMSSP_REQUEST_TARGET | NTLMSSP_NEGOTIATE_SIGN |                            \
     NTLMSSP_NEGOTIATE_ALWAYS_SIGN | NTLMSSP_NEGOTIATE_VERSION)

/* An anonymous session has no key, so there is none to exchange and nothing to sign. */
#define ANONYMOUS_FLAGS_REQUIRED ((uint32_t)NTLMSSP_NEGOTIATE_UNICODE | NTLMSSP_NEGOTIATE_NTLM)
#define ANONYMOUS_FLAGS_ASKED_FOR                                                                  \
    (ANONYMOUS_FLAGS_REQUIRED | NTLMSSP_REQUEST_TARGET |                                           \
     NTLMSSP_NEGOTIATE_EXTENDED_SESSIONSECURITY | NTLMSSP_NEGOTIATE_VERSION)

#define LM_RESPONSE_SIZE 24

enum ntlm_state
{
    NTLM_EXPECTS_NOTHING,
    NTLM_EXPECTS_CHALLENGE,
    NTLM_DONE,
};

struct ntlm
{
    struct mechanism mechanism;
    enum ntlm_state state;
    bool anonymous;
    struct utf16_name user;
    struct utf16_name domain;
    struct utf16_name target_name;
    struct utf16_name workstation; /* asked for before the server waits for the answer */
    uint8_t response_key[NTLM_KEY_SIZE];
    uint8_t session_key[NTLM_KEY_SIZE]; /* set once the state is NTLM_DONE */
    struct writer negotiate;            /* kept for the MIC */
};

static struct ntlm *ntlm_from(struct mechanism *mechanism)
{
    return (struct ntlm *)((uint8_t *)mechanism - offsetof(struct ntlm, mechanism));
}

static struct bytes written(const struct writer *writer)
{
    return (struct bytes){ writer->data, writer->size };
}

static uint32_t send_negotiate(struct ntlm *ntlm, struct writer *answer)
{
    ntlm_write_negotiate(&ntlm->negotiate,
                         ntlm->anonymous ? ANONYMOUS_FLAGS_ASKED_FOR : FLAGS_ASKED_FOR);
    writer_bytes(answer, ntlm->negotiate.data, ntlm->negotiate.size);
    if (ntlm->negotiate.failed || answer->failed)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    ntlm->state = NTLM_EXPECTS_CHALLENGE;
    return ERROR_SUCCESS;
}

/* [MS-NLMP] 3.1.5.1.2 with 3.2.5.1.2: one zero for the LM response and nothing else says it. */
static uint32_t send_anonymous(const struct ntlm_challenge *challenge, struct writer *answer)
{
    static const uint8_t lm_response[1] = { 0 };
    const struct ntlm_authenticate authenticate = {
        .flags = (challenge->flags & ANONYMOUS_FLAGS_ASKED_FOR) | NTLMSSP_NEGOTIATE_ANONYMOUS,
        .lm_response = { lm_response, sizeof(lm_response) },
    };

    ntlm_write_authenticate(answer, &authenticate);
    return answer->failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
}

/* Writes the NTLMv2 response to the challenge and makes the keys of the session: the one that is
 * exported, and the same encrypted for the server. */
static uint32_t respond(struct ntlm *ntlm, const struct ntlm_challenge *challenge,
                        struct writer *response, uint8_t encrypted_session_key[NTLM_KEY_SIZE])
{
    struct writer target_info = { 0 };
    uint8_t client_challenge[NTLM_CHALLENGE_SIZE];
    uint8_t key_exchange_key[NTLM_KEY_SIZE];
    struct ntlm_response_input input = {
        .server_challenge = challenge->server_challenge,
        .client_challenge = client_challenge,
    };
    bool has_time = false;
    uint32_t status = 0;

    status = ntlm_extend_target_info(challenge->target_info, utf16_from_name(&ntlm->target_name),
                                     &target_info, &has_time, &input.time);
    if (status)
    {
        goto done;
    }
    input.target_info = written(&target_info);
    if (!has_time)
    {
        input.time = platform_filetime();
    }
    status = platform_random(client_challenge, sizeof(client_challenge));
    if (!status)
    {
        status = platform_random(ntlm->session_key, sizeof(ntlm->session_key));
    }
    if (!status)
    {
        status = ntlm_write_response(ntlm->response_key, &input, response, key_exchange_key);
    }
    if (!status)
    {
        status =
            ntlm_encrypt_session_key(key_exchange_key, ntlm->session_key, encrypted_session_key);
    }

done:
    wipe(key_exchange_key, sizeof(key_exchange_key));
    writer_free(&target_info);
    return status;
}

static uint32_t send_authenticate(struct ntlm *ntlm, struct bytes challenge_message,
                                  const struct ntlm_challenge *challenge, struct writer *answer)
{
    /* [MS-NLMP] 3.1.5.1.2: zeros where a MIC is sent. A real LM response never is. */
    static const uint8_t lm_response[LM_RESPONSE_SIZE];
    uint8_t encrypted_session_key[NTLM_KEY_SIZE];
    uint8_t mic[NTLM_MIC_SIZE];
    struct writer nt_response = { 0 };
    struct writer message = { 0 };
    uint32_t status = respond(ntlm, challenge, &nt_response, encrypted_session_key);

    if (status)
    {
        goto done;
    }
    ntlm_write_authenticate(&message,
                            &(struct ntlm_authenticate){
                                .flags = challenge->flags & FLAGS_ASKED_FOR,
                                .lm_response = { lm_response, sizeof(lm_response) },
                                .nt_response = written(&nt_response),
                                .domain = utf16_from_name(&ntlm->domain),
                                .user = utf16_from_name(&ntlm->user),
                                .workstation = utf16_from_name(&ntlm->workstation),
                                .encrypted_session_key = { encrypted_session_key, NTLM_KEY_SIZE },
                            });
    status = message.failed ? ERROR_NOT_ENOUGH_MEMORY
                            : ntlm_mic(ntlm->session_key, written(&ntlm->negotiate),
                                       challenge_message, written(&message), mic);
    if (!status)
    {
        writer_patch_bytes(&message, NTLM_MIC_OFFSET, mic, sizeof(mic));
        writer_bytes(answer, message.data, message.size);
        status = answer->failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
    }

done:
    writer_free(&nt_response);
    writer_free(&message);
    return status;
}

static uint32_t answer_challenge(struct ntlm *ntlm, struct bytes token, struct writer *answer)
{
    const uint32_t required = ntlm->anonymous ? ANONYMOUS_FLAGS_REQUIRED : FLAGS_REQUIRED;
    struct ntlm_challenge challenge;
    uint32_t status = ntlm_read_challenge(token, &challenge);

    if (status)
    {
        WARN("malformed challenge\n");
        return status;
    }
    if ((challenge.flags & required) != required)
    {
        WARN("the server's flags %#x lack %#x\n", challenge.flags, required & ~challenge.flags);
        return ERROR_BAD_NET_RESP;
    }
    status = ntlm->anonymous ? send_anonymous(&challenge, answer)
                             : send_authenticate(ntlm, token, &challenge, answer);
    if (!status)
    {
        ntlm->state = NTLM_DONE;
    }
    return status;
}

static uint32_t ntlm_step(struct mechanism *mechanism, struct bytes token, struct writer *answer,
                          bool *done)
{
    struct ntlm *ntlm = ntlm_from(mechanism);
    uint32_t status = ERROR_BAD_NET_RESP;

    if (ntlm->state == NTLM_EXPECTS_NOTHING && !token.size)
    {
        status = send_negotiate(ntlm, answer);
    }
    else if (ntlm->state == NTLM_EXPECTS_CHALLENGE)
    {
        status = answer_challenge(ntlm, token, answer);
    }
    *done = ntlm->state == NTLM_DONE;
    return status;
}

static bool has_key(const struct ntlm *ntlm)
{
    return ntlm->state == NTLM_DONE && !ntlm->anonymous;
}

static uint32_t ntlm_session_key(struct mechanism *mechanism, struct session_key *key)
{
    const struct ntlm *ntlm = ntlm_from(mechanism);

    key->size = 0;
    if (has_key(ntlm))
    {
        memcpy(key->data, ntlm->session_key, sizeof(ntlm->session_key));
        key->size = sizeof(ntlm->session_key);
    }
    return ERROR_SUCCESS;
}

/* SPNEGO's mechListMIC is the only thing that is signed with these keys, once in each direction:
 * the sequence number is 0 and the key stream at its start ([MS-SPNG] 3.3.5.1). */
static uint32_t sign_first(const struct ntlm *ntlm, enum ntlm_direction direction,
                           struct bytes data, uint8_t signature[NTLM_SIGNATURE_SIZE])
{
    uint8_t sign_key[NTLM_KEY_SIZE];
    uint8_t seal_key[NTLM_KEY_SIZE];
    struct crypto_rc4 *seal = NULL;
    uint32_t status = 0;

    if (!has_key(ntlm))
    {
        return ERROR_NOT_SUPPORTED;
    }
    status = ntlm_sign_key(ntlm->session_key, direction, sign_key);
    if (!status)
    {
        status = ntlm_seal_key(ntlm->session_key, direction, seal_key);
    }
    if (!status)
    {
        status = crypto_rc4_create((struct bytes){ seal_key, sizeof(seal_key) }, &seal);
    }
    if (!status)
    {
        status = ntlm_signature(sign_key, seal, 0, data, signature);
    }
    crypto_rc4_free(seal);
    wipe(sign_key, sizeof(sign_key));
    wipe(seal_key, sizeof(seal_key));
    return status;
}

static uint32_t ntlm_sign(struct mechanism *mechanism, struct bytes data, struct writer *mic)
{
    uint8_t signature[NTLM_SIGNATURE_SIZE];
    uint32_t status = sign_first(ntlm_from(mechanism), NTLM_CLIENT_TO_SERVER, data, signature);

    if (!status)
    {
        writer_bytes(mic, signature, sizeof(signature));
        status = mic->failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
    }
    return status;
}

static uint32_t ntlm_verify(struct mechanism *mechanism, struct bytes data, struct bytes mic)
{
    uint8_t signature[NTLM_SIGNATURE_SIZE];
    uint32_t status = sign_first(ntlm_from(mechanism), NTLM_SERVER_TO_CLIENT, data, signature);

    if (!status &&
        (mic.size != sizeof(signature) || !crypto_equal(mic.data, signature, sizeof(signature))))
    {
        status = ERROR_BAD_NET_RESP;
    }
    return status;
}

static void ntlm_free(struct mechanism *mechanism)
{
    struct ntlm *ntlm = ntlm_from(mechanism);

    writer_free(&ntlm->negotiate);
    wipe(ntlm, sizeof(*ntlm));
    free(ntlm);
}

/* 1.3.6.1.4.1.311.2.2.10 */
static const uint8_t ntlmssp_object_id[] = { 0x2B, 0x06, 0x01, 0x04, 0x01,
                                             0x82, 0x37, 0x02, 0x02, 0x0A };

static const struct mechanism_operations ntlm_operations = {
    .name = "NTLM",
    .object_id = { ntlmssp_object_id, sizeof(ntlmssp_object_id) },
    .step = ntlm_step,
    .session_key = ntlm_session_key,
    .sign = ntlm_sign,
    .verify = ntlm_verify,
    .free = ntlm_free,
};

uint32_t ntlm_create(const struct credentials *credentials, struct utf16_slice target_name,
                     struct mechanism **mechanism)
{
    struct ntlm *ntlm = calloc(1, sizeof(*ntlm));
    uint32_t status = ERROR_SUCCESS;

    *mechanism = NULL;
    if (!ntlm)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    ntlm->mechanism.operations = &ntlm_operations;
    ntlm->anonymous = credentials->kind == CREDENTIALS_ANONYMOUS;
    if (!ntlm->anonymous)
    {
        ntlm->user = credentials->user;
        ntlm->domain = credentials->domain;
        platform_computer_name(&ntlm->workstation);
        status = ntlm_response_key(utf16_from_name(&credentials->password),
                                   utf16_from_name(&credentials->user),
                                   utf16_from_name(&credentials->domain), ntlm->response_key);
    }
    if (!status && !utf16_name_set(&ntlm->target_name, target_name))
    {
        status = ERROR_INVALID_NAME;
    }
    if (status)
    {
        ntlm_free(&ntlm->mechanism);
        return status;
    }
    *mechanism = &ntlm->mechanism;
    return ERROR_SUCCESS;
}
