/*
 * The user accounts and groups of this computer, as this process knows them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The user of the program, Administrator, Guest and the well-known groups are always there, with
 * the SIDs that LSA gives them. What a program adds or changes lives as long as the process:
 * there is no account database to keep it in.
 *
 * Everything here is to be used between accounts_enter() and accounts_leave() (accounts_lock.h).
 */
#ifndef NETAPI32_ACCOUNTS_H
#define NETAPI32_ACCOUNTS_H

#include <windows.h>

#include "levels/level.h"

#define LOGON_HOURS_SIZE 21 /* a bit for each hour of a week */

/* All strings and bytes belong to the account. */
struct user
{
    struct utf16_slice name;
    struct utf16_slice password;
    struct utf16_slice full_name;
    struct utf16_slice comment;
    struct utf16_slice user_comment;
    struct utf16_slice home_folder;
    struct utf16_slice home_drive;
    struct utf16_slice script_path;
    struct utf16_slice profile;
    struct utf16_slice parameters;
    struct utf16_slice workstations;
    struct utf16_slice logon_server;
    struct info_bytes sid;
    struct info_bytes logon_hours;
    uint32_t relative_id;
    uint32_t primary_group;
    uint32_t flags;     /* UF_ */
    uint32_t privilege; /* USER_PRIV_, by accounts_refresh() */
    uint32_t auth_flags;
    uint32_t password_age; /* s, by accounts_refresh() */
    uint32_t password_expired;
    uint32_t last_logon; /* s since 1970, as are the next two */
    uint32_t last_logoff;
    uint32_t expires;
    uint32_t storage_max;
    uint32_t units_per_week;
    uint32_t bad_password_count;
    uint32_t logon_count;
    uint32_t country_code;
    uint32_t code_page;
    uint32_t is_internet_identity; /* never */
    struct utf16_slice internet_provider;
    struct utf16_slice internet_principal;
    uint64_t password_set; /* ms, platform_now(); 0: before this process */
    BOOL is_built_in;
};

struct group
{
    struct utf16_slice name;
    struct utf16_slice comment;
    struct info_bytes sid;
    uint32_t relative_id;
    uint32_t attributes;        /* SE_GROUP_ */
    struct info_bytes *members; /* SIDs */
    size_t member_count;
    BOOL is_built_in;
};

enum group_kind
{
    GLOBAL_GROUP,
    LOCAL_GROUP,
    GROUP_KINDS,
};

struct accounts
{
    struct info_rows users;               /* struct user */
    struct info_rows groups[GROUP_KINDS]; /* struct group */
    struct info_bytes domain;             /* the SID before the relative identifiers */
    uint32_t next_relative_id;
};

/* Brings up to date what follows from the time and from group membership. */
void accounts_refresh(struct accounts *accounts);

/* By name, without case; NULL for none. They stand until accounts are added or removed. */
struct user *accounts_find_user(const struct accounts *accounts, struct utf16_slice name);
struct group *accounts_find_group(const struct accounts *accounts, enum group_kind kind,
                                  struct utf16_slice name);
/* By SID. */
struct user *accounts_find_user_by_sid(const struct accounts *accounts, struct info_bytes sid);

/* Adds a copy of `user`; without a SID it gets a relative identifier of its own, and becomes a
 * member of its primary group. ERROR_NOT_ENOUGH_MEMORY. */
DWORD accounts_add_user(struct accounts *accounts, const struct user *user);
/* Replaces what `user` holds by a copy of `values`, but for SID and relative identifier.
 * ERROR_NOT_ENOUGH_MEMORY. */
DWORD accounts_change_user(struct user *user, const struct user *values);
void accounts_remove_user(struct accounts *accounts, struct user *user);

/* Adds a copy of `group`, without members; with a relative identifier of its own if it has no SID.
 * ERROR_NOT_ENOUGH_MEMORY. */
DWORD accounts_add_group(struct accounts *accounts, enum group_kind kind,
                         const struct group *group);
/* Replaces name, comment and attributes. ERROR_NOT_ENOUGH_MEMORY. */
DWORD accounts_change_group(struct group *group, const struct group *values);
void accounts_remove_group(struct accounts *accounts, enum group_kind kind, struct group *group);

BOOL group_has_member(const struct group *group, struct info_bytes sid);
/* ERROR_NOT_ENOUGH_MEMORY. */
DWORD group_add_member(struct group *group, struct info_bytes sid);
void group_remove_member(struct group *group, struct info_bytes sid);

#endif
