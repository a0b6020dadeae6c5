/*
 * Connections to shares: NetConnectionEnum. Documented with lmshare.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "api/answer.h"
#include "api/debug.h"
#include "families/connection/connections.h"
#include "levels/connection_levels.h"

NET_API_STATUS WINAPI NetConnectionEnum(LMSTR servername, LMSTR qualifier, DWORD level,
                                        LPBYTE *bufptr, DWORD prefmaxlen, LPDWORD entriesread,
                                        LPDWORD totalentries, LPDWORD resume_handle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,    entriesread,
                                      totalentries, resume_handle, NULL };
    const struct connections_request request = {
        .list = api_enum_request(&outputs, servername, level),
        .qualifier = slice_w(qualifier),
    };
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &connection_family, level);

    if (!status)
    {
        status = connections_enumerate(&request, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}
