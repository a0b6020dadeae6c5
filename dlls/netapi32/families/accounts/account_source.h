/*
 * Where users and groups come from, and where changes of them go.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The functions of the API know one interface; the accounts of this computer (account_store.c) and
 * those of a server ([MS-SAMR], account_server.c) implement it. A call of the API is a struct
 * account_call, from account_call_begin() to account_call_end(): what a source gives out, text and
 * SIDs included, is good until then.
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_SOURCE_H
#define NETAPI32_ACCOUNTS_ACCOUNT_SOURCE_H

#include "base/arena.h"
#include "families/accounts/account_fields.h"
#include "families/accounts/group_kind.h"
#include "families/accounts/member_change.h"
#include "levels/account_rule_levels.h"
#include "levels/display_levels.h"
#include "levels/group_levels.h"
#include "levels/user_levels.h"
#include "remote/begin.h"

enum account_access
{
    ACCOUNTS_READ,
    ACCOUNTS_CHANGE,
};

struct account_source;

/* A call of the API, and what it holds until it ends. */
struct account_call
{
    const struct account_source *source;
    enum account_access access;
    struct arena arena; /* what is given out, and all else that is to be forgotten with the call */
    struct remote remote; /* of a server; begun and ended for every source */
    void *state;          /* the source's own */
};

/* How much of a user is wanted: what costs a server one question for many, or some for each. */
enum user_part
{
    USER_NAMES,   /* name and relative_id */
    USER_DISPLAY, /* these, full_name, comment, flags and sid: what lists show */
    USER_ALL,     /* everything that the source knows */
};

/* A part of a list for display. */
struct display_part
{
    struct info_rows entries; /* struct display_entry, by name */
    bool has_more;
};

struct password_validation; /* password_policy.h */

/* Every function gives a Win32 code: of a server also those of remote_call(), for either also
 * ERROR_NOT_ENOUGH_MEMORY and ERROR_ACCESS_DENIED. What finds, adds or changes by name gives
 *
 *   NERR_UserNotFound; NERR_GroupNotFound of a global group, ERROR_NO_SUCH_ALIAS of a local one
 *   NERR_UserExists, NERR_GroupExists, ERROR_ALIAS_EXISTS   a name that is taken, by whatever
 *   ERROR_INVALID_PARAMETER   with the number of the parameter (USER_..._PARMNUM,
 *                             GROUP_..._PARMNUM) in *parameter, where one is to blame
 *
 * Names are without case, without a domain. A change is done whole, or not at all, as far as the
 * source can do that. */
struct account_source
{
    /* Makes the source's state; what it fails with ends the call, for which end() is called too. */
    uint32_t (*begin)(struct account_call *call);
    void (*end)(struct account_call *call);

    /* ---- Users ---- */

    /* All users whose type is one of UF_ACCOUNT_TYPE_MASK's `types`, by relative identifier, rising; at
     * least their USER_NAMES. */
    uint32_t (*list_users)(struct account_call *call, uint32_t types, struct info_rows *users);
    /* Fills in a part of users that were listed. Users that have gone meanwhile keep what they have. */
    uint32_t (*describe_users)(struct account_call *call, enum user_part part, struct user *users,
                               size_t count);
    uint32_t (*find_user)(struct account_call *call, struct utf16_slice name, enum user_part part,
                          struct user *user);
    /* `fields` says which members of `user` are meant (USER_FIELD_): all others are the source's to
     * choose. NERR_PasswordTooShort for a password against the rules, NERR_BadUsername;
     * ERROR_NOT_SUPPORTED, before anything is sent, where a password would cross an unsigned connection. */
    uint32_t (*add_user)(struct account_call *call, const struct user *user, uint32_t fields,
                         uint32_t *parameter);
    /* Of a user that is always there, and where the name would change: ERROR_SPECIAL_ACCOUNT.
     * NERR_LastAdmin. */
    uint32_t (*set_user)(struct account_call *call, struct utf16_slice name,
                         const struct user *values, uint32_t fields, uint32_t *parameter);
    uint32_t (*remove_user)(struct account_call *call, struct utf16_slice name);
    /* ERROR_INVALID_PASSWORD for a wrong old one; NERR_PasswordTooShort, NERR_PasswordTooRecent,
     * NERR_PasswordHistConflict. An absent name is the user whom the call is made as. */
    uint32_t (*change_password)(struct account_call *call, struct utf16_slice name,
                                struct utf16_slice old_password, struct utf16_slice new_password);

    /* ---- Groups ---- */

    /* All groups of the kind, in an order that lasts: global ones by relative identifier, whole; local
     * ones by name, without comments. */
    uint32_t (*list_groups)(struct account_call *call, enum group_kind kind,
                            struct info_rows *groups);
    /* Fills in the comments of groups that were listed, which a server is asked for one by one. Groups
     * that have gone meanwhile, and those that may not be looked at, keep what they have. */
    uint32_t (*describe_groups)(struct account_call *call, enum group_kind kind,
                                struct group *groups, size_t count);
    uint32_t (*find_group)(struct account_call *call, enum group_kind kind, struct utf16_slice name,
                           struct group *group);
    uint32_t (*add_group)(struct account_call *call, enum group_kind kind,
                          const struct group *group, uint32_t fields, uint32_t *parameter);
    /* Of one that is always there, as with remove_group: NERR_SpeGroupOp of a global one,
     * ERROR_SPECIAL_ACCOUNT of a local one. */
    uint32_t (*set_group)(struct account_call *call, enum group_kind kind, struct utf16_slice name,
                          const struct group *values, uint32_t fields, uint32_t *parameter);
    uint32_t (*remove_group)(struct account_call *call, enum group_kind kind,
                             struct utf16_slice name);

    /* ---- Who is in which ---- */

    /* Whole, in an order that lasts. Of a global group names, relative identifiers and attributes. Of
     * a local one SIDs; `with_names` also use, name and domain_name: a SID that nobody knows has its
     * text for a name, and SidTypeUnknown. */
    uint32_t (*list_members)(struct account_call *call, enum group_kind kind,
                             struct utf16_slice group, bool with_names, struct info_rows *members);
    /* Members of global groups are given by name; of local ones by SID, or, where that is absent, by
     * name or domain\name (domain_name). NERR_UserInGroup, NERR_UserNotInGroup, NERR_UserNotFound;
     * ERROR_MEMBER_IN_ALIAS, ERROR_MEMBER_NOT_IN_ALIAS, ERROR_NO_SUCH_MEMBER, ERROR_INVALID_MEMBER. */
    uint32_t (*change_members)(struct account_call *call, enum group_kind kind,
                               struct utf16_slice group, enum member_change change,
                               const struct member *members, size_t count);
    /* The groups of a user, or, for local groups, of any account (name or domain\name); `indirect` adds
     * the local groups that the user is in by a global one. */
    uint32_t (*list_groups_of)(struct account_call *call, enum group_kind kind,
                               struct utf16_slice user, bool indirect, struct info_rows *groups);
    /* Makes a user a member of these global groups (name, attributes) and of no other; a primary group
     * cannot be left. */
    uint32_t (*set_groups_of)(struct account_call *call, struct utf16_slice user,
                              const struct group *groups, size_t count);

    /* ---- All accounts ---- */

    /* Fills in the members that `fields` says (RULE_FIELD_). */
    uint32_t (*get_rules)(struct account_call *call, uint32_t fields, struct account_rules *rules);
    uint32_t (*set_rules)(struct account_call *call, const struct account_rules *rules,
                          uint32_t fields, uint32_t *parameter);
    /* Entries from an index on, at most `count_max`, and about `preferred_length` bytes of them. */
    uint32_t (*list_display)(struct account_call *call, enum display_level level, uint32_t index,
                             uint32_t count_max, uint32_t preferred_length,
                             struct display_part *part);
    /* The index of the first entry whose name is not before `prefix`. ERROR_NO_MORE_ITEMS. */
    uint32_t (*find_display_index)(struct account_call *call, enum display_level level,
                                   struct utf16_slice prefix, uint32_t *index);
    uint32_t (*validate_password)(struct account_call *call,
                                  struct password_validation *validation);
};

/* The accounts of this computer. */
extern const struct account_source store_account_source;
/* Those of a server, over SMB and [MS-SAMR], [MS-LSAT], [MS-LSAD]. */
extern const struct account_source server_account_source;

/* Begins a call: the accounts of the `servername` of an API function. Errors: those of target_parse(), but ERROR_BAD_NETPATH for a name
 * with blanks,
 * and of the source. account_call_end() is due in any case, once. */
uint32_t account_call_begin(struct account_call *call, struct utf16_slice server_name,
                            enum account_access access);
void account_call_end(struct account_call *call);

/* Copies of text and bytes that live as long as the call; absent stays absent. False without memory. */
bool account_call_keep_text(struct account_call *call, struct utf16_slice *text);
bool account_call_keep_bytes(struct account_call *call, struct info_bytes *bytes);

#endif
