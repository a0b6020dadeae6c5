/*
 * The transports of servers and their names on them: NetServerTransport*, NetServerComputerName*.
 * Documented with lmserver.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmserver.h>

#include "api/answer.h"
#include "api/debug.h"
#include "api/this_computer.h"
#include "families/server/transports.h"

/* ---- Transports ------------------------------------------------------------------------------ */

NET_API_STATUS WINAPI NetServerTransportEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                             DWORD prefmaxlen, LPDWORD entriesread,
                                             LPDWORD totalentries, LPDWORD resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,   entriesread,
                                      totalentries, resumehandle, NULL };
    const struct info_request request = api_enum_request(&outputs, servername, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &server_transport_family, level);

    if (!status)
    {
        status = server_name_check(servername);
    }
    if (!status)
    {
        status = transports_enumerate(&request, &this_server, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}

static NET_API_STATUS change_transport(const WCHAR *server, enum transport_change change,
                                       DWORD level, const BYTE *buffer)
{
    NET_API_STATUS status = server_name_check(server);

    return status ? status : transports_change(slice_w(server), change, level, buffer);
}

NET_API_STATUS WINAPI NetServerTransportAdd(LPWSTR servername, DWORD level, LPBYTE bufptr)
{
    return change_transport(servername, TRANSPORT_ADD, level, bufptr);
}

NET_API_STATUS WINAPI NetServerTransportAddEx(LPWSTR servername, DWORD level, LPBYTE bufptr)
{
    return change_transport(servername, TRANSPORT_ADD_EX, level, bufptr);
}

NET_API_STATUS WINAPI NetServerTransportDel(LPWSTR servername, DWORD level, LPBYTE bufptr)
{
    return change_transport(servername, TRANSPORT_DEL, level, bufptr);
}

/* ---- Names ----------------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetServerComputerNameAdd(LPWSTR ServerName, LPWSTR EmulatedDomainName,
                                               LPWSTR EmulatedServerName)
{
    NET_API_STATUS status = server_name_check(ServerName);

    return status ? status
                  : computer_names_add(slice_w(ServerName), slice_w(EmulatedDomainName),
                                       slice_w(EmulatedServerName));
}

NET_API_STATUS WINAPI NetServerComputerNameDel(LPWSTR ServerName, LPWSTR EmulatedServerName)
{
    NET_API_STATUS status = server_name_check(ServerName);

    return status ? status : computer_names_del(slice_w(ServerName), slice_w(EmulatedServerName));
}
