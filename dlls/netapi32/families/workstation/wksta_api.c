/*
 * Workstation: NetWksta*. Documented with lmwksta.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmserver.h>
#include <lmwksta.h>

#include <stdlib.h>
#include <wchar.h>

#include "api/adapters.h"
#include "api/answer.h"
#include "api/debug.h"
#include "api/this_computer.h"
#include "base/arena.h"
#include "families/workstation/workstation_defaults.h"
#include "levels/workstation_levels.h"

/* ---- The workstation ------------------------------------------------------------------------- */

NET_API_STATUS WINAPI NetWkstaGetInfo(LPWSTR servername, DWORD level, LPBYTE *bufptr)
{
    struct workstation row = workstation_defaults;
    struct utf16_name computer;
    struct membership membership;
    NET_API_STATUS status = api_info_begin(bufptr, &workstation_local_family, level);

    if (!status)
    {
        status = this_computer_check(servername, ERROR_NOT_SUPPORTED);
    }
    if (status)
    {
        return status;
    }
    platform_computer_name(&computer);
    this_computer_membership(&membership);
    this_computer_version(&row.version_major, &row.version_minor);
    row.computer = utf16_from_name(&computer);
    row.group = utf16_from_name(&membership.name);
    return api_info_finish(bufptr, &workstation_local_family, level, &row);
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

/* ---- Its user -------------------------------------------------------------------------------- */

struct user_names
{
    struct utf16_name user;
    struct utf16_name computer;
};

/* The user that runs this program: the only one that a program here can know. */
static struct workstation_user current_user(struct user_names *names)
{
    this_computer_user(&names->user);
    platform_computer_name(&names->computer);
    return (struct workstation_user){
        .name = utf16_from_name(&names->user),
        .logon_domain = utf16_from_name(&names->computer),
        .logon_server = utf16_from_name(&names->computer),
    };
}

/* msv1_0.dll asks this function for the user and domain of its logons. */
NET_API_STATUS WINAPI NetWkstaUserGetInfo(LPWSTR reserved, DWORD level, PBYTE *bufptr)
{
    struct workstation_user row;
    struct user_names names;
    NET_API_STATUS status = api_info_begin(bufptr, &workstation_user_info_family, level);

    if (!status && reserved)
    {
        status = ERROR_INVALID_PARAMETER;
    }
    if (status)
    {
        return status;
    }
    row = current_user(&names);
    return api_info_finish(bufptr, &workstation_user_info_family, level, &row);
}

NET_API_STATUS WINAPI NetWkstaUserEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                       DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries,
                                       LPDWORD resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,   entriesread,
                                      totalentries, resumehandle, NULL };
    struct workstation_user row;
    struct user_names names;
    NET_API_STATUS status = api_enum_begin(&outputs, &workstation_user_family, level);

    if (!status)
    {
        status = this_computer_check(servername, ERROR_NOT_SUPPORTED);
    }
    if (status)
    {
        return status;
    }
    row = current_user(&names);
    return api_enum_finish(&outputs, &workstation_user_family, level,
                           &(struct info_rows){ &row, 1 });
}

/* ---- Its transports -------------------------------------------------------------------------- */

struct transport_names
{
    WCHAR name[96];
    WCHAR address[2 * MAC_ADDRESS_SIZE + 1];
};

static struct workstation_transport transport_of(const struct adapter *adapter,
                                                 struct transport_names *names)
{
    swprintf(names->name, ARRAYSIZE(names->name), L"\\Device\\NetBT_Tcpip_%ls", adapter->name);
    for (size_t i = 0; i < MAC_ADDRESS_SIZE; i++)
    {
        swprintf(&names->address[2 * i], 3, L"%02X", adapter->mac_address[i]);
    }
    return (struct workstation_transport){
        .name = slice_w(names->name),
        .address = slice_w(names->address),
        .is_wide_area = TRUE, /* as Windows says of TCP/IP: it can be routed */
    };
}

/* Rows and names belong to the arena. */
static NET_API_STATUS list_transports(struct arena *arena, struct info_rows *list)
{
    struct workstation_transport *rows = NULL;
    struct transport_names *names = NULL;
    struct adapter *adapters = NULL;
    size_t count = 0;
    NET_API_STATUS status = adapters_list(&adapters, &count);

    if (!status)
    {
        rows = arena_array(arena, count, sizeof(*rows));
        names = arena_array(arena, count, sizeof(*names));
        status = rows && names ? NERR_Success : ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        for (size_t i = 0; i < count; i++)
        {
            rows[i] = transport_of(&adapters[i], &names[i]);
        }
        *list = (struct info_rows){ rows, count };
    }
    free(adapters);
    return status;
}

NET_API_STATUS WINAPI NetWkstaTransportEnum(LPWSTR servername, DWORD level, LPBYTE *bufptr,
                                            DWORD prefmaxlen, LPDWORD entriesread,
                                            LPDWORD totalentries, LPDWORD resumehandle)
{
    const struct api_enum outputs = { bufptr,       prefmaxlen,   entriesread,
                                      totalentries, resumehandle, NULL };
    struct arena arena = { 0 };
    struct info_rows rows = { NULL, 0 };
    NET_API_STATUS status = api_enum_begin(&outputs, &workstation_transport_family, level);

    if (bufptr && entriesread && !totalentries)
    {
        return RPC_X_NULL_REF_POINTER;
    }
    if (!status)
    {
        status = this_computer_check(servername, ERROR_NOT_SUPPORTED);
    }
    if (!status)
    {
        status = list_transports(&arena, &rows);
    }
    if (!status)
    {
        status = api_enum_finish(&outputs, &workstation_transport_family, level, &rows);
    }
    arena_free(&arena);
    return status;
}
