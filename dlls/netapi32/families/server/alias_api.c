/*
 * Further names of servers: NetServerAlias*. Described with [MS-SRVS] 3.1.4.44 to 3.1.4.46, whose
 * methods have their parameters.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>

#include "api/answer.h"
#include "api/debug.h"
#include "api/this_computer.h"
#include "families/server/aliases.h"

/* Not in mingw-w64's lmserver.h. */
NET_API_STATUS WINAPI NetServerAliasAdd(LPWSTR servername, DWORD level, LPBYTE bufptr);
NET_API_STATUS WINAPI NetServerAliasDel(LPWSTR servername, DWORD level, LPBYTE bufptr);
NET_API_STATUS WINAPI NetServerAliasEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                         DWORD prefmaxlen, LPDWORD entriesread,
                                         LPDWORD totalentries, LPDWORD resumehandle);

NET_API_STATUS WINAPI NetServerAliasAdd(LPWSTR servername, DWORD level, LPBYTE bufptr)
{
    NET_API_STATUS status = server_name_check(servername);

    return status ? status : aliases_change(slice_w(servername), true, level, bufptr);
}

NET_API_STATUS WINAPI NetServerAliasDel(LPWSTR servername, DWORD level, LPBYTE bufptr)
{
    NET_API_STATUS status = server_name_check(servername);

    return status ? status : aliases_change(slice_w(servername), false, level, bufptr);
}

NET_API_STATUS WINAPI NetServerAliasEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                         DWORD prefmaxlen, LPDWORD entriesread,
                                         LPDWORD totalentries, LPDWORD resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,   entriesread,
                                      totalentries, resumehandle, NULL };
    const struct info_request request = api_enum_request(&outputs, servername, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &server_alias_family, level);

    if (!status)
    {
        status = server_name_check(servername);
    }
    if (!status)
    {
        status = aliases_enumerate(&request, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}
