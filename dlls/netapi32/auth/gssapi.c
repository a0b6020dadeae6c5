/*
 * Kerberos through GSSAPI. RFC 2743, RFC 2744
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The mechanism is asked for by its own name, not as SPNEGO: spnego.c chooses.
 */
#include <gssapi/gssapi_ext.h>
#include <gssapi/gssapi_krb5.h>
#include <krb5/krb5.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "auth/attempt.h"
#include "auth/kerberos.h"
#include "base/status.h"
#include "base/wipe.h"
#include "platform/log.h"
#include "platform/posix_problem.h"

#define CONTEXT_REQUIREMENTS (GSS_C_MUTUAL_FLAG | GSS_C_INTEG_FLAG)

#define TARGET_SIZE (NAME_LENGTH_MAX * 3 + 1)

struct kerberos
{
    struct mechanism mechanism;
    char target[TARGET_SIZE]; /* the SPN, in UTF-8 */
    gss_name_t target_name;
    gss_cred_id_t credentials;
    gss_ctx_id_t context;
    bool established;
    struct writer first_token; /* until the first step has sent it */
};

/* 1.2.840.113554.1.2.2 */
static uint8_t object_id[] = { 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x12, 0x01, 0x02, 0x02 };
static gss_OID_desc kerberos_mechanism = { sizeof(object_id), object_id };

static struct kerberos *kerberos_from(struct mechanism *mechanism)
{
    return (struct kerberos *)mechanism;
}

/* What a minor status says, in words. */
struct reason
{
    char text[256];
};

static struct reason reason_of(OM_uint32 minor)
{
    struct reason reason = { "" };
    gss_buffer_desc text = GSS_C_EMPTY_BUFFER;
    OM_uint32 ignored = 0;
    OM_uint32 more = 0;

    if (!gss_display_status(&ignored, minor, GSS_C_MECH_CODE, &kerberos_mechanism, &more, &text))
    {
        snprintf(reason.text, sizeof(reason.text), "%.*s", (int)text.length,
                 (const char *)text.value);
        gss_release_buffer(&ignored, &text);
    }
    return reason;
}

/* What a minor status means to the caller: `otherwise`, but for what is nobody's fault. */
static uint32_t status_of(OM_uint32 minor, uint32_t otherwise)
{
    switch (minor)
    {
    case ENOMEM: return ERROR_NOT_ENOUGH_MEMORY;
    case (OM_uint32)KRB5KRB_AP_ERR_SKEW:
    case (OM_uint32)KRB5KRB_AP_ERR_TKT_NYV: return ERROR_TIME_SKEW;
    default: return otherwise;
    }
}

static void release_secret(gss_buffer_t buffer)
{
    OM_uint32 ignored = 0;

    if (buffer->value)
    {
        wipe(buffer->value, buffer->length);
    }
    gss_release_buffer(&ignored, buffer);
}

/* Goes one step on; the token, if there is one, is added to `answer`. */
static OM_uint32 initialize_context(struct kerberos *kerberos, struct bytes token,
                                    struct writer *answer, OM_uint32 *minor)
{
    gss_buffer_desc input = { token.size, (void *)(uintptr_t)token.data };
    gss_buffer_desc output = GSS_C_EMPTY_BUFFER;
    OM_uint32 attributes = 0;
    OM_uint32 major = gss_init_sec_context(
        minor, kerberos->credentials, &kerberos->context, kerberos->target_name,
        &kerberos_mechanism, CONTEXT_REQUIREMENTS, 0, GSS_C_NO_CHANNEL_BINDINGS,
        token.size ? &input : GSS_C_NO_BUFFER, NULL, &output, &attributes, NULL);

    if (!GSS_ERROR(major))
    {
        writer_bytes(answer, output.value, output.length);
    }
    if (major == GSS_S_COMPLETE && !(attributes & GSS_C_MUTUAL_FLAG))
    {
        WARN("the server did not prove who it is\n");
        major = GSS_S_FAILURE;
    }
    release_secret(&output);
    return major;
}

static uint32_t kerberos_step(struct mechanism *mechanism, struct bytes token,
                              struct writer *answer, bool *done)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    OM_uint32 major = GSS_S_COMPLETE;
    OM_uint32 minor = 0;

    *done = false;
    if (kerberos->first_token.size)
    {
        writer_bytes(answer, kerberos->first_token.data, kerberos->first_token.size);
        writer_free(&kerberos->first_token);
        return ERROR_SUCCESS;
    }
    /* A context that is established, or was given up, takes no further token. */
    if (kerberos->established || kerberos->context == GSS_C_NO_CONTEXT || !token.size)
    {
        return ERROR_BAD_NET_RESP;
    }
    major = initialize_context(kerberos, token, answer, &minor);
    if (major == GSS_S_COMPLETE)
    {
        kerberos->established = true;
        *done = true;
        return ERROR_SUCCESS;
    }
    if (major == GSS_S_CONTINUE_NEEDED)
    {
        return ERROR_SUCCESS;
    }
    WARN("the server's token is refused: %#x, %s\n", major, reason_of(minor).text);
    return status_of(minor, ERROR_BAD_NET_RESP);
}

static uint32_t kerberos_session_key(struct mechanism *mechanism, struct session_key *key)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    gss_buffer_set_t exported = GSS_C_NO_BUFFER_SET;
    uint32_t status = ERROR_NOT_SUPPORTED;
    OM_uint32 minor = 0;

    key->size = 0;
    if (!kerberos->established ||
        gss_inquire_sec_context_by_oid(&minor, kerberos->context, GSS_C_INQ_SSPI_SESSION_KEY,
                                       &exported))
    {
        return status;
    }
    /* The key, and behind it what kind it is. */
    if (exported->count && exported->elements[0].length &&
        exported->elements[0].length <= sizeof(key->data))
    {
        memcpy(key->data, exported->elements[0].value, exported->elements[0].length);
        key->size = exported->elements[0].length;
        status = ERROR_SUCCESS;
    }
    for (size_t i = 0; i < exported->count; i++)
    {
        wipe(exported->elements[i].value, exported->elements[i].length);
    }
    gss_release_buffer_set(&minor, &exported);
    return status;
}

static uint32_t kerberos_sign(struct mechanism *mechanism, struct bytes data, struct writer *mic)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    gss_buffer_desc message = { data.size, (void *)(uintptr_t)data.data };
    gss_buffer_desc code = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;

    if (!kerberos->established ||
        gss_get_mic(&minor, kerberos->context, GSS_C_QOP_DEFAULT, &message, &code))
    {
        return ERROR_NOT_SUPPORTED;
    }
    writer_bytes(mic, code.value, code.length);
    gss_release_buffer(&minor, &code);
    return ERROR_SUCCESS;
}

static uint32_t kerberos_verify(struct mechanism *mechanism, struct bytes data, struct bytes mic)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    gss_buffer_desc message = { data.size, (void *)(uintptr_t)data.data };
    gss_buffer_desc code = { mic.size, (void *)(uintptr_t)mic.data };
    OM_uint32 minor = 0;

    if (!kerberos->established)
    {
        return ERROR_NOT_SUPPORTED;
    }
    return gss_verify_mic(&minor, kerberos->context, &message, &code, NULL) == GSS_S_COMPLETE
               ? ERROR_SUCCESS
               : ERROR_BAD_NET_RESP;
}

static void kerberos_free(struct mechanism *mechanism)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    OM_uint32 ignored = 0;

    gss_delete_sec_context(&ignored, &kerberos->context, GSS_C_NO_BUFFER);
    gss_release_cred(&ignored, &kerberos->credentials);
    gss_release_name(&ignored, &kerberos->target_name);
    writer_free(&kerberos->first_token);
    free(kerberos);
}

static const struct mechanism_operations operations = {
    .name = "Kerberos",
    .object_id = { object_id, sizeof(object_id) },
    .step = kerberos_step,
    .session_key = kerberos_session_key,
    .sign = kerberos_sign,
    .verify = kerberos_verify,
    .free = kerberos_free,
};

/* ---- The first token ------------------------------------------------------------------------- */

/* What a problem with the ticket is about. */
struct subject
{
    char text[TARGET_SIZE + 32];
};

static struct subject subject_of(const struct kerberos *kerberos)
{
    struct subject subject;

    snprintf(subject.text, sizeof(subject.text), "The Kerberos ticket for %s", kerberos->target);
    return subject;
}

/* What keeps the user from having a ticket, though he has logged on: worth telling. */
static uint32_t no_ticket(const struct kerberos *kerberos, OM_uint32 minor)
{
    problem_set(subject_of(kerberos).text, ": %s", reason_of(minor).text);
    return status_of(minor, ERROR_NOT_SUPPORTED);
}

/* Splits an SPN, in place; NULL for what is none. */
static char *split_target(char *target)
{
    char *slash = strchr(target, '/');

    if (slash)
    {
        *slash++ = 0;
    }
    return slash;
}

/* The principal of the service, of the realm that the configuration has for its host, or else of none: then
 * the user's own realm is asked, and it knows where the server belongs. The name stays as it is, where
 * GSSAPI's own names of services would be looked up in DNS: who answers there could have another server
 * meant. */
static char *make_principal(krb5_context context, const char *target)
{
    char service[TARGET_SIZE];
    char *host = NULL;
    krb5_principal principal = NULL;
    char *text = NULL;

    snprintf(service, sizeof(service), "%s", target);
    host = split_target(service);
    if (host && !krb5_sname_to_principal(context, host, service, KRB5_NT_UNKNOWN, &principal))
    {
        if (krb5_unparse_name(context, principal, &text))
        {
            text = NULL;
        }
        krb5_free_principal(context, principal);
    }
    return text;
}

static uint32_t import_target(struct kerberos *kerberos)
{
    krb5_context context = NULL;
    gss_buffer_desc name = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    OM_uint32 major = GSS_S_FAILURE;
    char *principal = NULL;
    const krb5_error_code error = krb5_init_context(&context);

    if (error)
    {
        TRACE("no configuration of Kerberos: %d\n", (int)error);
        return error == ENOMEM ? ERROR_NOT_ENOUGH_MEMORY : ERROR_NOT_SUPPORTED;
    }
    principal = make_principal(context, kerberos->target);
    if (principal)
    {
        name = (gss_buffer_desc){ strlen(principal), principal };
        major = gss_import_name(&minor, &name, GSS_KRB5_NT_PRINCIPAL_NAME, &kerberos->target_name);
        krb5_free_unparsed_name(context, principal);
    }
    krb5_free_context(context);
    return major == GSS_S_COMPLETE ? ERROR_SUCCESS : status_of(minor, ERROR_NOT_SUPPORTED);
}

/* The user's tickets, as the system has them. ERROR_NOT_SUPPORTED without any. */
static uint32_t acquire_credentials(struct kerberos *kerberos)
{
    gss_OID_set_desc mechanisms = { 1, &kerberos_mechanism };
    OM_uint32 minor = 0;
    OM_uint32 major = gss_acquire_cred(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &mechanisms,
                                       GSS_C_INITIATE, &kerberos->credentials, NULL, NULL);

    if (major == GSS_S_COMPLETE)
    {
        return ERROR_SUCCESS;
    }
    TRACE("no credentials: %#x, %s\n", major, reason_of(minor).text);
    return status_of(minor, ERROR_NOT_SUPPORTED);
}

/* ERROR_SUCCESS when the user has a ticket for the server, which is then in the first token. It waits for
 * a key distribution centre as long as Kerberos likes. */
static uint32_t get_ticket(struct mechanism *mechanism)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    OM_uint32 minor = 0;
    OM_uint32 major = GSS_S_COMPLETE;
    uint32_t status = acquire_credentials(kerberos);

    if (!status)
    {
        status = import_target(kerberos);
    }
    if (status)
    {
        return status;
    }
    major = initialize_context(kerberos, (struct bytes){ 0 }, &kerberos->first_token, &minor);
    if (major != GSS_S_CONTINUE_NEEDED)
    {
        return no_ticket(kerberos, minor);
    }
    problem_clear(subject_of(kerberos).text);
    return kerberos->first_token.failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
}

uint32_t kerberos_create(struct utf16_slice target_name, uint64_t deadline,
                         struct mechanism **mechanism)
{
    struct kerberos *kerberos = calloc(1, sizeof(*kerberos));

    *mechanism = NULL;
    if (!kerberos)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    kerberos->mechanism.operations = &operations;
    if (!utf16_to_utf8(target_name, kerberos->target, sizeof(kerberos->target)))
    {
        kerberos_free(&kerberos->mechanism);
        return ERROR_NOT_SUPPORTED;
    }
    return attempt_until(&kerberos->mechanism, get_ticket, deadline, mechanism);
}

void kerberos_rest(void)
{
}
