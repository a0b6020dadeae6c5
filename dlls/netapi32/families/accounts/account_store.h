/*
 * The accounts of this computer: what the parts of that source share.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A call reads all accounts into memory of its own, and a call that changes them does so under the
 * lock of all programs, and writes them whole. So there is nothing that a program would have to bring
 * up to date, and nothing that could be half done. What is kept is what was added, and how those that
 * are always there differ from what the system says of them.
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_STORE_H
#define NETAPI32_ACCOUNTS_ACCOUNT_STORE_H

#include "base/sid.h"
#include "families/accounts/account_source.h"

/* Relative identifiers, [MS-DTYP] 2.4.2.4 */
#define RID_ADMINISTRATOR  500u
#define RID_GUEST          501u
#define RID_ALL_USERS      513u /* the group of all users; "None" where there is no domain */
#define RID_ADMINISTRATORS 544u
#define RID_USERS          545u
#define RID_GUESTS         546u
#define RID_FIRST_ADDED    1000u

#define GROUP_ATTRIBUTES 7u /* SE_GROUP_MANDATORY, ENABLED_BY_DEFAULT, ENABLED */

#define USER_NAME_LENGTH_MAX    20  /* [MS-SAMR] 3.1.1.6 */
#define GROUP_NAME_LENGTH_MAX   256 /* GNLEN */
#define PASSWORD_LENGTH_MAX     256 /* PWLEN */
#define PASSWORD_HISTORY_MAX    24
#define ACCOUNT_TEXT_LENGTH_MAX 0x7FFFu
#define LOGON_HOURS_SIZE        21 /* a bit for each of USER_UNITS_PER_WEEK */
#define RULE_FOR_EVER           UINT32_MAX
#define USER_STORAGE_UNLIMITED  UINT32_MAX
#define USER_NEVER_EXPIRES      UINT32_MAX

/* What a password is known by: its PBKDF2 with HMAC-SHA-256 (RFC 8018), which is slow to try. */
#define VERIFIER_SALT_SIZE 16
#define VERIFIER_KEY_SIZE  32
struct password_verifier
{
    uint8_t salt[VERIFIER_SALT_SIZE];
    uint32_t iterations;
    uint8_t key[VERIFIER_KEY_SIZE];
};

struct stored_user
{
    /* Without its password, and without what follows from the time and from groups. */
    struct user row;
    bool is_built_in;
    bool is_changed; /* of one that is built in: differs from what the system says */
    bool is_absent;  /* is built in, but not in this version of the system */
    bool must_change_password;
    uint64_t password_set; /* FILETIME, as are the next two; 0: never */
    uint64_t bad_password_time;
    uint64_t lockout_time;
    const struct password_verifier *passwords; /* the newest first; none: it is the system's */
    size_t password_count;
};

struct sid_list
{
    struct info_bytes *sids;
    size_t count;
    size_t room;
};

struct stored_group
{
    struct group row;
    bool is_built_in;
    bool is_changed;
    bool is_absent;
    struct sid_list by_system; /* members that the system says; never changed */
    struct sid_list added;     /* members that it does not */
    struct sid_list removed;   /* those of by_system that are none any more */
};

struct stored_groups
{
    struct stored_group *groups;
    size_t count;
    size_t room;
};

/* The state of a call (call->state). All of it is in the call's arena. */
struct account_store
{
    struct arena *arena;
    struct stored_user *users; /* those that are built in first, the program's own before all */
    size_t user_count;
    size_t user_room;
    struct stored_groups groups[GROUP_KINDS];
    struct account_rules rules;
    uint32_t next_relative_id; /* those of accounts that are gone are not used again */
    struct bytes domain;
    struct utf16_name computer;
    void *lock; /* of a call that changes something */
};

/* ---- account_store_memory.c ------------------------------------------------------------------ */

/* The rules that there are before anybody says others: none. */
struct account_rules account_store_first_rules(void);
/* A normal account of the group of all users that may log on at any hour. */
struct user account_store_first_user(void);

/* Room for one more, of zeros; NULL without memory. Pointers to others are no longer good. */
struct stored_user *account_store_new_user(struct account_store *store);
struct stored_group *account_store_new_group(struct account_store *store, enum group_kind kind);
void account_store_drop_user(struct account_store *store, struct stored_user *user);
void account_store_drop_group(struct account_store *store, enum group_kind kind,
                              struct stored_group *group);
/* By name, without case, or by SID; NULL for none. */
struct stored_user *account_store_user(const struct account_store *store, struct utf16_slice name);
struct stored_user *account_store_user_of_sid(const struct account_store *store,
                                              struct info_bytes sid);
struct stored_group *account_store_group(const struct account_store *store, enum group_kind kind,
                                         struct utf16_slice name);
struct stored_group *account_store_group_of_sid(const struct account_store *store,
                                                enum group_kind kind, struct info_bytes sid);
/* The SID of the next account; absent without memory. */
struct info_bytes account_store_next_sid(struct account_store *store);
struct info_bytes account_store_keep_sid(struct arena *arena, struct bytes sid);

static inline struct bytes sid_of(struct info_bytes sid)
{
    return (struct bytes){ sid.data, sid.size };
}

/* Members by SID, as they are listed: without those of a global group by their primary group.
 * Adding and removing: ERROR_NOT_ENOUGH_MEMORY; nothing where it is so already. */
size_t stored_group_member_count(const struct stored_group *group);
struct info_bytes stored_group_member(const struct stored_group *group, size_t index);
bool stored_group_has(const struct stored_group *group, struct info_bytes sid);
uint32_t stored_group_add(struct arena *arena, struct stored_group *group, struct info_bytes sid);
uint32_t stored_group_remove(struct arena *arena, struct stored_group *group,
                             struct info_bytes sid);
bool sid_list_has(const struct sid_list *list, struct info_bytes sid);
uint32_t sid_list_add(struct arena *arena, struct sid_list *list, struct info_bytes sid);

/* Whether a user is in a global group, or in a local one, be it by a global one. */
bool account_store_is_in(const struct account_store *store, enum group_kind kind,
                         const struct stored_group *group, const struct stored_user *user);
/* How many users of this computer that are not disabled are administrators. */
size_t account_store_count_administrators(const struct account_store *store);

/* ERROR_SUCCESS; NERR_UserExists, NERR_GroupExists, ERROR_ALIAS_EXISTS */
uint32_t account_store_check_free(const struct account_store *store, struct utf16_slice name);
/* Not empty, not longer than `length_max`, none of the characters that Windows reserves, not only
 * blanks and full stops. */
bool account_name_is_valid_for(struct utf16_slice name, size_t length_max);

/* ---- account_store_built_in.c ---------------------------------------------------------------- */

/* Adds the accounts that are always there to a store that is empty. ERROR_NOT_ENOUGH_MEMORY, or what
 * the system says. */
uint32_t account_store_add_built_in(struct account_store *store);

/* ---- account_store_codec.c ------------------------------------------------------------------- */

#define ACCOUNT_STORE_SIZE_MAX ((size_t)64 << 20)

/* Writes what is to be kept. ERROR_NOT_ENOUGH_MEMORY, also for more than ACCOUNT_STORE_SIZE_MAX. */
uint32_t account_store_encode(const struct account_store *store, struct writer *writer);
/* Reads it into a store that is empty: text and SIDs stay in `encoded`.
 * ERROR_INTERNAL_DB_CORRUPTION for what was not written by this version, ERROR_NOT_ENOUGH_MEMORY. */
uint32_t account_store_decode(struct bytes encoded, struct account_store *store);
/* The digest within `encoded`, as it ought to be; for tests. */
uint32_t account_store_digest(struct bytes encoded, uint8_t digest[32]);
#define ACCOUNT_STORE_HEADER_SIZE   48
#define ACCOUNT_STORE_DIGEST_OFFSET 16

/* ---- account_store_file.c -------------------------------------------------------------------- */

/* Fills a store with what is built in and what was kept. A store that is damaged, or that a later
 * version wrote, is said once in the log: to who only reads there are the accounts that are built in;
 * ERROR_INTERNAL_DB_CORRUPTION to who is to change them. Or what the system says. */
uint32_t account_store_load(struct account_store *store, enum account_access access);
/* Keeps it. ERROR_ACCESS_DENIED in a call that was not begun to change something. */
uint32_t account_store_save(struct account_store *store);

/* ---- account_store_password.c ---------------------------------------------------------------- */

/* Makes `password` a user's, and puts it in front of those that were before. ERROR_NOT_ENOUGH_MEMORY,
 * or what the system says where it has no random bytes. */
uint32_t stored_user_set_password(struct account_store *store, struct stored_user *user,
                                  struct utf16_slice password);
/* Whether it is the password, or was one of the newest `count`. */
uint32_t stored_user_had_password(const struct stored_user *user, struct utf16_slice password,
                                  size_t count, bool *had);
/* NERR_PasswordTooShort for what breaks the rules for length. */
uint32_t account_store_check_password(const struct account_store *store, uint32_t flags,
                                      struct utf16_slice password);
/* Counts a wrong password, and locks the user out where the rules say so. */
void stored_user_count_wrong_password(const struct account_rules *rules, struct stored_user *user,
                                      uint64_t now);
bool stored_user_is_locked_out(const struct account_rules *rules, const struct stored_user *user,
                               uint64_t now);
/* What follows from the time. */
uint32_t stored_user_password_age(const struct stored_user *user, uint64_t now); /* s */
bool stored_user_password_is_expired(const struct account_rules *rules,
                                     const struct stored_user *user, uint64_t now);

/* ---- The functions of the source, by their files --------------------------------------------- */

static inline struct account_store *account_store_of(const struct account_call *call)
{
    return call->state;
}

/* account_store_users.c */
uint32_t account_store_list_users(struct account_call *call, uint32_t types,
                                  struct info_rows *users);
uint32_t account_store_describe_users(struct account_call *call, enum user_part part,
                                      struct user *users, size_t count);
uint32_t account_store_find_user(struct account_call *call, struct utf16_slice name,
                                 enum user_part part, struct user *user);
/* account_store_user_changes.c */
uint32_t account_store_add_user(struct account_call *call, const struct user *user, uint32_t fields,
                                uint32_t *parameter);
uint32_t account_store_set_user(struct account_call *call, struct utf16_slice name,
                                const struct user *values, uint32_t fields, uint32_t *parameter);
uint32_t account_store_remove_user(struct account_call *call, struct utf16_slice name);
uint32_t account_store_change_password(struct account_call *call, struct utf16_slice name,
                                       struct utf16_slice old_password,
                                       struct utf16_slice new_password);
/* account_store_groups.c */
uint32_t account_store_list_groups(struct account_call *call, enum group_kind kind,
                                   struct info_rows *groups);
uint32_t account_store_describe_groups(struct account_call *call, enum group_kind kind,
                                       struct group *groups, size_t count);
uint32_t account_store_find_group(struct account_call *call, enum group_kind kind,
                                  struct utf16_slice name, struct group *group);
uint32_t account_store_add_group(struct account_call *call, enum group_kind kind,
                                 const struct group *group, uint32_t fields, uint32_t *parameter);
uint32_t account_store_set_group(struct account_call *call, enum group_kind kind,
                                 struct utf16_slice name, const struct group *values,
                                 uint32_t fields, uint32_t *parameter);
uint32_t account_store_remove_group(struct account_call *call, enum group_kind kind,
                                    struct utf16_slice name);
/* Sorts rows of groups as lists have them. */
uint32_t account_store_sort_groups(enum group_kind kind, struct info_rows *groups);
/* NERR_GroupNotFound or ERROR_NO_SUCH_ALIAS; or the group. */
uint32_t account_store_need_group(const struct account_store *store, enum group_kind kind,
                                  struct utf16_slice name, struct stored_group **group);
/* account_store_members.c */
uint32_t account_store_list_members(struct account_call *call, enum group_kind kind,
                                    struct utf16_slice group, bool with_names,
                                    struct info_rows *members);
uint32_t account_store_list_groups_of(struct account_call *call, enum group_kind kind,
                                      struct utf16_slice user, bool indirect,
                                      struct info_rows *groups);
/* The SID of "name" or "domain\name": of this computer's accounts, or of what the system knows.
 * ERROR_NONE_MAPPED. */
uint32_t account_store_find_sid(struct account_store *store, struct utf16_slice name,
                                struct info_bytes *sid);
/* What a SID is: one of enum account_use. */
uint32_t account_store_use_of_sid(const struct account_store *store, struct info_bytes sid);
/* account_store_member_changes.c */
uint32_t account_store_change_members(struct account_call *call, enum group_kind kind,
                                      struct utf16_slice group, enum member_change change,
                                      const struct member *members, size_t count);
uint32_t account_store_set_groups_of(struct account_call *call, struct utf16_slice user,
                                     const struct group *groups, size_t count);
/* account_store_rules.c */
uint32_t account_store_get_rules(struct account_call *call, uint32_t fields,
                                 struct account_rules *rules);
uint32_t account_store_set_rules(struct account_call *call, const struct account_rules *rules,
                                 uint32_t fields, uint32_t *parameter);
uint32_t account_store_validate_password(struct account_call *call,
                                         struct password_validation *validation);
/* account_store_display.c */
uint32_t account_store_list_display(struct account_call *call, enum display_level level,
                                    uint32_t index, uint32_t count_max, uint32_t preferred_length,
                                    struct display_part *part);
uint32_t account_store_find_display_index(struct account_call *call, enum display_level level,
                                          struct utf16_slice prefix, uint32_t *index);

#endif
