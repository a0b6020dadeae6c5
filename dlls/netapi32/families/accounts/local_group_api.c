/*
 * Local groups of this computer: NetLocalGroupEnum, NetLocalGroupGetInfo, NetLocalGroupAdd,
 * NetLocalGroupSetInfo, NetLocalGroupDel. Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include <stddef.h>

#include "api/answer.h"
#include "families/accounts/local_group.h"

#define F(kind, field, structure, api_field)                                                       \
    INFO_FIELD(INFO_##kind, group, field, structure, api_field)

static const struct info_field group_0[] = {
    F(STRING, name, LOCALGROUP_INFO_0, lgrpi0_name),
};
static const struct info_field group_1[] = {
    F(STRING, name, LOCALGROUP_INFO_1, lgrpi1_name),
    F(STRING, comment, LOCALGROUP_INFO_1, lgrpi1_comment),
};
static const struct info_field group_1002[] = {
    F(STRING, comment, LOCALGROUP_INFO_1002, lgrpi1002_comment),
};
/* The first two are for all functions, the last one for NetLocalGroupSetInfo, and for
 * NetLocalGroupGetInfo as Wine has it. */
static const struct info_level levels[] = {
    INFO_LEVEL(0, LOCALGROUP_INFO_0, group_0),
    INFO_LEVEL(1, LOCALGROUP_INFO_1, group_1),
    INFO_LEVEL(1002, LOCALGROUP_INFO_1002, group_1002),
};
static const struct info_family list_family = { sizeof(struct group), levels, 2 };
static const struct info_family info_family = { sizeof(struct group), levels, ARRAYSIZE(levels) };

const struct group_class local_groups = {
    .kind = LOCAL_GROUP,
    .list = &list_family,
    .info = &info_family,
    .add = &list_family,
    .set = &info_family,
    .not_found = ERROR_NO_SUCH_ALIAS,
    .is_special = ERROR_SPECIAL_ACCOUNT,
    .exists = ERROR_ALIAS_EXISTS,
};

NET_API_STATUS WINAPI NetLocalGroupEnum(LPCWSTR servername, DWORD level, LPBYTE *bufptr,
                                        DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                        PDWORD_PTR resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen, entriesread,
                                      totalentries, NULL,       resumehandle };

    return group_enum(&local_groups, servername, level, &outputs);
}

NET_API_STATUS WINAPI NetLocalGroupGetInfo(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                           LPBYTE *bufptr)
{
    return group_get_info(&local_groups, servername, groupname, level, bufptr);
}

NET_API_STATUS WINAPI NetLocalGroupAdd(LPCWSTR servername, DWORD level, LPBYTE buf,
                                       LPDWORD parm_err)
{
    return group_add(&local_groups, servername, level, buf, parm_err);
}

NET_API_STATUS WINAPI NetLocalGroupSetInfo(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                           LPBYTE buf, LPDWORD parm_err)
{
    return group_set_info(&local_groups, servername, groupname, level, buf, parm_err);
}

NET_API_STATUS WINAPI NetLocalGroupDel(LPCWSTR servername, LPCWSTR groupname)
{
    return group_del(&local_groups, servername, groupname);
}
