/*
 * Users: NetUserAdd, NetUserDel, NetUserEnum, NetUserGetInfo, NetUserSetInfo,
 * NetUserChangePassword. Documented with lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/accounts/parameter_error.h"
#include "families/accounts/users.h"

NET_API_STATUS WINAPI NetUserEnum(LPCWSTR servername, DWORD level, DWORD filter, LPBYTE *bufptr,
                                  DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                  LPDWORD resume_handle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,    entriesread,
                                      totalentries, resume_handle, NULL };
    const struct info_request request = api_enum_request(&outputs, servername, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &user_list_family, level);

    if (!status)
    {
        status = users_enumerate(&request, filter, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}

NET_API_STATUS WINAPI NetUserGetInfo(LPCWSTR servername, LPCWSTR username, DWORD level,
                                     LPBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, &user_info_family, level);

    if (!status)
    {
        status = users_get_info(slice_w(servername), slice_w(username), level, &buffer);
        *bufptr = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetUserAdd(LPCWSTR servername, DWORD level, LPBYTE buf, LPDWORD parm_err)
{
    uint32_t parameter = PARM_ERROR_UNKNOWN;
    NET_API_STATUS status = users_add(slice_w(servername), level, buf, &parameter);

    set_parameter_error(parm_err, parameter);
    return status;
}

NET_API_STATUS WINAPI NetUserDel(LPCWSTR servername, LPCWSTR username)
{
    return users_delete(slice_w(servername), slice_w(username));
}

NET_API_STATUS WINAPI NetUserSetInfo(LPCWSTR servername, LPCWSTR username, DWORD level, LPBYTE buf,
                                     LPDWORD parm_err)
{
    uint32_t parameter = PARM_ERROR_UNKNOWN;
    NET_API_STATUS status =
        users_set_info(slice_w(servername), slice_w(username), level, buf, &parameter);

    set_parameter_error(parm_err, parameter);
    return status;
}

/* `domainname` is the name of a computer: for the accounts of a domain, that of a controller. */
NET_API_STATUS WINAPI NetUserChangePassword(LPCWSTR domainname, LPCWSTR username,
                                            LPCWSTR oldpassword, LPCWSTR newpassword)
{
    return users_change_password(slice_w(domainname), slice_w(username), slice_w(oldpassword),
                                 slice_w(newpassword));
}
