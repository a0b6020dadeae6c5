/*
 * Global and local groups, their members, and the groups of a user: rows, and the levels of the API, as
 * lmaccess.h documents them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_GROUP_LEVELS_H
#define NETAPI32_LEVELS_GROUP_LEVELS_H

#include "levels/level.h"

struct group
{
    struct utf16_slice name;
    struct utf16_slice comment;
    struct info_bytes sid;
    uint32_t relative_id;
    uint32_t attributes; /* SE_GROUP_*; of a global group */
};

struct member
{
    struct utf16_slice name;        /* alone */
    struct utf16_slice domain_name; /* domain\\name */
    struct info_bytes sid;
    uint32_t relative_id;
    uint32_t use;        /* SID_NAME_USE */
    uint32_t attributes; /* SE_GROUP_; of a member of a global group */
};

/* The structures of the API without Windows' types; tests/winetest/layouts.c asserts that they are
 * the same. Those of the levels 0 and 1 are the beginning of that of level 2; local groups have only these. */
struct group_info_2
{
    uint16_t *name;
    uint16_t *comment;
    uint32_t relative_id;
    uint32_t attributes;
};

struct group_info_3
{
    uint16_t *name;
    uint16_t *comment;
    void *sid;
    uint32_t attributes;
};

/* Level 1 of a global group's users, and of a user's global groups; that of level 0 is its beginning,
 * and is that of a user's local groups too. */
struct group_users_info_1
{
    uint16_t *name;
    uint32_t attributes;
};

struct localgroup_members_info_0
{
    void *sid;
};

struct localgroup_members_info_1
{
    void *sid;
    uint32_t use;
    uint16_t *name;
};

struct localgroup_members_info_2
{
    void *sid;
    uint32_t use;
    uint16_t *domain_name;
};

struct localgroup_members_info_3
{
    uint16_t *domain_name;
};

/* Global groups: listed, asked for, added; set. Rows are struct group. */
extern const struct info_family group_family;
extern const struct info_family group_set_family;
/* Local groups, the same. */
extern const struct info_family local_group_family;
extern const struct info_family local_group_set_family;
/* The groups of a user. Rows are struct group. */
extern const struct info_family user_group_family;
extern const struct info_family user_local_group_family;
/* The users of a global group, and the members of a local one. Rows are struct member. */
extern const struct info_family group_user_family;
extern const struct info_family local_group_member_family;

#endif
