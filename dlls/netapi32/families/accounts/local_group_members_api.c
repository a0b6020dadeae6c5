/*
 * Members of local groups: NetLocalGroup*Member(s). Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/members.h"

static struct member_request group_of(const WCHAR *server, const WCHAR *group, DWORD level)
{
    return (struct member_request){ slice_w(server), slice_w(group), LOCAL_GROUP, level };
}

NET_API_STATUS WINAPI NetLocalGroupGetMembers(LPCWSTR servername, LPCWSTR localgroupname,
                                              DWORD level, LPBYTE *bufptr, DWORD prefmaxlen,
                                              LPDWORD entriesread, LPDWORD totalentries,
                                              PDWORD_PTR resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen, entriesread,
                                      totalentries, NULL,       resumehandle };
    const struct info_request request = api_enum_request(&outputs, servername, level);
    const struct member_request group = group_of(servername, localgroupname, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, members_family(LOCAL_GROUP), level);

    if (!status)
    {
        status = members_enumerate(&group, prefmaxlen, request.resume_handle, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}

NET_API_STATUS WINAPI NetLocalGroupAddMembers(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                              LPBYTE buf, DWORD totalentries)
{
    const struct member_request group = group_of(servername, groupname, level);

    return members_change(&group, MEMBERS_ADD, buf, totalentries);
}

NET_API_STATUS WINAPI NetLocalGroupDelMembers(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                              LPBYTE buf, DWORD totalentries)
{
    const struct member_request group = group_of(servername, groupname, level);

    return members_change(&group, MEMBERS_REMOVE, buf, totalentries);
}

NET_API_STATUS WINAPI NetLocalGroupSetMembers(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                              LPBYTE buf, DWORD totalentries)
{
    const struct member_request group = group_of(servername, groupname, level);

    return members_change(&group, MEMBERS_REPLACE, buf, totalentries);
}

NET_API_STATUS WINAPI NetLocalGroupAddMember(LPCWSTR servername, LPCWSTR groupname, PSID membersid)
{
    const struct member_request group = group_of(servername, groupname, 0);
    const LOCALGROUP_MEMBERS_INFO_0 member = { membersid };

    return members_change(&group, MEMBERS_ADD, &member, 1);
}

NET_API_STATUS WINAPI NetLocalGroupDelMember(LPCWSTR servername, LPCWSTR groupname, PSID membersid)
{
    const struct member_request group = group_of(servername, groupname, 0);
    const LOCALGROUP_MEMBERS_INFO_0 member = { membersid };

    return members_change(&group, MEMBERS_REMOVE, &member, 1);
}
