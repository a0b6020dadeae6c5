/*
 * How the accounts of this computer are written down.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A header: eight letters, the version, the size of what follows, and the SHA-256 (as HMAC, with the
 * letters as its key) of all but itself. Then the next relative identifier, the rules, users, global
 * groups, local groups. Numbers are little-endian; text is its length in 16 bits, 0xFFFF where it is
 * absent, and its units; a SID its size in 8 bits, and its bytes; a list its length in 32 bits.
 *
 * There is one way to write the same accounts: what is read and written again is the same bytes.
 */
#include <string.h>

#include "base/status.h"
#include "crypto/crypto.h"
#include "families/accounts/account_store.h"

#define MAGIC          "NetAccts"
#define MAGIC_SIZE     8
#define FORMAT_VERSION 1u
#define TEXT_ABSENT    0xFFFFu
/* More would make a wrong password take longer than anybody waits for. */
#define ITERATIONS_MAX 10000000u

/* The least that each takes: what bounds the length of a list. */
#define USER_SIZE_MIN  100u
#define GROUP_SIZE_MIN 20u
#define SID_SIZE_MIN   9u
#define VERIFIER_SIZE  (VERIFIER_SALT_SIZE + 4u + VERIFIER_KEY_SIZE)
#define IS_BUILT_IN    1u
#define MUST_CHANGE    2u
#define PASSWORDS_MAX  PASSWORD_HISTORY_MAX

/* ---- What is written of each ----------------------------------------------------------------- */

static const size_t user_texts[] = {
    offsetof(struct user, name),        offsetof(struct user, full_name),
    offsetof(struct user, comment),     offsetof(struct user, user_comment),
    offsetof(struct user, home_folder), offsetof(struct user, home_drive),
    offsetof(struct user, script_path), offsetof(struct user, profile),
    offsetof(struct user, parameters),  offsetof(struct user, workstations),
};
static const size_t user_numbers[] = {
    offsetof(struct user, primary_group),
    offsetof(struct user, flags),
    offsetof(struct user, expires),
    offsetof(struct user, storage_max),
    offsetof(struct user, bad_password_count),
    offsetof(struct user, country_code),
    offsetof(struct user, code_page),
};
static const size_t user_times[] = {
    offsetof(struct stored_user, password_set),
    offsetof(struct stored_user, bad_password_time),
    offsetof(struct stored_user, lockout_time),
};
static const size_t group_texts[] = {
    offsetof(struct group, name),
    offsetof(struct group, comment),
};
static const size_t rule_numbers[] = {
    offsetof(struct account_rules, password_length_min),
    offsetof(struct account_rules, password_age_max),
    offsetof(struct account_rules, password_age_min),
    offsetof(struct account_rules, force_logoff),
    offsetof(struct account_rules, password_history),
    offsetof(struct account_rules, lockout_duration),
    offsetof(struct account_rules, lockout_window),
    offsetof(struct account_rules, lockout_threshold),
};

#define MEMBER(type, row, offset) ((type *)(void *)((uint8_t *)(row) + (offset)))
#define CONST_MEMBER(type, row, offset)                                                            \
    ((const type *)(const void *)((const uint8_t *)(row) + (offset)))

/* ---- Writing --------------------------------------------------------------------------------- */

static void write_texts(struct writer *writer, const void *row, const size_t *offsets, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        const struct utf16_slice *text = CONST_MEMBER(struct utf16_slice, row, offsets[i]);

        writer_u16(writer, text->units ? (uint16_t)text->length : TEXT_ABSENT);
        if (text->length)
        {
            writer_bytes(writer, text->units, text->length * sizeof(uint16_t));
        }
    }
}

static void write_numbers(struct writer *writer, const void *row, const size_t *offsets,
                          size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        writer_u32(writer, *CONST_MEMBER(uint32_t, row, offsets[i]));
    }
}

static void write_sid(struct writer *writer, struct info_bytes sid)
{
    writer_u8(writer, (uint8_t)sid.size);
    writer_bytes(writer, sid.data, sid.size);
}

static void write_sids(struct writer *writer, const struct sid_list *list)
{
    writer_u32(writer, (uint32_t)list->count);
    for (size_t i = 0; i < list->count; i++)
    {
        write_sid(writer, list->sids[i]);
    }
}

static void write_user(struct writer *writer, const struct stored_user *user)
{
    writer_u8(writer, (uint8_t)((user->is_built_in ? IS_BUILT_IN : 0) |
                                (user->must_change_password ? MUST_CHANGE : 0)));
    write_sid(writer, user->row.sid);
    write_texts(writer, &user->row, user_texts, INFO_COUNT(user_texts));
    write_numbers(writer, &user->row, user_numbers, INFO_COUNT(user_numbers));
    for (size_t i = 0; i < INFO_COUNT(user_times); i++)
    {
        writer_u64(writer, *CONST_MEMBER(uint64_t, user, user_times[i]));
    }
    writer_bytes(writer, user->row.logon_hours.data, LOGON_HOURS_SIZE);
    writer_u8(writer, (uint8_t)user->password_count);
    for (size_t i = 0; i < user->password_count; i++)
    {
        const struct password_verifier *password = &user->passwords[i];

        writer_bytes(writer, password->salt, sizeof(password->salt));
        writer_u32(writer, password->iterations);
        writer_bytes(writer, password->key, sizeof(password->key));
    }
}

static void write_group(struct writer *writer, const struct stored_group *group)
{
    writer_u8(writer, group->is_built_in ? IS_BUILT_IN : 0);
    write_sid(writer, group->row.sid);
    write_texts(writer, &group->row, group_texts, INFO_COUNT(group_texts));
    writer_u32(writer, group->row.attributes);
    write_sids(writer, &group->added);
    write_sids(writer, &group->removed);
}

/* What the system says of those that are built in is not written. */
static bool is_kept_user(const struct stored_user *user)
{
    return !user->is_built_in || user->is_changed;
}

static bool is_kept_group(const struct stored_group *group)
{
    return !group->is_built_in || group->is_changed;
}

static void write_users(struct writer *writer, const struct account_store *store)
{
    uint32_t count = 0;

    for (size_t i = 0; i < store->user_count; i++)
    {
        count += is_kept_user(&store->users[i]);
    }
    writer_u32(writer, count);
    for (size_t i = 0; i < store->user_count; i++)
    {
        if (is_kept_user(&store->users[i]))
        {
            write_user(writer, &store->users[i]);
        }
    }
}

static void write_groups(struct writer *writer, const struct stored_groups *all)
{
    uint32_t count = 0;

    for (size_t i = 0; i < all->count; i++)
    {
        count += is_kept_group(&all->groups[i]);
    }
    writer_u32(writer, count);
    for (size_t i = 0; i < all->count; i++)
    {
        if (is_kept_group(&all->groups[i]))
        {
            write_group(writer, &all->groups[i]);
        }
    }
}

uint32_t account_store_digest(struct bytes encoded, uint8_t digest[32])
{
    const struct bytes key = { (const uint8_t *)MAGIC, MAGIC_SIZE };
    const struct bytes parts[] = {
        { encoded.data, ACCOUNT_STORE_DIGEST_OFFSET },
        { encoded.data + ACCOUNT_STORE_HEADER_SIZE, encoded.size - ACCOUNT_STORE_HEADER_SIZE },
    };
    uint32_t status = crypto_start();

    return status ? status : crypto_hmac_sha256(key, parts, INFO_COUNT(parts), digest);
}

uint32_t account_store_encode(const struct account_store *store, struct writer *writer)
{
    uint8_t digest[SHA256_SIZE];
    uint32_t status = ERROR_SUCCESS;

    writer_bytes(writer, MAGIC, MAGIC_SIZE);
    writer_u32(writer, FORMAT_VERSION);
    writer_zeros(writer, ACCOUNT_STORE_HEADER_SIZE - MAGIC_SIZE - sizeof(uint32_t));
    writer_u32(writer, store->next_relative_id);
    write_numbers(writer, &store->rules, rule_numbers, INFO_COUNT(rule_numbers));
    write_users(writer, store);
    for (enum group_kind kind = 0; kind < GROUP_KINDS; kind++)
    {
        write_groups(writer, &store->groups[kind]);
    }
    writer_patch_u32(writer, MAGIC_SIZE + sizeof(uint32_t),
                     (uint32_t)(writer->size - ACCOUNT_STORE_HEADER_SIZE));
    if (writer->failed || writer->size > ACCOUNT_STORE_SIZE_MAX)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    status = account_store_digest((struct bytes){ writer->data, writer->size }, digest);
    writer_patch_bytes(writer, ACCOUNT_STORE_DIGEST_OFFSET, digest, sizeof(digest));
    return status;
}

/* ---- Reading --------------------------------------------------------------------------------- */

static void read_texts(struct reader *reader, void *row, const size_t *offsets, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        struct utf16_slice *text = MEMBER(struct utf16_slice, row, offsets[i]);
        uint16_t length = reader_u16(reader);

        if (length == TEXT_ABSENT)
        {
            continue;
        }
        text->units = reader_units(reader, length);
        text->length = text->units ? length : 0;
        reader->failed |= length > ACCOUNT_TEXT_LENGTH_MAX;
    }
}

static void read_numbers(struct reader *reader, void *row, const size_t *offsets, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        *MEMBER(uint32_t, row, offsets[i]) = reader_u32(reader);
    }
}

static struct info_bytes read_sid(struct reader *reader)
{
    size_t size = reader_u8(reader);
    struct info_bytes sid = { reader_bytes(reader, size), size };

    reader->failed |= !sid.data || !sid_is_valid(sid_of(sid)) || !((const uint8_t *)sid.data)[1];
    return sid;
}

/* The length of a list whose elements take some bytes each. */
static uint32_t read_count(struct reader *reader, size_t size_min)
{
    uint32_t count = reader_u32(reader);

    reader->failed |= count > reader_left(reader) / size_min;
    return reader->failed ? 0 : count;
}

static bool read_sids(struct reader *reader, struct arena *arena, struct sid_list *list)
{
    uint32_t count = read_count(reader, SID_SIZE_MIN);

    for (uint32_t i = 0; i < count && !reader->failed; i++)
    {
        if (sid_list_add(arena, list, read_sid(reader)))
        {
            return false;
        }
    }
    return true;
}

/* False without memory. */
static bool read_passwords(struct reader *reader, struct arena *arena, struct stored_user *user)
{
    uint8_t count = reader_u8(reader);
    struct password_verifier *passwords = NULL;

    reader->failed |= count > PASSWORDS_MAX || count > reader_left(reader) / VERIFIER_SIZE;
    if (reader->failed || !count)
    {
        return true;
    }
    passwords = arena_array(arena, count, sizeof(*passwords));
    for (size_t i = 0; passwords && i < count; i++)
    {
        reader_copy(reader, passwords[i].salt, sizeof(passwords[i].salt));
        passwords[i].iterations = reader_u32(reader);
        reader_copy(reader, passwords[i].key, sizeof(passwords[i].key));
        reader->failed |= !passwords[i].iterations || passwords[i].iterations > ITERATIONS_MAX;
    }
    user->passwords = passwords;
    user->password_count = passwords ? count : 0;
    return passwords != NULL;
}

static bool read_user(struct reader *reader, struct account_store *store)
{
    struct stored_user *user = account_store_new_user(store);
    uint8_t flags = reader_u8(reader);

    if (!user)
    {
        return false;
    }
    reader->failed |= (flags & ~(IS_BUILT_IN | MUST_CHANGE)) != 0;
    user->is_built_in = user->is_changed = flags & IS_BUILT_IN;
    user->must_change_password = flags & MUST_CHANGE;
    user->row = account_store_first_user();
    user->row.sid = read_sid(reader);
    user->row.relative_id = reader->failed ? 0 : sid_rid(sid_of(user->row.sid));
    read_texts(reader, &user->row, user_texts, INFO_COUNT(user_texts));
    read_numbers(reader, &user->row, user_numbers, INFO_COUNT(user_numbers));
    for (size_t i = 0; i < INFO_COUNT(user_times); i++)
    {
        *MEMBER(uint64_t, user, user_times[i]) = reader_u64(reader);
    }
    user->row.logon_hours.data = reader_bytes(reader, LOGON_HOURS_SIZE);
    reader->failed |= !user->row.name.length;
    return read_passwords(reader, store->arena, user);
}

static bool read_group(struct reader *reader, struct account_store *store, enum group_kind kind)
{
    struct stored_group *group = account_store_new_group(store, kind);
    uint8_t flags = reader_u8(reader);

    if (!group)
    {
        return false;
    }
    reader->failed |= (flags & ~IS_BUILT_IN) != 0;
    group->is_built_in = group->is_changed = flags & IS_BUILT_IN;
    group->row.sid = read_sid(reader);
    group->row.relative_id = reader->failed ? 0 : sid_rid(sid_of(group->row.sid));
    read_texts(reader, &group->row, group_texts, INFO_COUNT(group_texts));
    group->row.attributes = reader_u32(reader);
    reader->failed |= !group->row.name.length;
    return read_sids(reader, store->arena, &group->added) &&
           read_sids(reader, store->arena, &group->removed);
}

static bool read_accounts(struct reader *reader, struct account_store *store)
{
    uint32_t count = read_count(reader, USER_SIZE_MIN);
    bool has_memory = true;

    for (uint32_t i = 0; i < count && has_memory && !reader->failed; i++)
    {
        has_memory = read_user(reader, store);
    }
    for (enum group_kind kind = 0; kind < GROUP_KINDS; kind++)
    {
        count = read_count(reader, GROUP_SIZE_MIN);
        for (uint32_t i = 0; i < count && has_memory && !reader->failed; i++)
        {
            has_memory = read_group(reader, store, kind);
        }
    }
    return has_memory;
}

/* The header, and whether it goes with what follows. */
static uint32_t check(struct reader *reader, struct bytes encoded)
{
    uint8_t digest[SHA256_SIZE];
    const uint8_t *magic = reader_bytes(reader, MAGIC_SIZE);
    uint32_t version = reader_u32(reader);
    uint32_t size = reader_u32(reader);
    const uint8_t *written = reader_bytes(reader, sizeof(digest));
    uint32_t status = ERROR_SUCCESS;

    if (!magic || !written || memcmp(magic, MAGIC, MAGIC_SIZE) || version != FORMAT_VERSION ||
        size != reader_left(reader))
    {
        return ERROR_INTERNAL_DB_CORRUPTION;
    }
    status = account_store_digest(encoded, digest);
    if (!status && memcmp(digest, written, sizeof(digest)))
    {
        status = ERROR_INTERNAL_DB_CORRUPTION;
    }
    return status;
}

uint32_t account_store_decode(struct bytes encoded, struct account_store *store)
{
    struct reader reader = reader_over(encoded.data, encoded.size);
    uint32_t status = check(&reader, encoded);

    if (status)
    {
        return status;
    }
    store->rules = account_store_first_rules();
    store->next_relative_id = reader_u32(&reader);
    read_numbers(&reader, &store->rules, rule_numbers, INFO_COUNT(rule_numbers));
    if (!read_accounts(&reader, store))
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    return reader.failed || reader_left(&reader) ? ERROR_INTERNAL_DB_CORRUPTION : ERROR_SUCCESS;
}
