/*
 * Passwords of the users of a server: [MS-SAMR] 3.1.5.6.4, 3.1.5.10.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "base/wipe.h"
#include "families/accounts/account_server_user.h"
#include "families/accounts/samr_password.h"
#include "platform/platform.h"
#include "remote/facts.h"
#include "rpc/lsarpc.h"

/* ---- Setting --------------------------------------------------------------------------------- */

/* The classes that take a user with a password, the strongest first: AES, then RC4 with a salt. */
static const enum samr_user_class classes[] = { SAMR_USER_INTERNAL_8, SAMR_USER_INTERNAL_4_NEW };

static uint32_t encrypt(enum samr_user_class which, struct utf16_slice password,
                        const uint8_t key[SAMR_SESSION_KEY_SIZE], struct samr_password_aes *aes,
                        union samr_user_info *information)
{
    uint32_t status = ERROR_SUCCESS;

    if (which == SAMR_USER_INTERNAL_8)
    {
        status = samr_password_encrypt_aes(password, key, aes);
        information->internal_8.password = aes->encrypted;
        return status;
    }
    return samr_password_encrypt_new(password, key, information->internal_4.password);
}

/* Sets with one class; *is_unknown where the server does not know it. */
static uint32_t set_with(struct account_call *call, enum samr_user_class which,
                         struct samr_set_user *parameters, struct utf16_slice password,
                         const uint8_t key[SAMR_SESSION_KEY_SIZE], bool *is_unknown)
{
    struct samr_password_aes aes;
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = encrypt(which, password, key, &aes, &parameters->information);

    parameters->information_class = (uint16_t)which;
    *is_unknown = false;
    if (!status)
    {
        status = account_server_ask(call, SAMR_SET_INFORMATION_USER2, parameters, &reply);
        *is_unknown = reply.stub.data ? parameters->result == STATUS_INVALID_INFO_CLASS
                                      : call->remote.cannot_read;
    }
    rpc_reply_free(&reply);
    return status;
}

/* A server that says that it knows AES is sent nothing else. Of one that does not say so it is found out,
 * once: Samba 4.17 knows it all the same. */
static uint32_t set_strongest(struct account_call *call, struct samr_set_user *parameters,
                              struct utf16_slice password, const uint8_t key[SAMR_SESSION_KEY_SIZE])
{
    const struct facts_subject subject =
        remote_subject(&call->remote, &samr_interface, SAMR_SET_INFORMATION_USER2);
    const bool says_aes = account_server_of(call)->features & SAMR_FEATURE_AES;
    uint32_t status = ERROR_NOT_SUPPORTED;
    bool is_unknown = true;

    for (size_t i = 0; i < INFO_COUNT(classes) && is_unknown && !(i && says_aes); i++)
    {
        if (says_aes || !facts_lacks_level(&subject, classes[i], platform_now()))
        {
            status = set_with(call, classes[i], parameters, password, key, &is_unknown);
        }
        if (is_unknown && !says_aes)
        {
            facts_learn_lacks_level(&subject, classes[i], platform_now());
        }
    }
    return is_unknown ? ERROR_NOT_SUPPORTED : status;
}

uint32_t account_server_set_password(struct account_call *call, const struct context_handle *handle,
                                     const struct samr_user *user, struct utf16_slice password)
{
    struct samr_set_user parameters = { .user = *handle };
    uint8_t key[SAMR_SESSION_KEY_SIZE];
    uint32_t status = remote_session_key(&call->remote, key);

    if (status == ERROR_NO_USER_SESSION_KEY)
    {
        status = ERROR_NOT_SUPPORTED;
    }
    else if (!status)
    {
        /* The structures of both classes begin with the user. */
        parameters.information.user = *user;
        parameters.information.user.which_fields |= SAMR_FIELD_NT_PASSWORD;
        status = set_strongest(call, &parameters, password, key);
        wipe(key, sizeof(key));
    }
    return status == ERROR_PASSWORD_RESTRICTION ? NERR_PasswordTooShort : status;
}

/* ---- Changing -------------------------------------------------------------------------------- */

/* Asks something that everybody may: a change of a password is not sent twice, so it is not to be what
 * finds out that a connection from the pool is gone. */
static uint32_t connect_protected(struct account_call *call)
{
    struct samr_get_domain_password parameters = { .result = 0 };
    struct rpc_reply reply;
    uint32_t status = ERROR_SUCCESS;

    remote_demand_protection(&call->remote);
    status = account_server_ask(call, SAMR_GET_DOMAIN_PASSWORD_INFORMATION, &parameters, &reply);
    if (reply.stub.data || call->remote.lacks_operation)
    {
        status = ERROR_SUCCESS;
    }
    rpc_reply_free(&reply);
    return status;
}

/* Whom the server takes the caller for. */
static uint32_t find_own_name(struct account_call *call, struct utf16_slice *name)
{
    struct lsar_get_user_name parameters = {
        .system_name = utf16_from_name(&call->remote.server.unc_name),
    };
    struct rpc_reply reply;
    uint32_t status =
        account_server_call(call, &lsarpc_interface, LSAR_GET_USER_NAME, &parameters, &reply);

    if (!status && !parameters.user_name)
    {
        status = RPC_S_PROTOCOL_ERROR;
    }
    if (!status)
    {
        *name = *parameters.user_name;
        status = account_call_keep_text(call, name) ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    rpc_reply_free(&reply);
    return status;
}

/* What the two ways of a change have in common. */
struct password_change
{
    struct utf16_slice server;
    struct utf16_slice name;
    struct utf16_slice old_password;
    struct utf16_slice new_password;
};

/* Where the server has no such operation: call->remote.lacks_operation. */
static uint32_t change_with_aes(struct account_call *call, struct password_change *change)
{
    struct samr_password_aes encrypted;
    struct samr_change_password_4 parameters = { .server = &change->server, .user = change->name };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status =
        samr_password_change_aes(change->old_password, change->new_password, &encrypted);

    call->remote.lacks_operation = false;
    if (!status)
    {
        parameters.password = encrypted.encrypted;
        status = account_server_ask_if_offered(call, SAMR_UNICODE_CHANGE_PASSWORD_USER4,
                                               &parameters, &reply);
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t change_with_rc4(struct account_call *call, struct password_change *change)
{
    struct samr_password_change encrypted;
    struct samr_change_password parameters = {
        .server = &change->server,
        .user = change->name,
        .new_password_with_old_nt = encrypted.new_with_old,
        .old_nt_with_new_nt = encrypted.old_hash_with_new,
    };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = samr_password_change(change->old_password, change->new_password, &encrypted);

    if (!status)
    {
        status = account_server_ask(call, SAMR_UNICODE_CHANGE_PASSWORD_USER2, &parameters, &reply);
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t account_server_change_password(struct account_call *call, struct utf16_slice name,
                                        struct utf16_slice old_password,
                                        struct utf16_slice new_password)
{
    struct password_change change = {
        .name = name,
        .old_password = old_password,
        .new_password = new_password,
    };
    uint32_t status = connect_protected(call);

    if (!status && !name.length)
    {
        status = find_own_name(call, &change.name);
    }
    if (!status)
    {
        change.server = utf16_from_name(&call->remote.server.unc_name);
        status = change_with_aes(call, &change);
        if (call->remote.lacks_operation)
        {
            status = change_with_rc4(call, &change);
        }
    }
    return status == ERROR_PASSWORD_RESTRICTION ? NERR_PasswordTooShort : status;
}
