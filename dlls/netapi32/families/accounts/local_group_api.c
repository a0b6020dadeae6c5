/*
 * Local groups: NetLocalGroupEnum, NetLocalGroupGetInfo, NetLocalGroupAdd, NetLocalGroupSetInfo,
 * NetLocalGroupDel. Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/groups.h"
#include "families/accounts/parameter_error.h"

NET_API_STATUS WINAPI NetLocalGroupEnum(LPCWSTR servername, DWORD level, LPBYTE *bufptr,
                                        DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                        PDWORD_PTR resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen, entriesread,
                                      totalentries, NULL,       resumehandle };
    const struct info_request request = api_enum_request(&outputs, servername, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, groups_list_family(LOCAL_GROUP), level);

    if (!status)
    {
        status = groups_enumerate(LOCAL_GROUP, &request, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}

NET_API_STATUS WINAPI NetLocalGroupGetInfo(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                           LPBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, groups_info_family(LOCAL_GROUP), level);

    if (!status)
    {
        status =
            groups_get_info(LOCAL_GROUP, slice_w(servername), slice_w(groupname), level, &buffer);
        *bufptr = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetLocalGroupAdd(LPCWSTR servername, DWORD level, LPBYTE buf,
                                       LPDWORD parm_err)
{
    uint32_t parameter = PARM_ERROR_NONE;
    NET_API_STATUS status = groups_add(LOCAL_GROUP, slice_w(servername), level, buf, &parameter);

    set_parameter_error(parm_err, parameter);
    return status;
}

NET_API_STATUS WINAPI NetLocalGroupSetInfo(LPCWSTR servername, LPCWSTR groupname, DWORD level,
                                           LPBYTE buf, LPDWORD parm_err)
{
    uint32_t parameter = PARM_ERROR_NONE;
    NET_API_STATUS status = groups_set_info(LOCAL_GROUP, slice_w(servername), slice_w(groupname),
                                            level, buf, &parameter);

    set_parameter_error(parm_err, parameter);
    return status;
}

NET_API_STATUS WINAPI NetLocalGroupDel(LPCWSTR servername, LPCWSTR groupname)
{
    return groups_delete(LOCAL_GROUP, slice_w(servername), slice_w(groupname));
}
