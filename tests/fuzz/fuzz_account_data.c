/*
 * Fuzz target: what accounts consist of: rules for passwords, who may change one, passwords on their way.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: a byte that says which, then the rules and records, the security descriptor or the passwords.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/sid.h"
#include "base/status.h"
#include "crypto/crypto.h"
#include "families/accounts/account_server_dacl.h"
#include "families/accounts/password_policy.h"
#include "families/accounts/samr_password.h"
#include "levels/account_rule_levels.h"
#include "platform/platform.h"
#include "support/fixed_platform.h"
#include "support/fuzz_input.h"

#define HASH_SIZE   4
#define HISTORY_MAX 8
#define TEXT_MAX    300

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

/* ---- Rules for passwords ----------------------------------------------------------------------- */

static struct info_bytes read_hash(struct fuzz_input *input)
{
    const uint8_t manner = fuzz_u8(input);
    uint8_t *hash = NULL;

    if (manner == 0xFF)
    {
        return (struct info_bytes){ NULL, 0 };
    }
    hash = fuzz_block(input, HASH_SIZE);
    hash[0] = manner & 3;
    return (struct info_bytes){ hash, HASH_SIZE };
}

/* A time near now, 0, or any. */
static uint64_t read_time(struct fuzz_input *input, uint64_t now)
{
    const uint8_t manner = fuzz_u8(input);

    return manner == 0     ? 0
           : manner < 0xF0 ? now + manner * FILETIME_SECOND - 0x80 * FILETIME_SECOND
                           : reader_u64(&input->bytes);
}

static void check_changed(const struct account_rules *rules,
                          const struct password_validation *validation)
{
    const struct password_record *changed = &validation->changed;

    require(changed->history_length <= rules->password_history);
    require(!changed->history || changed->fields & RECORD_HISTORY);
    for (size_t i = 0; changed->history && i < changed->history_length; i++)
    {
        require(!changed->history[i].data || changed->history[i].size == HASH_SIZE);
    }
    require(validation->type == VALIDATE_AUTHENTICATION || validation->status ||
            changed->fields & RECORD_PASSWORD_LAST_SET);
}

static void check_policy(struct fuzz_input *input)
{
    const uint64_t now = platform_filetime();
    struct arena arena = { 0 };
    struct account_rules rules = {
        .password_length_min = fuzz_u8(input) & 0xF,
        .password_age_max = fuzz_u8(input) < 0x80 ? UINT32_MAX : fuzz_u8(input),
        .password_age_min = fuzz_u8(input),
        .password_history = fuzz_u8(input) % HISTORY_MAX,
        .lockout_duration = fuzz_u8(input),
        .lockout_window = fuzz_u8(input),
        .lockout_threshold = fuzz_u8(input) & 7,
    };
    struct password_validation validation = {
        .type = (enum password_validation_type)(fuzz_u8(input) % 5),
        .password_matched = fuzz_u8(input) & 1,
        .password = fuzz_text(input),
        .hash = read_hash(input),
        .must_change_at_logon = fuzz_u8(input) & 1,
        .clear_lockout = fuzz_u8(input) & 1,
    };
    struct password_record *record = &validation.record;
    uint32_t status = ERROR_SUCCESS;

    record->password_last_set = read_time(input, now);
    record->bad_password_time = read_time(input, now);
    record->lockout_time = read_time(input, now);
    record->bad_password_count = fuzz_u8(input) == 0xFF ? UINT32_MAX : fuzz_u8(input);
    record->history_length = (uint32_t)fuzz_below(input, HISTORY_MAX);
    if (fuzz_u8(input) != 0xFF)
    {
        record->history = fuzz_block(input, record->history_length * sizeof(*record->history));
        for (size_t i = 0; i < record->history_length; i++)
        {
            record->history[i] = read_hash(input);
        }
    }
    status = password_policy_validate(&rules, now, &arena, &validation);
    require(!status == (validation.type >= VALIDATE_AUTHENTICATION &&
                        validation.type <= VALIDATE_PASSWORD_RESET));
    if (!status)
    {
        check_changed(&rules, &validation);
    }
    arena_free(&arena);
}

/* ---- Who may change a password ----------------------------------------------------------------- */

static struct bytes read_sid(struct fuzz_input *input)
{
    const size_t count = fuzz_below(input, SID_SUB_AUTHORITIES_MAX + 1);
    uint8_t *sid = fuzz_block(input, 8 + count * sizeof(uint32_t));

    sid[0] = 1;
    sid[1] = (uint8_t)count;
    sid[7] = 5;
    if (count)
    {
        sid[8] = fuzz_u8(input);
    }
    return (struct bytes){ sid, 8 + count * sizeof(uint32_t) };
}

static void check_dacl(struct fuzz_input *input)
{
    const struct bytes sid = read_sid(input);
    const bool may = fuzz_u8(input) & 1;
    const size_t changes = fuzz_u8(input) & 7;
    struct writer written = { 0 };
    uint8_t *descriptor = NULL;

    user_dacl_write(&written, sid, may);
    require(!written.failed);
    require(user_dacl_lets_change_password((struct bytes){ written.data, written.size }, sid) ==
            may);
    for (size_t i = 0; i < changes; i++)
    {
        written.data[fuzz_below(input, written.size)] = fuzz_u8(input);
    }
    written.size -= fuzz_u8(input) < 0xC0 ? 0 : fuzz_below(input, written.size);
    descriptor = fuzz_block(input, written.size);
    memcpy(descriptor, written.data, written.size);
    (void)user_dacl_lets_change_password((struct bytes){ descriptor, written.size }, sid);
    writer_free(&written);
}

/* ---- Passwords on their way -------------------------------------------------------------------- */

static struct utf16_slice read_password(struct fuzz_input *input)
{
    const size_t length = fuzz_below(input, TEXT_MAX);
    uint16_t *units = fuzz_block(input, length * sizeof(*units));

    for (size_t i = 0; i < length && i < 8; i++)
    {
        units[i] = fuzz_u8(input);
    }
    return (struct utf16_slice){ units, length };
}

static void check_passwords(struct fuzz_input *input)
{
    static const uint8_t key[SAMR_SESSION_KEY_SIZE] = { 0x5A };
    const struct utf16_slice first = read_password(input);
    const struct utf16_slice second = read_password(input);
    const bool fits = second.length <= SAMR_PASSWORD_MAX;
    uint8_t encrypted[SAMR_ENCRYPTED_PASSWORD_NEW_SIZE];
    uint8_t hash[SAMR_OWF_PASSWORD_SIZE];
    struct samr_password_change change;
    struct samr_password_aes aes;

    require(!samr_password_hash(first, hash));
    require(!samr_password_encrypt(second, key, encrypted) == fits);
    require(!samr_password_encrypt_new(second, key, encrypted) == fits);
    require(!samr_password_encrypt_aes(second, key, &aes) == fits);
    require(!samr_password_change(first, second, &change) == fits);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input_over(data, size);
    const uint8_t which = fuzz_u8(&input);

    if (crypto_start())
    {
        return 0;
    }
    fixed_platform_reset(1);
    switch (which % 3)
    {
    case 0: check_policy(&input); break;
    case 1: check_dacl(&input); break;
    default: check_passwords(&input); break;
    }
    fuzz_input_free(&input);
    return 0;
}
