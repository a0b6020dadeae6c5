/*
 * Whether a password keeps the rules: [MS-SAMR] 3.1.5.13.7.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/password_policy.h"

#include <string.h>

#include "base/status.h"
#include "platform/platform.h"

#define PASSWORD_LENGTH_MAX 256 /* PWLEN */
#define FOR_EVER            UINT32_MAX

/* What a validation is made with. */
struct context
{
    const struct account_rules *rules;
    uint64_t now;
    struct arena *arena;
    struct password_validation *validation;
};

/* ---- Times ----------------------------------------------------------------------------------- */

/* A time and so many seconds; the end of time where it does not come. */
static uint64_t after(uint64_t time, uint32_t seconds)
{
    const uint64_t duration = (uint64_t)seconds * FILETIME_SECOND;

    return seconds == FOR_EVER || time > UINT64_MAX - duration ? UINT64_MAX : time + duration;
}

/* ---- What changes ---------------------------------------------------------------------------- */

static void set_bad_password_count(struct context *context, uint32_t count)
{
    context->validation->changed.bad_password_count = count;
    context->validation->changed.fields |= RECORD_BAD_PASSWORD_COUNT;
}

static void set_lockout_time(struct context *context, uint64_t time)
{
    context->validation->changed.lockout_time = time;
    context->validation->changed.fields |= RECORD_LOCKOUT_TIME;
}

static void set_password_last_set(struct context *context, uint64_t time)
{
    context->validation->changed.password_last_set = time;
    context->validation->changed.fields |= RECORD_PASSWORD_LAST_SET;
}

static void count_right_password(struct context *context)
{
    if (context->validation->record.bad_password_count)
    {
        set_bad_password_count(context, 0);
    }
}

static uint32_t count_wrong_password(struct context *context)
{
    const struct account_rules *rules = context->rules;
    const struct password_record *record = &context->validation->record;
    struct password_record *changed = &context->validation->changed;
    const bool goes_on = after(record->bad_password_time, rules->lockout_window) >= context->now;
    const uint32_t before = goes_on ? record->bad_password_count : 0;

    set_bad_password_count(context, before < UINT32_MAX ? before + 1 : before);
    changed->bad_password_time = context->now;
    changed->fields |= RECORD_BAD_PASSWORD_TIME;
    if (rules->lockout_threshold && changed->bad_password_count >= rules->lockout_threshold)
    {
        set_lockout_time(context, context->now);
    }
    return NERR_BadPassword;
}

/* The new password's hash, and as many of those before as the rules want to be remembered. */
static uint32_t remember_password(struct context *context)
{
    const struct password_record *record = &context->validation->record;
    struct password_record *changed = &context->validation->changed;
    const size_t most = context->rules->password_history;
    const size_t new = context->validation->hash.data &&most;
    size_t old = record->history ? record->history_length : 0;
    struct info_bytes *history = NULL;

    old = old < most - new ? old : most - new;
    if (!most)
    {
        return ERROR_SUCCESS;
    }
    history = arena_array(context->arena, new + old, sizeof(*history));
    if (!history)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (new)
    {
        history[0] = context->validation->hash;
    }
    if (old)
    {
        memcpy(history + new, record->history, old * sizeof(*history));
    }
    changed->history = history;
    changed->history_length = (uint32_t)(new + old);
    changed->fields |= RECORD_HISTORY_LENGTH | RECORD_HISTORY;
    return ERROR_SUCCESS;
}

/* ---- What is asked --------------------------------------------------------------------------- */

static bool is_locked_out(const struct context *context)
{
    const uint64_t lockout_time = context->validation->record.lockout_time;

    return lockout_time && after(lockout_time, context->rules->lockout_duration) >= context->now;
}

static void end_lockout(struct context *context)
{
    if (context->validation->record.lockout_time)
    {
        set_lockout_time(context, 0);
    }
}

static uint32_t check_length(const struct context *context)
{
    const size_t length = context->validation->password.length;

    if (length < context->rules->password_length_min)
    {
        return NERR_PasswordTooShort;
    }
    return length > PASSWORD_LENGTH_MAX ? NERR_PasswordTooLong : ERROR_SUCCESS;
}

static bool is_remembered(const struct context *context)
{
    const struct password_record *record = &context->validation->record;
    const struct info_bytes hash = context->validation->hash;

    for (size_t i = 0;
         record->history && i < record->history_length && i < context->rules->password_history; i++)
    {
        const struct info_bytes old = record->history[i];

        if (hash.data && old.data && hash.size == old.size &&
            !memcmp(hash.data, old.data, hash.size))
        {
            return true;
        }
    }
    return false;
}

/* ---- The three kinds ------------------------------------------------------------------------- */

/* [MS-SAMR] 3.1.5.13.7.1 */
static uint32_t validate_authentication(struct context *context)
{
    const struct password_record *record = &context->validation->record;

    if (is_locked_out(context))
    {
        return NERR_AccountLockedOut;
    }
    end_lockout(context);
    if (!context->validation->password_matched)
    {
        return count_wrong_password(context);
    }
    if (!record->password_last_set)
    {
        return NERR_PasswordMustChange;
    }
    if (after(record->password_last_set, context->rules->password_age_max) < context->now)
    {
        return NERR_PasswordExpired;
    }
    count_right_password(context);
    return ERROR_SUCCESS;
}

/* [MS-SAMR] 3.1.5.13.7.2 */
static uint32_t validate_change(struct context *context)
{
    const struct password_record *record = &context->validation->record;
    uint32_t status = ERROR_SUCCESS;

    if (is_locked_out(context))
    {
        return NERR_AccountLockedOut;
    }
    end_lockout(context);
    if (after(record->password_last_set, context->rules->password_age_min) > context->now)
    {
        return NERR_PasswordTooRecent;
    }
    if (!context->validation->password_matched)
    {
        return count_wrong_password(context);
    }
    status = check_length(context);
    if (status)
    {
        return status;
    }
    if (is_remembered(context))
    {
        return NERR_PasswordHistConflict;
    }
    set_password_last_set(context, context->now);
    count_right_password(context);
    return remember_password(context);
}

/* [MS-SAMR] 3.1.5.13.7.3 */
static uint32_t validate_reset(struct context *context)
{
    uint32_t status = check_length(context);

    if (status)
    {
        return status;
    }
    set_password_last_set(context, context->validation->must_change_at_logon ? 0 : context->now);
    if (context->validation->clear_lockout)
    {
        set_lockout_time(context, 0);
    }
    count_right_password(context);
    return remember_password(context);
}

uint32_t password_policy_validate(const struct account_rules *rules, uint64_t now,
                                  struct arena *arena, struct password_validation *validation)
{
    static uint32_t (*const kinds[])(struct context *) = {
        [VALIDATE_AUTHENTICATION] = validate_authentication,
        [VALIDATE_PASSWORD_CHANGE] = validate_change,
        [VALIDATE_PASSWORD_RESET] = validate_reset,
    };
    struct context context = { rules, now, arena, validation };

    validation->changed = (struct password_record){ 0 };
    validation->status = ERROR_SUCCESS;
    if (validation->type >= INFO_COUNT(kinds) || !kinds[validation->type])
    {
        return ERROR_INVALID_PARAMETER;
    }
    validation->status = kinds[validation->type](&context);
    return validation->status == ERROR_NOT_ENOUGH_MEMORY ? validation->status : ERROR_SUCCESS;
}
