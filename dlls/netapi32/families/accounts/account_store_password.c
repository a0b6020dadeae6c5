/*
 * Passwords of the accounts of this computer: what they are known by, and what the rules say of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nothing here needs more of a password than to know it again: neither the password itself nor the
 * hash that NTLM would take is kept (docs/SECURITY.md).
 */
#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "crypto/crypto.h"
#include "families/accounts/account_store.h"
#include "families/accounts/user_flags.h"
#include "platform/platform.h"

/* Of new passwords: some milliseconds. */
#define ITERATIONS 10000u

/* ---- Knowing a password again ---------------------------------------------------------------- */

static uint32_t derive(struct utf16_slice password, const struct password_verifier *verifier,
                       uint8_t key[VERIFIER_KEY_SIZE])
{
    const struct bytes secret = { password.units, password.length * sizeof(uint16_t) };
    const struct bytes salt = { verifier->salt, sizeof(verifier->salt) };
    uint32_t status = crypto_start();

    return status
               ? status
               : crypto_pbkdf2_sha256(secret, salt, verifier->iterations, key, VERIFIER_KEY_SIZE);
}

static uint32_t make_verifier(struct utf16_slice password, struct password_verifier *verifier)
{
    uint32_t status = platform_random(verifier->salt, sizeof(verifier->salt));

    verifier->iterations = ITERATIONS;
    return status ? status : derive(password, verifier, verifier->key);
}

uint32_t stored_user_had_password(const struct stored_user *user, struct utf16_slice password,
                                  size_t count, bool *had)
{
    uint8_t key[VERIFIER_KEY_SIZE];
    uint32_t status = ERROR_SUCCESS;

    *had = false;
    for (size_t i = 0; i < count && i < user->password_count && !*had && !status; i++)
    {
        status = derive(password, &user->passwords[i], key);
        *had = !status && crypto_equal(key, user->passwords[i].key, sizeof(key));
    }
    wipe(key, sizeof(key));
    return status;
}

uint32_t stored_user_set_password(struct account_store *store, struct stored_user *user,
                                  struct utf16_slice password)
{
    size_t before = user->password_count;
    size_t kept = store->rules.password_history ? store->rules.password_history - 1 : 0;
    struct password_verifier *passwords = NULL;
    uint32_t status = ERROR_SUCCESS;

    kept = kept < PASSWORD_HISTORY_MAX ? kept : PASSWORD_HISTORY_MAX - 1;
    kept = kept < before ? kept : before;
    passwords = arena_array(store->arena, kept + 1, sizeof(*passwords));
    if (!passwords)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (kept)
    {
        memcpy(passwords + 1, user->passwords, kept * sizeof(*passwords));
    }
    status = make_verifier(password, &passwords[0]);
    if (!status)
    {
        user->passwords = passwords;
        user->password_count = kept + 1;
        user->password_set = platform_filetime();
        user->must_change_password = false;
    }
    return status;
}

/* ---- Rules ----------------------------------------------------------------------------------- */

uint32_t account_store_check_password(const struct account_store *store, uint32_t flags,
                                      struct utf16_slice password)
{
    if (password.length > PASSWORD_LENGTH_MAX)
    {
        return NERR_PasswordTooShort; /* the documented code for all that break the rules */
    }
    if (!password.length && flags & UF_PASSWD_NOTREQD)
    {
        return ERROR_SUCCESS;
    }
    return password.length < store->rules.password_length_min ? NERR_PasswordTooShort
                                                              : ERROR_SUCCESS;
}

/* Whether `seconds` have passed since a time. One that is to come, by a clock that was set back, is as
 * long ago as can be. */
static bool has_passed(uint64_t since, uint32_t seconds, uint64_t now)
{
    return now < since || now - since > (uint64_t)seconds * FILETIME_SECOND;
}

void stored_user_count_wrong_password(const struct account_rules *rules, struct stored_user *user,
                                      uint64_t now)
{
    bool is_first = has_passed(user->bad_password_time, rules->lockout_window, now);
    uint32_t count = is_first ? 1 : user->row.bad_password_count + 1;

    user->row.bad_password_count = count ? count : UINT32_MAX;
    user->bad_password_time = now;
    if (rules->lockout_threshold && count >= rules->lockout_threshold)
    {
        user->lockout_time = now;
    }
}

bool stored_user_is_locked_out(const struct account_rules *rules, const struct stored_user *user,
                               uint64_t now)
{
    return user->lockout_time && (rules->lockout_duration == RULE_FOR_EVER ||
                                  !has_passed(user->lockout_time, rules->lockout_duration, now));
}

uint32_t stored_user_password_age(const struct stored_user *user, uint64_t now)
{
    uint64_t age = now > user->password_set ? (now - user->password_set) / FILETIME_SECOND : 0;

    return user->password_set ? (uint32_t)(age < UINT32_MAX ? age : UINT32_MAX) : 0;
}

bool stored_user_password_is_expired(const struct account_rules *rules,
                                     const struct stored_user *user, uint64_t now)
{
    return user->must_change_password ||
           (user->password_set && rules->password_age_max != RULE_FOR_EVER &&
            !(user->row.flags & UF_DONT_EXPIRE_PASSWD) &&
            stored_user_password_age(user, now) > rules->password_age_max);
}
