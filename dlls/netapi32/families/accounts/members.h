/*
 * Who is in which group, on this computer or on a server: what the exported functions do, without
 * Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every function asks the accounts of `server` (absent: this computer), and gives the codes of
 * account_source.h and those of target_parse(). Structures are those of levels/group_levels.h.
 */
#ifndef NETAPI32_ACCOUNTS_MEMBERS_H
#define NETAPI32_ACCOUNTS_MEMBERS_H

#include "families/accounts/group_kind.h"
#include "families/accounts/member_change.h"
#include "levels/group_levels.h"

/* The most members that one call may give. */
#define MEMBERS_MAX (1u << 20)

/* Where members and groups meet: a group, and what is asked of it or what it gets. */
struct member_request
{
    struct utf16_slice server;
    struct utf16_slice name; /* of the group; of the user whose groups are meant */
    enum group_kind kind;
    uint32_t level;
};

/* The levels of lists: of a group's members, and of an account's groups. */
const struct info_family *members_family(enum group_kind kind);
const struct info_family *member_groups_family(enum group_kind kind);

/* NetGroupGetUsers, NetLocalGroupGetMembers: the resume handle is an index. ERROR_MORE_DATA,
 * NERR_BufTooSmall. */
uint32_t members_enumerate(const struct member_request *group, uint32_t preferred_length,
                           uint32_t resume_handle, struct info_answer *answer);
/* NetUserGetGroups, NetUserGetLocalGroups, which have no resume handle. */
uint32_t member_groups_enumerate(const struct member_request *user, bool indirect,
                                 uint32_t preferred_length, struct info_answer *answer);
/* NetGroupSetUsers, NetLocalGroupAddMembers, NetLocalGroupDelMembers, NetLocalGroupSetMembers: `count`
 * structures of the level. ERROR_INVALID_LEVEL for one that has nobody's name or SID. */
uint32_t members_change(const struct member_request *group, enum member_change change,
                        const void *structures, uint32_t count);
/* NetGroupAddUser, NetGroupDelUser, of a global group. */
uint32_t members_change_one(const struct member_request *group, enum member_change change,
                            struct utf16_slice user);
/* NetUserSetGroups */
uint32_t member_groups_replace(const struct member_request *user, const void *structures,
                               uint32_t count);

#endif
