/*
 * Kerberos through SSPI.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The package is asked for by its own name, not as Negotiate: spnego.c chooses, and Wine's NTLM
 * would call back into this DLL.
 */
#include <windows.h>

#define SECURITY_WIN32
#include <security.h>

#include <stdlib.h>
#include <string.h>

#include "auth/attempt.h"
#include "auth/kerberos.h"
#include "base/wipe.h"
#include "platform/log.h"
#include "platform/win32_secur32.h"

/* A token with a large PAC; [MS-KILE] 3.1.1.4 (MaxTokenSize). */
#define TOKEN_SIZE_MAX 48000

#define CONTEXT_REQUIREMENTS (ISC_REQ_MUTUAL_AUTH | ISC_REQ_INTEGRITY)

struct kerberos
{
    struct mechanism mechanism;
    HMODULE secur32;
    const SecurityFunctionTableW *sspi;
    struct utf16_name target_name;
    CredHandle credentials;
    bool has_credentials;
    CtxtHandle context;
    bool has_context;
    bool established;
    struct writer first_token; /* until the first step has sent it */
};

/* NULL where there is no SSPI. */
static const SecurityFunctionTableW *sspi_load(HMODULE *secur32)
{
    INIT_SECURITY_INTERFACE_W init_security_interface = NULL;

    *secur32 = secur32_load();
    if (!*secur32)
    {
        WARN("secur32.dll cannot be loaded: %lu\n", GetLastError());
        return NULL;
    }
    init_security_interface =
        (INIT_SECURITY_INTERFACE_W)(void *)GetProcAddress(*secur32, "InitSecurityInterfaceW");
    return init_security_interface ? init_security_interface() : NULL;
}

static struct kerberos *kerberos_from(struct mechanism *mechanism)
{
    return (struct kerberos *)mechanism;
}

/* Goes one step on; the token, if there is one, is added to `answer`. */
static SECURITY_STATUS initialize_context(struct kerberos *kerberos, struct bytes token,
                                          struct writer *answer)
{
    SecBuffer in = { (ULONG)token.size, SECBUFFER_TOKEN, (void *)(ULONG_PTR)token.data };
    SecBuffer out = { TOKEN_SIZE_MAX, SECBUFFER_TOKEN, calloc(1, TOKEN_SIZE_MAX) };
    SecBufferDesc input = { SECBUFFER_VERSION, 1, &in };
    SecBufferDesc output = { SECBUFFER_VERSION, 1, &out };
    SECURITY_STATUS status = SEC_E_INSUFFICIENT_MEMORY;
    ULONG attributes = 0;
    TimeStamp expiry;

    if (!out.pvBuffer)
    {
        return status;
    }
    status = kerberos->sspi->InitializeSecurityContextW(
        &kerberos->credentials, kerberos->has_context ? &kerberos->context : NULL,
        kerberos->target_name.units, CONTEXT_REQUIREMENTS, 0, SECURITY_NETWORK_DREP,
        kerberos->has_context ? &input : NULL, 0, &kerberos->context, &output, &attributes,
        &expiry);
    if (status == SEC_E_OK || status == SEC_I_CONTINUE_NEEDED)
    {
        kerberos->has_context = true;
        writer_bytes(answer, out.pvBuffer, out.cbBuffer);
    }
    if (status == SEC_E_OK && !(attributes & ISC_RET_MUTUAL_AUTH))
    {
        WARN("the server did not prove who it is\n");
        status = SEC_E_MUTUAL_AUTH_FAILED;
    }
    wipe(out.pvBuffer, TOKEN_SIZE_MAX);
    free(out.pvBuffer);
    return status;
}

static uint32_t kerberos_step(struct mechanism *mechanism, struct bytes token,
                              struct writer *answer, bool *done)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    SECURITY_STATUS status = SEC_E_OK;

    *done = false;
    if (kerberos->first_token.size)
    {
        writer_bytes(answer, kerberos->first_token.data, kerberos->first_token.size);
        writer_free(&kerberos->first_token);
        return ERROR_SUCCESS;
    }
    status = initialize_context(kerberos, token, answer);
    if (status == SEC_E_OK)
    {
        kerberos->established = true;
        *done = true;
        return ERROR_SUCCESS;
    }
    if (status == SEC_I_CONTINUE_NEEDED)
    {
        return ERROR_SUCCESS;
    }
    WARN("the server's token is refused: %#lx\n", status);
    return status == SEC_E_INSUFFICIENT_MEMORY ? ERROR_NOT_ENOUGH_MEMORY : ERROR_BAD_NET_RESP;
}

static uint32_t kerberos_session_key(struct mechanism *mechanism, struct session_key *key)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    SecPkgContext_SessionKey exported = { 0 };
    uint32_t status = ERROR_NOT_SUPPORTED;

    key->size = 0;
    if (kerberos->sspi->QueryContextAttributesW(&kerberos->context, SECPKG_ATTR_SESSION_KEY,
                                                &exported))
    {
        return status;
    }
    if (exported.SessionKeyLength && exported.SessionKeyLength <= sizeof(key->data))
    {
        memcpy(key->data, exported.SessionKey, exported.SessionKeyLength);
        key->size = exported.SessionKeyLength;
        status = ERROR_SUCCESS;
    }
    wipe(exported.SessionKey, exported.SessionKeyLength);
    kerberos->sspi->FreeContextBuffer(exported.SessionKey);
    return status;
}

static uint32_t kerberos_sign(struct mechanism *mechanism, struct bytes data, struct writer *mic)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    SecPkgContext_Sizes sizes = { 0 };
    SecBuffer buffers[] = {
        { (ULONG)data.size, SECBUFFER_DATA, (void *)(ULONG_PTR)data.data },
        { 0, SECBUFFER_TOKEN, NULL },
    };
    SecBufferDesc message = { SECBUFFER_VERSION, ARRAYSIZE(buffers), buffers };
    uint32_t status = ERROR_NOT_SUPPORTED;

    if (!kerberos->established ||
        kerberos->sspi->QueryContextAttributesW(&kerberos->context, SECPKG_ATTR_SIZES, &sizes))
    {
        return status;
    }
    buffers[1].cbBuffer = sizes.cbMaxSignature;
    buffers[1].pvBuffer = calloc(1, sizes.cbMaxSignature);
    if (!buffers[1].pvBuffer)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (kerberos->sspi->MakeSignature(&kerberos->context, 0, &message, 0) == SEC_E_OK)
    {
        writer_bytes(mic, buffers[1].pvBuffer, buffers[1].cbBuffer);
        status = ERROR_SUCCESS;
    }
    free(buffers[1].pvBuffer);
    return status;
}

static uint32_t kerberos_verify(struct mechanism *mechanism, struct bytes data, struct bytes mic)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    SecBuffer buffers[] = {
        { (ULONG)data.size, SECBUFFER_DATA, (void *)(ULONG_PTR)data.data },
        { (ULONG)mic.size, SECBUFFER_TOKEN, (void *)(ULONG_PTR)mic.data },
    };
    SecBufferDesc message = { SECBUFFER_VERSION, ARRAYSIZE(buffers), buffers };
    ULONG quality = 0;

    if (!kerberos->established)
    {
        return ERROR_NOT_SUPPORTED;
    }
    return kerberos->sspi->VerifySignature(&kerberos->context, &message, 0, &quality) == SEC_E_OK
               ? ERROR_SUCCESS
               : ERROR_BAD_NET_RESP;
}

static void kerberos_free(struct mechanism *mechanism)
{
    struct kerberos *kerberos = kerberos_from(mechanism);

    if (kerberos->has_context)
    {
        kerberos->sspi->DeleteSecurityContext(&kerberos->context);
    }
    if (kerberos->has_credentials)
    {
        kerberos->sspi->FreeCredentialsHandle(&kerberos->credentials);
    }
    writer_free(&kerberos->first_token);
    secur32_release(kerberos->secur32);
    free(kerberos);
}

/* 1.2.840.113554.1.2.2 */
static const uint8_t object_id[] = { 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x12, 0x01, 0x02, 0x02 };

static const struct mechanism_operations operations = {
    .name = "Kerberos",
    .object_id = { object_id, sizeof(object_id) },
    .step = kerberos_step,
    .session_key = kerberos_session_key,
    .sign = kerberos_sign,
    .verify = kerberos_verify,
    .free = kerberos_free,
};

/* Before the context is established there is no key to be had, but a package that never gives one
 * says so at once. Then nothing could be signed. */
static bool is_key_exported(struct kerberos *kerberos)
{
    static LONG told;
    SecPkgContext_SessionKey exported = { 0 };
    SECURITY_STATUS status = kerberos->sspi->QueryContextAttributesW(
        &kerberos->context, SECPKG_ATTR_SESSION_KEY, &exported);

    if (status == SEC_E_OK)
    {
        wipe(exported.SessionKey, exported.SessionKeyLength);
        kerberos->sspi->FreeContextBuffer(exported.SessionKey);
    }
    TRACE("asking for the session key gives %#lx\n", status);
    if (status != SEC_E_UNSUPPORTED_FUNCTION)
    {
        return true;
    }
    if (!InterlockedExchange(&told, 1))
    {
        FIXME("this system's Kerberos does not export its session key (Wine 10 does)\n");
    }
    return false;
}

/* ---- The first token ------------------------------------------------------------------------- */

/* What keeps the user from having a ticket: that there is none, or no memory, which is no reason to go on
 * as nobody. */
static uint32_t no_ticket(SECURITY_STATUS status)
{
    return status == SEC_E_INSUFFICIENT_MEMORY ? ERROR_NOT_ENOUGH_MEMORY : ERROR_NOT_SUPPORTED;
}

/* ERROR_SUCCESS when the user has a ticket for the server, which is then in the first token. It waits for
 * a key distribution centre as long as Kerberos likes. */
static uint32_t get_ticket(struct mechanism *mechanism)
{
    struct kerberos *kerberos = kerberos_from(mechanism);
    SECURITY_STATUS status =
        initialize_context(kerberos, (struct bytes){ 0 }, &kerberos->first_token);

    if (status != SEC_I_CONTINUE_NEEDED)
    {
        TRACE("no ticket for %s: %#lx\n", debugstr(utf16_from_name(&kerberos->target_name)).text,
              status);
        return no_ticket(status);
    }
    if (kerberos->first_token.failed)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    return is_key_exported(kerberos) ? ERROR_SUCCESS : ERROR_NOT_SUPPORTED;
}

static uint32_t acquire_credentials(struct kerberos *kerberos)
{
    WCHAR package[] = L"Kerberos";
    TimeStamp expiry;
    SECURITY_STATUS status =
        kerberos->sspi->AcquireCredentialsHandleW(NULL, package, SECPKG_CRED_OUTBOUND, NULL, NULL,
                                                  NULL, NULL, &kerberos->credentials, &expiry);

    kerberos->has_credentials = status == SEC_E_OK;
    if (status != SEC_E_OK)
    {
        TRACE("no credentials: %#lx\n", status);
        return no_ticket(status);
    }
    return ERROR_SUCCESS;
}

uint32_t kerberos_create(struct utf16_slice target_name, uint64_t deadline,
                         struct mechanism **mechanism)
{
    struct kerberos *kerberos = calloc(1, sizeof(*kerberos));
    uint32_t status = ERROR_NOT_SUPPORTED;

    *mechanism = NULL;
    if (!kerberos)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    kerberos->mechanism.operations = &operations;
    kerberos->sspi = sspi_load(&kerberos->secur32);
    if (kerberos->sspi && utf16_name_set(&kerberos->target_name, target_name))
    {
        status = acquire_credentials(kerberos);
    }
    if (status)
    {
        kerberos_free(&kerberos->mechanism);
        return status;
    }
    return attempt_until(&kerberos->mechanism, get_ticket, deadline, mechanism);
}

void kerberos_rest(void)
{
    secur32_rest();
}
