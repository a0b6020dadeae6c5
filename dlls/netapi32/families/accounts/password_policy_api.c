/*
 * Whether a password keeps the rules: NetValidatePasswordPolicy, NetValidatePasswordPolicyFree.
 * Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmapibuf.h>
#include <lmerr.h>

#include "api/debug.h"
#include "families/accounts/password_policy.h"
#include "families/accounts/rules.h"
#include "platform/platform.h"

/* The longest history that is looked at, and the longest hash, in bytes: no digest has so many. */
#define HISTORY_MAX 1024u
#define HASH_MAX    1024u

static uint64_t time_of(FILETIME time)
{
    return (uint64_t)time.dwHighDateTime << 32 | time.dwLowDateTime;
}

static FILETIME filetime_of(uint64_t time)
{
    return (FILETIME){ (DWORD)time, (DWORD)(time >> 32) };
}

/* ---- What is asked --------------------------------------------------------------------------- */

/* False for a hash that is none. */
static BOOL read_hash(const NET_VALIDATE_PASSWORD_HASH *hash, struct info_bytes *bytes)
{
    *bytes = (struct info_bytes){ hash->Hash, hash->Hash ? hash->Length : 0 };
    return hash->Length <= HASH_MAX && (hash->Hash || !hash->Length);
}

/* The history is `history`, which the caller releases, of whatever comes out. */
static DWORD read_record(const NET_VALIDATE_PERSISTED_FIELDS *fields,
                         struct password_record *record)
{
    const NET_VALIDATE_PASSWORD_HASH *hashes = fields->PasswordHistory;
    DWORD count = hashes ? fields->PasswordHistoryLength : 0;

    *record = (struct password_record){
        .fields = fields->PresentFields,
        .password_last_set = time_of(fields->PasswordLastSet),
        .bad_password_time = time_of(fields->BadPasswordTime),
        .lockout_time = time_of(fields->LockoutTime),
        .bad_password_count = fields->BadPasswordCount,
    };
    if (count > HISTORY_MAX)
    {
        return ERROR_INVALID_PARAMETER;
    }
    record->history =
        HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, (count + 1) * sizeof(*record->history));
    if (!record->history)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    record->history_length = count;
    for (DWORD i = 0; i < count; i++)
    {
        if (!read_hash(&hashes[i], &record->history[i]))
        {
            return ERROR_INVALID_PARAMETER;
        }
    }
    return NERR_Success;
}

static DWORD read_input(NET_VALIDATE_PASSWORD_TYPE type, const void *input,
                        struct password_validation *validation)
{
    const NET_VALIDATE_AUTHENTICATION_INPUT_ARG *authentication = input;
    const NET_VALIDATE_PASSWORD_CHANGE_INPUT_ARG *change = input;
    const NET_VALIDATE_PASSWORD_RESET_INPUT_ARG *reset = input;
    BOOL is_hash = TRUE;

    *validation = (struct password_validation){ .type = (enum password_validation_type)type };
    switch (type)
    {
    case NetValidateAuthentication:
        validation->password_matched = authentication->PasswordMatched;
        break;
    case NetValidatePasswordChange:
        validation->password = slice_w(change->ClearPassword);
        validation->account = slice_w(change->UserAccountName);
        is_hash = read_hash(&change->HashedPassword, &validation->hash);
        validation->password_matched = change->PasswordMatch;
        break;
    case NetValidatePasswordReset:
        validation->password = slice_w(reset->ClearPassword);
        validation->account = slice_w(reset->UserAccountName);
        is_hash = read_hash(&reset->HashedPassword, &validation->hash);
        validation->must_change_at_logon = reset->PasswordMustChangeAtNextLogon;
        validation->clear_lockout = reset->ClearLockout;
        break;
    default: return ERROR_INVALID_PARAMETER;
    }
    if (!is_hash)
    {
        return ERROR_INVALID_PARAMETER;
    }
    /* All three begin with the record. */
    return read_record(&authentication->InputPersistedFields, &validation->record);
}

/* ---- What is answered ------------------------------------------------------------------------ */

static size_t size_of_answer(const struct password_record *record)
{
    size_t size = sizeof(NET_VALIDATE_OUTPUT_ARG);

    for (uint32_t i = 0; i < record->history_length; i++)
    {
        size += sizeof(NET_VALIDATE_PASSWORD_HASH) + record->history[i].size;
    }
    return size;
}

/* The structure, the hashes behind it, and their bytes behind them: one block. */
static uint32_t pack(const struct password_validation *validation, void **buffer)
{
    const struct password_record *record = &validation->changed;
    NET_VALIDATE_OUTPUT_ARG *output = NULL;
    NET_VALIDATE_PASSWORD_HASH *hashes = NULL;
    BYTE *bytes = NULL;

    *buffer = platform_api_allocate(size_of_answer(record));
    if (!*buffer)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    output = *buffer;
    hashes = (NET_VALIDATE_PASSWORD_HASH *)(output + 1);
    bytes = (BYTE *)(hashes + record->history_length);
    *output = (NET_VALIDATE_OUTPUT_ARG){ .ValidationStatus = validation->status };
    output->ChangedPersistedFields = (NET_VALIDATE_PERSISTED_FIELDS){
        .PresentFields = record->fields,
        .PasswordLastSet = filetime_of(record->password_last_set),
        .BadPasswordTime = filetime_of(record->bad_password_time),
        .LockoutTime = filetime_of(record->lockout_time),
        .BadPasswordCount = record->bad_password_count,
        .PasswordHistoryLength = record->history_length,
        .PasswordHistory = record->history_length ? hashes : NULL,
    };
    for (uint32_t i = 0; i < record->history_length; i++)
    {
        hashes[i] = (NET_VALIDATE_PASSWORD_HASH){ (ULONG)record->history[i].size, bytes };
        if (record->history[i].size)
        {
            memcpy(bytes, record->history[i].data, record->history[i].size);
        }
        bytes += record->history[i].size;
    }
    return NERR_Success;
}

/* ---- The functions --------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetValidatePasswordPolicy(LPCWSTR ServerName, LPVOID Qualifier,
                                                NET_VALIDATE_PASSWORD_TYPE ValidationType,
                                                LPVOID InputArg, LPVOID *OutputArg)
{
    struct password_validation validation;
    NET_API_STATUS status = NERR_Success;

    if (!OutputArg)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *OutputArg = NULL;
    if (!InputArg || Qualifier) /* which is reserved */
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = read_input(ValidationType, InputArg, &validation);
    if (!status)
    {
        status = rules_validate_password(slice_w(ServerName), &validation, pack, OutputArg);
    }
    HeapFree(GetProcessHeap(), 0, validation.record.history);
    return status;
}

NET_API_STATUS WINAPI NetValidatePasswordPolicyFree(LPVOID *OutputArg)
{
    if (OutputArg)
    {
        NetApiBufferFree(*OutputArg);
        *OutputArg = NULL;
    }
    return NERR_Success;
}
