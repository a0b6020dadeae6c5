/*
 * Global groups of this computer: NetGroup*. Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include <stddef.h>
#include <stdlib.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/account_call.h"
#include "families/accounts/group_call.h"

/* ---- Levels ---------------------------------------------------------------------------------- */

#define F(kind, field, structure, api_field)                                                       \
    INFO_FIELD(INFO_##kind, group, field, structure, api_field)

static const struct info_field group_0[] = {
    F(STRING, name, GROUP_INFO_0, grpi0_name),
};
static const struct info_field group_1[] = {
    F(STRING, name, GROUP_INFO_1, grpi1_name),
    F(STRING, comment, GROUP_INFO_1, grpi1_comment),
};
static const struct info_field group_2[] = {
    F(STRING, name, GROUP_INFO_2, grpi2_name),
    F(STRING, comment, GROUP_INFO_2, grpi2_comment),
    F(U32, relative_id, GROUP_INFO_2, grpi2_group_id),
    F(U32, attributes, GROUP_INFO_2, grpi2_attributes),
};
static const struct info_field group_3[] = {
    F(STRING, name, GROUP_INFO_3, grpi3_name),
    F(STRING, comment, GROUP_INFO_3, grpi3_comment),
    F(BYTES, sid, GROUP_INFO_3, grpi3_group_sid),
    F(U32, attributes, GROUP_INFO_3, grpi3_attributes),
};
static const struct info_field group_1002[] = {
    F(STRING, comment, GROUP_INFO_1002, grpi1002_comment),
};
static const struct info_field group_1005[] = {
    F(U32, attributes, GROUP_INFO_1005, grpi1005_attributes),
};
/* The first four are for all functions, the others for NetGroupSetInfo. */
static const struct info_level levels[] = {
    INFO_LEVEL(0, GROUP_INFO_0, group_0),          INFO_LEVEL(1, GROUP_INFO_1, group_1),
    INFO_LEVEL(2, GROUP_INFO_2, group_2),          INFO_LEVEL(3, GROUP_INFO_3, group_3),
    INFO_LEVEL(1002, GROUP_INFO_1002, group_1002), INFO_LEVEL(1005, GROUP_INFO_1005, group_1005),
};
static const struct info_family info_family = { sizeof(struct group), levels, 4 };
static const struct info_family set_family = { sizeof(struct group), levels, ARRAYSIZE(levels) };

static const struct group_class global_groups = {
    .kind = GLOBAL_GROUP,
    .list = &info_family,
    .info = &info_family,
    .add = &info_family,
    .set = &set_family,
    .not_found = NERR_GroupNotFound,
    .is_special = NERR_SpeGroupOp,
    .exists = NERR_GroupExists,
};

/* ---- Groups ---------------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetGroupEnum(LPCWSTR servername, DWORD level, LPBYTE *bufptr,
                                   DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                   PDWORD_PTR resume_handle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen, entriesread,
                                      totalentries, NULL,       resume_handle };

    return group_enum(&global_groups, servername, level, &outputs);
}

NET_API_STATUS WINAPI NetGroupGetInfo(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                      LPBYTE *bufptr)
{
    return group_get_info(&global_groups, servername, groupname, level, bufptr);
}

NET_API_STATUS WINAPI NetGroupAdd(LPCWSTR servername, DWORD level, LPBYTE buf, LPDWORD parm_err)
{
    return group_add(&global_groups, servername, level, buf, parm_err);
}

NET_API_STATUS WINAPI NetGroupSetInfo(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                      LPBYTE buf, LPDWORD parm_err)
{
    return group_set_info(&global_groups, servername, groupname, level, buf, parm_err);
}

NET_API_STATUS WINAPI NetGroupDel(LPCWSTR servername, LPCWSTR groupname)
{
    return group_del(&global_groups, servername, groupname);
}

/* ---- Their users ----------------------------------------------------------------------------- */

#define M(kind, field, structure, api_field)                                                       \
    INFO_FIELD(INFO_##kind, member, field, structure, api_field)

static const struct info_field group_users_0[] = {
    M(STRING, name, GROUP_USERS_INFO_0, grui0_name),
};
static const struct info_field group_users_1[] = {
    M(STRING, name, GROUP_USERS_INFO_1, grui1_name),
    M(U32, attributes, GROUP_USERS_INFO_1, grui1_attributes),
};
static const struct info_level group_users_levels[] = {
    INFO_LEVEL(0, GROUP_USERS_INFO_0, group_users_0),
    INFO_LEVEL(1, GROUP_USERS_INFO_1, group_users_1),
};
static const struct info_family group_users_family = { sizeof(struct member), group_users_levels,
                                                       ARRAYSIZE(group_users_levels) };

NET_API_STATUS WINAPI NetGroupGetUsers(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                       LPBYTE *bufptr, DWORD prefmaxlen, LPDWORD entriesread,
                                       LPDWORD totalentries, PDWORD_PTR ResumeHandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen, entriesread,
                                      totalentries, NULL,       ResumeHandle };
    struct accounts *accounts = NULL;
    struct group *group = NULL;
    struct info_rows rows;
    NET_API_STATUS status = api_enum_begin(&outputs, &group_users_family, level);

    if (!status)
    {
        status = group_call_begin(&global_groups, servername, groupname, &accounts, &group);
    }
    if (status)
    {
        return status;
    }
    status = members_of_group(accounts, group, &rows);
    if (!status)
    {
        status = api_enum_finish(&outputs, &group_users_family, level, &rows);
    }
    free(rows.rows);
    accounts_leave();
    return status;
}

static DWORD add_user(struct group *group, const struct user *user)
{
    return group_has_member(group, user->sid) ? NERR_UserInGroup
                                              : group_add_member(group, user->sid);
}

static DWORD remove_user(struct group *group, const struct user *user)
{
    if (!group_has_member(group, user->sid))
    {
        return NERR_UserNotInGroup;
    }
    if (group->relative_id == user->primary_group)
    {
        return NERR_SpeGroupOp;
    }
    group_remove_member(group, user->sid);
    return NERR_Success;
}

static DWORD with_group_and_user(const WCHAR *server, const WCHAR *group_name,
                                 const WCHAR *user_name,
                                 DWORD (*change)(struct group *, const struct user *))
{
    struct accounts *accounts = NULL;
    struct group *group = NULL;
    const struct user *user = NULL;
    DWORD status = group_call_begin(&global_groups, server, group_name, &accounts, &group);

    if (status)
    {
        return status;
    }
    user = accounts_find_user(accounts, slice_w(user_name));
    status = user ? change(group, user) : NERR_UserNotFound;
    accounts_leave();
    return status;
}

NET_API_STATUS WINAPI NetGroupAddUser(LPCWSTR servername, LPCWSTR GroupName, LPCWSTR username)
{
    return with_group_and_user(servername, GroupName, username, add_user);
}

NET_API_STATUS WINAPI NetGroupDelUser(LPCWSTR servername, LPCWSTR GroupName, LPCWSTR Username)
{
    return with_group_and_user(servername, GroupName, Username, remove_user);
}
