/*
 * Whether a password keeps the rules of a server: [MS-SAMR] 3.1.5.13.7.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/status.h"
#include "families/accounts/account_server.h"
#include "families/accounts/password_policy.h"
#include "platform/platform.h"

/* What NetValidatePasswordPolicy documents for SAM_VALIDATE_VALIDATION_STATUS. */
static const uint32_t codes[] = {
    [SAMR_VALIDATE_SUCCESS] = NERR_Success,
    [SAMR_VALIDATE_PASSWORD_MUST_CHANGE] = NERR_PasswordMustChange,
    [SAMR_VALIDATE_ACCOUNT_LOCKED_OUT] = NERR_AccountLockedOut,
    [SAMR_VALIDATE_PASSWORD_EXPIRED] = NERR_PasswordExpired,
    [SAMR_VALIDATE_PASSWORD_INCORRECT] = NERR_BadPassword,
    [SAMR_VALIDATE_PASSWORD_IS_IN_HISTORY] = NERR_PasswordHistConflict,
    [SAMR_VALIDATE_PASSWORD_TOO_SHORT] = NERR_PasswordTooShort,
    [SAMR_VALIDATE_PASSWORD_TOO_LONG] = NERR_PasswordTooLong,
    [SAMR_VALIDATE_PASSWORD_NOT_COMPLEX_ENOUGH] = NERR_PasswordNotComplexEnough,
    [SAMR_VALIDATE_PASSWORD_TOO_RECENT] = NERR_PasswordTooRecent,
    [SAMR_VALIDATE_PASSWORD_FILTER_ERROR] = NERR_PasswordFilterError,
};

/* ---- There ----------------------------------------------------------------------------------- */

/* The bits of both are the same. */
static bool put_record(struct account_call *call, const struct password_record *record,
                       struct samr_validate_fields *fields)
{
    const uint32_t count = record->fields & RECORD_HISTORY ? record->history_length : 0;
    struct samr_validate_hash *hashes = arena_array(&call->arena, count, sizeof(*hashes));

    for (uint32_t i = 0; i < count && hashes; i++)
    {
        hashes[i].length = (uint32_t)record->history[i].size;
        hashes[i].hash = (struct bytes){ record->history[i].data, record->history[i].size };
    }
    *fields = (struct samr_validate_fields){
        .present = record->fields,
        .password_last_set = record->password_last_set,
        .bad_password_time = record->bad_password_time,
        .lockout_time = record->lockout_time,
        .bad_password_count = record->bad_password_count,
        .history_length = count,
        .history = hashes,
    };
    return hashes;
}

/* ---- And back -------------------------------------------------------------------------------- */

static bool keep_history(struct account_call *call, const struct samr_validate_fields *fields,
                         struct password_record *record)
{
    record->history = arena_array(&call->arena, fields->history_length, sizeof(*record->history));
    for (uint32_t i = 0; i < fields->history_length && record->history; i++)
    {
        const struct bytes hash = fields->history[i].hash;

        record->history[i] = (struct info_bytes){ hash.data, hash.size };
        if (!account_call_keep_bytes(call, &record->history[i]))
        {
            return false;
        }
    }
    return record->history;
}

static uint32_t take_answer(struct account_call *call, const struct samr_validate_answer *answer,
                            struct password_validation *validation)
{
    const struct samr_validate_fields *fields = &answer->fields;

    if (answer->status >= INFO_COUNT(codes))
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    validation->status = codes[answer->status];
    validation->changed = (struct password_record){
        .fields = fields->present,
        .password_last_set = fields->password_last_set,
        .bad_password_time = fields->bad_password_time,
        .lockout_time = fields->lockout_time,
        .bad_password_count = fields->bad_password_count,
        .history_length = fields->history_length,
    };
    return keep_history(call, fields, &validation->changed) ? ERROR_SUCCESS
                                                            : ERROR_NOT_ENOUGH_MEMORY;
}

static uint32_t ask_server(struct account_call *call, struct password_validation *validation)
{
    struct samr_validate_password parameters = {
        .validation_type = (uint16_t)validation->type,
        .input.request = {
            .clear_password = validation->password,
            .account_name = validation->account,
            .hash = { (uint32_t)validation->hash.size,
                      { validation->hash.data, validation->hash.size } },
            .password_matched = validation->password_matched,
            .must_change_at_next_logon = validation->must_change_at_logon,
            .clear_lockout = validation->clear_lockout,
        },
    };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = ERROR_SUCCESS;

    if (!put_record(call, &validation->record, &parameters.input.request.fields))
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    status = account_server_ask(call, SAMR_VALIDATE_PASSWORD, &parameters, &reply);
    if (!status)
    {
        status = parameters.output ? take_answer(call, &parameters.output->answer, validation)
                                   : RPC_S_PROTOCOL_ERROR;
    }
    rpc_reply_free(&reply);
    return status;
}

/* ---- By the server's rules, here ------------------------------------------------------------- */

#define RULES                                                                                      \
    (RULE_FIELD_PASSWORD_LENGTH_MIN | RULE_FIELD_PASSWORD_AGE_MAX | RULE_FIELD_PASSWORD_AGE_MIN |  \
     RULE_FIELD_PASSWORD_HISTORY | RULE_FIELD_LOCKOUT_DURATION | RULE_FIELD_LOCKOUT_WINDOW |       \
     RULE_FIELD_LOCKOUT_THRESHOLD)

static uint32_t apply_rules(struct account_call *call, struct password_validation *validation)
{
    struct account_rules rules = { .role = 0 };
    uint32_t status = account_server_get_rules(call, RULES, &rules);

    return status ? status
                  : password_policy_validate(&rules, platform_filetime(), &call->arena, validation);
}

/* The password is in the question as it is, so only an encrypted connection will do. Many servers want
 * the encryption of RPC itself, and refuse: Samba does. */
uint32_t account_server_validate_password(struct account_call *call,
                                          struct password_validation *validation)
{
    uint32_t status = account_server_connect(call);

    if (status)
    {
        return status;
    }
    if (validation->password.length && !remote_is_encrypted(&call->remote))
    {
        return apply_rules(call, validation);
    }
    status = ask_server(call, validation);
    if (status == ERROR_ACCESS_DENIED || call->remote.lacks_operation)
    {
        return apply_rules(call, validation);
    }
    return status;
}
