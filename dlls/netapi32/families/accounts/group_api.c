/*
 * Global groups: NetGroup*. Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/groups.h"
#include "families/accounts/members.h"
#include "families/accounts/parameter_error.h"

/* ---- Groups ---------------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetGroupEnum(LPCWSTR servername, DWORD level, LPBYTE *bufptr,
                                   DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                   PDWORD_PTR resume_handle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen, entriesread,
                                      totalentries, NULL,       resume_handle };
    const struct info_request request = api_enum_request(&outputs, servername, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, groups_list_family(GLOBAL_GROUP), level);

    if (!status)
    {
        status = groups_enumerate(GLOBAL_GROUP, &request, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}

NET_API_STATUS WINAPI NetGroupGetInfo(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                      LPBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, groups_info_family(GLOBAL_GROUP), level);

    if (!status)
    {
        status =
            groups_get_info(GLOBAL_GROUP, slice_w(servername), slice_w(groupname), level, &buffer);
        *bufptr = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetGroupAdd(LPCWSTR servername, DWORD level, LPBYTE buf, LPDWORD parm_err)
{
    uint32_t parameter = PARM_ERROR_NONE;
    NET_API_STATUS status = groups_add(GLOBAL_GROUP, slice_w(servername), level, buf, &parameter);

    set_parameter_error(parm_err, parameter);
    return status;
}

NET_API_STATUS WINAPI NetGroupSetInfo(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                      LPBYTE buf, LPDWORD parm_err)
{
    uint32_t parameter = PARM_ERROR_NONE;
    NET_API_STATUS status = groups_set_info(GLOBAL_GROUP, slice_w(servername), slice_w(groupname),
                                            level, buf, &parameter);

    set_parameter_error(parm_err, parameter);
    return status;
}

NET_API_STATUS WINAPI NetGroupDel(LPCWSTR servername, LPCWSTR groupname)
{
    return groups_delete(GLOBAL_GROUP, slice_w(servername), slice_w(groupname));
}

/* ---- Their users ----------------------------------------------------------------------------- */

static struct member_request group_of(const WCHAR *server, const WCHAR *group, DWORD level)
{
    return (struct member_request){ slice_w(server), slice_w(group), GLOBAL_GROUP, level };
}

NET_API_STATUS WINAPI NetGroupGetUsers(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                       LPBYTE *bufptr, DWORD prefmaxlen, LPDWORD entriesread,
                                       LPDWORD totalentries, PDWORD_PTR ResumeHandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen, entriesread,
                                      totalentries, NULL,       ResumeHandle };
    const struct info_request request = api_enum_request(&outputs, servername, level);
    const struct member_request group = group_of(servername, groupname, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, members_family(GLOBAL_GROUP), level);

    if (!status)
    {
        status = members_enumerate(&group, prefmaxlen, request.resume_handle, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}

NET_API_STATUS WINAPI NetGroupSetUsers(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                       LPBYTE buf, DWORD totalentries)
{
    const struct member_request group = group_of(servername, groupname, level);

    return members_change(&group, MEMBERS_REPLACE, buf, totalentries);
}

NET_API_STATUS WINAPI NetGroupAddUser(LPCWSTR servername, LPCWSTR GroupName, LPCWSTR username)
{
    const struct member_request group = group_of(servername, GroupName, 0);

    return members_change_one(&group, MEMBERS_ADD, slice_w(username));
}

NET_API_STATUS WINAPI NetGroupDelUser(LPCWSTR servername, LPCWSTR GroupName, LPCWSTR Username)
{
    const struct member_request group = group_of(servername, GroupName, 0);

    return members_change_one(&group, MEMBERS_REMOVE, slice_w(Username));
}
