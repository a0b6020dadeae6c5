/*
 * Whether a password keeps the rules: what NetValidatePasswordPolicy asks, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_PASSWORD_POLICY_H
#define NETAPI32_ACCOUNTS_PASSWORD_POLICY_H

#include "base/arena.h"
#include "levels/account_rule_levels.h"
#include "levels/level.h"

/* NET_VALIDATE_PASSWORD_TYPE; [MS-SAMR] 2.2.9.2 PASSWORD_POLICY_VALIDATION_TYPE has the same. */
enum password_validation_type
{
    VALIDATE_AUTHENTICATION = 1,
    VALIDATE_PASSWORD_CHANGE = 2,
    VALIDATE_PASSWORD_RESET = 3,
};

/* Members of struct password_record: NET_VALIDATE_PERSISTED_FIELDS' PresentFields. */
enum password_record_field
{
    RECORD_PASSWORD_LAST_SET = 0x01,
    RECORD_BAD_PASSWORD_TIME = 0x02,
    RECORD_LOCKOUT_TIME = 0x04,
    RECORD_BAD_PASSWORD_COUNT = 0x08,
    RECORD_HISTORY_LENGTH = 0x10,
    RECORD_HISTORY = 0x20,
};

/* What an application keeps of an account. Times in 100 ns since 1601. */
struct password_record
{
    uint32_t fields; /* of a result: those that the application is to keep anew */
    uint64_t password_last_set;
    uint64_t bad_password_time;
    uint64_t lockout_time;
    uint32_t bad_password_count;
    uint32_t history_length;
    struct info_bytes *history; /* hashes */
};

struct password_validation
{
    enum password_validation_type type;
    struct password_record record;
    bool password_matched; /* of an authentication and of a change */
    struct utf16_slice password;
    struct utf16_slice account;
    struct info_bytes hash;
    bool must_change_at_logon; /* of a reset, as is the next one */
    bool clear_lockout;
    /* What comes back: */
    struct password_record changed;
    uint32_t status; /* a Win32 code: NERR_PasswordTooShort, NERR_PasswordMustChange, ... */
};

/* What the rules say at a time (FILETIME): validation->changed and ->status. The history of a result is
 * in the arena, its hashes are those of the validation. ERROR_INVALID_PARAMETER for a type that there
 * is not, ERROR_NOT_ENOUGH_MEMORY. */
uint32_t password_policy_validate(const struct account_rules *rules, uint64_t now,
                                  struct arena *arena, struct password_validation *validation);

#endif
