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

static void give_parameter_error(DWORD *output, uint32_t parameter_error)
{
    if (output)
    {
        *output = parameter_error;
    }
}

NET_API_STATUS WINAPI NetWkstaSetInfo(LPWSTR servername, DWORD level, LPBYTE buffer,
                                      LPDWORD parm_err)
{
    uint32_t parameter_error = 0;
    NET_API_STATUS status = buffer ? server_name_check(servername) : ERROR_INVALID_PARAMETER;

    if (!status)
    {
        status = workstations_set_info(slice_w(servername), level, buffer, &parameter_error);
    }
    give_parameter_error(parm_err, parameter_error);
    return status;
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

/* What can be set is the other domains to look for servers in: nobody looks any more. */
NET_API_STATUS WINAPI NetWkstaUserSetInfo(LPWSTR reserved, DWORD level, LPBYTE buf,
                                          LPDWORD parm_err)
{
    give_parameter_error(parm_err, 0);
    if (reserved || !buf)
    {
        return ERROR_INVALID_PARAMETER;
    }
    return level == 1 || level == 1101 ? ERROR_NOT_SUPPORTED : ERROR_INVALID_LEVEL;
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

NET_API_STATUS WINAPI NetWkstaTransportAdd(LPWSTR servername, DWORD level, LPBYTE buf,
                                           LPDWORD parm_err)
{
    uint32_t parameter_error = 0;
    NET_API_STATUS status = server_name_check(servername);

    if (!status)
    {
        status = workstations_add_transport(slice_w(servername), level, buf, &parameter_error);
    }
    give_parameter_error(parm_err, parameter_error);
    return status;
}

NET_API_STATUS WINAPI NetWkstaTransportDel(LPWSTR servername, LPWSTR transportname, DWORD ucond)
{
    NET_API_STATUS status = server_name_check(servername);

    return status ? status
                  : workstations_del_transport(slice_w(servername), slice_w(transportname), ucond);
}
