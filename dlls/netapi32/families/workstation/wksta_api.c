/*
 * Workstation: NetWksta*. Documented with lmwksta.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmwksta.h>

#include "api/answer.h"
#include "api/debug.h"
#include "api/this_computer.h"
#include "families/workstation/workstations.h"

/* ---- The workstation ------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetWkstaGetInfo(LPWSTR servername, DWORD level, LPBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, &workstation_local_family, level);

    if (!status)
    {
        status = server_name_check(servername);
    }
    if (!status)
    {
        status = workstations_get_info(slice_w(servername), level, &this_workstation, &buffer);
        *bufptr = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetWkstaSetInfo(LPWSTR servername, DWORD level, LPBYTE buffer,
                                      LPDWORD parm_err)
{
    NET_API_STATUS status = NERR_Success;

    (void)level;
    (void)parm_err;
    if (!buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = this_computer_check(servername, ERROR_NOT_SUPPORTED);
    /* Its parameters belong to a redirector, and there is none to have them. */
    return status ? status : ERROR_NOT_SUPPORTED;
}

/* ---- Its users ------------------------------------------------------------------------------- */

/* msv1_0.dll asks this function for the user and domain of its logons. */
NET_API_STATUS WINAPI NetWkstaUserGetInfo(LPWSTR reserved, DWORD level, PBYTE *bufptr)
{
    void *buffer = NULL;
    NET_API_STATUS status = api_info_begin(bufptr, &workstation_user_info_family, level);

    if (!status && reserved)
    {
        status = ERROR_INVALID_PARAMETER;
    }
    if (!status)
    {
        status = workstations_get_user(level, &this_workstation, &buffer);
        *bufptr = buffer;
    }
    return status;
}

NET_API_STATUS WINAPI NetWkstaUserEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                       DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                       LPDWORD resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,   entriesread,
                                      totalentries, resumehandle, NULL };
    const struct info_request request = api_enum_request(&outputs, servername, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &workstation_user_family, level);

    if (!status)
    {
        status = server_name_check(servername);
    }
    if (!status)
    {
        status = workstations_list_users(&request, &this_workstation, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}

/* ---- Its transports -------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetWkstaTransportEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                            DWORD prefmaxlen, LPDWORD entriesread,
                                            LPDWORD totalentries, LPDWORD resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,   entriesread,
                                      totalentries, resumehandle, NULL };
    const struct info_request request = api_enum_request(&outputs, servername, level);
    struct info_answer answer = { 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &workstation_transport_family, level);

    if (bufptr && entriesread && !totalentries)
    {
        return RPC_X_NULL_REF_POINTER;
    }
    if (!status)
    {
        status = server_name_check(servername);
    }
    if (!status)
    {
        status = workstations_list_transports(&request, &this_workstation, &answer);
        api_enum_give(&outputs, status, &answer);
    }
    return status;
}
