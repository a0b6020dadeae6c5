/*
 * Servers: NetServer*. Documented with lmserver.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmserver.h>

#include "api/answer.h"
#include "api/debug.h"
#include "api/this_computer.h"
#include "families/server/disks.h"
#include "families/server/servers.h"
#include "levels/server_levels.h"

/* Not in mingw-w64's lmserver.h. */
NET_API_STATUS WINAPI NetServerEnumEx(LPCWSTR servername, DWORD level, LPBYTE *bufptr,
                                      DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                      DWORD servertype, LPCWSTR domain, LPCWSTR FirstNameToReturn);

/* ---- The server ------------------------------------------------------------------------------ */

NET_API_STATUS WINAPI NetServerGetInfo(LPWSTR servername, DWORD level, LPBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, &server_info_family, level);

    if (!status)
    {
        status = server_name_check(servername);
    }
    if (!status)
    {
        status = servers_get_info(slice_w(servername), level, &this_server, &buffer);
        *bufptr = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetServerSetInfo(LPWSTR servername, DWORD level, LPBYTE buf,
                                       LPDWORD ParmError)
{
    uint32_t parameter_error = 0;
    NET_API_STATUS status = server_name_check(servername);

    if (!status)
    {
        status = servers_set_info(slice_w(servername), level, buf, &parameter_error);
    }
    if (ParmError)
    {
        *ParmError = parameter_error;
    }
    return status;
}

/* ---- Other servers --------------------------------------------------------------------------- */

/* Computers no longer announce themselves since SMB1 is gone, and Windows without it says so. */
static NET_API_STATUS enumerate_servers(const struct api_enum *outputs,
                                        const struct servers_request *request)
{
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(outputs, &server_list_family, request->list.level);

    if (!status)
    {
        status = servers_enumerate(request, &answer);
        api_enum_give(outputs, status, &answer);
    }
    return status;
}

NET_API_STATUS WINAPI NetServerEnum(LMCSTR servername, DWORD level, LPBYTE *bufptr,
                                    DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                    DWORD servertype, LMCSTR domain, LPDWORD resume_handle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,    entriesread,
                                      totalentries, resume_handle, NULL };

    return enumerate_servers(&outputs, &(struct servers_request){
                                           .list = api_enum_request(&outputs, servername, level),
                                           .types = servertype,
                                           .domain = slice_w(domain),
                                       });
}

/* A list of one begins with it, whatever name is to be the first. */
NET_API_STATUS WINAPI NetServerEnumEx(LPCWSTR servername, DWORD level, LPBYTE *bufptr,
                                      DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                      DWORD servertype, LPCWSTR domain, LPCWSTR FirstNameToReturn)
{
    const struct api_enum outputs = { bufptr, prefmaxlen, entriesread, totalentries, NULL, NULL };

    (void)FirstNameToReturn;
    return enumerate_servers(&outputs, &(struct servers_request){
                                           .list = api_enum_request(&outputs, servername, level),
                                           .types = servertype,
                                           .domain = slice_w(domain),
                                       });
}

/* ---- Disks ----------------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetServerDiskEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                        DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                        LPDWORD resume_handle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,    entriesread,
                                      totalentries, resume_handle, NULL };
    const struct info_request request = api_enum_request(&outputs, servername, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &disk_family, level);

    if (!status)
    {
        status = server_name_check(servername);
    }
    if (!status)
    {
        status = disks_enumerate(&request, &this_server, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}
