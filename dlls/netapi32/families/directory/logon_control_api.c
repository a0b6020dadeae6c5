/*
 * The Netlogon service of a computer: I_NetLogonControl, I_NetLogonControl2. Documented with
 * lmaccess.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmaccess.h>
#include <lmerr.h>

#include <stddef.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "families/directory/logon_control.h"
#include "levels/netlogon_levels.h"

#define SAME_SIZE(number)                                                                          \
    _Static_assert(sizeof(struct netlogon_info_##number) == sizeof(NETLOGON_INFO_##number),        \
                   "NETLOGON_INFO_" #number)
SAME_SIZE(1);
SAME_SIZE(2);
SAME_SIZE(3);
SAME_SIZE(4);
_Static_assert(offsetof(struct netlogon_info_2, trusted_dc_name) ==
                   offsetof(NETLOGON_INFO_2, netlog2_trusted_dc_name),
               "netlog2_trusted_dc_name");
_Static_assert(offsetof(struct netlogon_info_4, trusted_domain_name) ==
                   offsetof(NETLOGON_INFO_4, netlog4_trusted_domain_name),
               "netlog4_trusted_domain_name");

/* This computer has no Netlogon service. */
static NET_API_STATUS control(const WCHAR *server, DWORD function, DWORD level,
                              const struct logon_control_data *data, BYTE **buffer)
{
    struct target target;
    NET_API_STATUS status = target_from_name(server, &target);

    if (status)
    {
        return status;
    }
    return target.is_this_computer ? ERROR_SERVICE_NOT_ACTIVE
                                   : logon_control(&target, function, level, data, (void **)buffer);
}

NET_API_STATUS WINAPI I_NetLogonControl(LPCWSTR ServerName, DWORD FunctionCode, DWORD QueryLevel,
                                        LPBYTE *Buffer)
{
    NET_API_STATUS status = NERR_Success;

    if (!Buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *Buffer = NULL;
    status = logon_control_check(FunctionCode, QueryLevel);
    return status ? status : control(ServerName, FunctionCode, QueryLevel, NULL, Buffer);
}

/* The data is a pointer to a string, or to a number. False where it is missing. */
static BOOL read_data(DWORD function, const BYTE *source, struct logon_control_data *data)
{
    const WCHAR *name = NULL;

    switch (logon_control_kind(function))
    {
    case LOGON_CONTROL_DOMAIN_NAME:
    case LOGON_CONTROL_USER_NAME:
        if (source)
        {
            memcpy(&name, source, sizeof(name));
            data->name = slice_w(name);
        }
        return source != NULL;
    case LOGON_CONTROL_NUMBER:
        if (source)
        {
            memcpy(&data->number, source, sizeof(data->number));
        }
        return source != NULL;
    default: return TRUE;
    }
}

NET_API_STATUS WINAPI I_NetLogonControl2(LPCWSTR ServerName, DWORD FunctionCode, DWORD QueryLevel,
                                         LPBYTE Data, LPBYTE *Buffer)
{
    struct logon_control_data data = { .number = 0 };
    NET_API_STATUS status = NERR_Success;

    if (!Buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *Buffer = NULL;
    status = logon_control_check(FunctionCode, QueryLevel);
    if (!status && !read_data(FunctionCode, Data, &data))
    {
        status = ERROR_INVALID_PARAMETER;
    }
    return status ? status : control(ServerName, FunctionCode, QueryLevel, &data, Buffer);
}
