/*
 * Shares: NetShareGetInfo and NetShareDel. Documented with lmshare.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Wine shares nothing by these functions, so no name is that of a share of this computer. Programs
 * ask before they add one.
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmshare.h>

#include "api/this_computer.h"

static DWORD no_share(const WCHAR *server, const WCHAR *name)
{
    DWORD status = ERROR_INVALID_PARAMETER;

    if (name && *name)
    {
        status = this_computer_check(server, ERROR_NOT_SUPPORTED);
    }
    return status ? status : NERR_NetNameNotFound;
}

static BOOL is_level(DWORD level)
{
    static const DWORD levels[] = { 0, 1, 2, 501, 502, 503, 1005 };

    for (size_t i = 0; i < ARRAYSIZE(levels); i++)
    {
        if (levels[i] == level)
        {
            return TRUE;
        }
    }
    return FALSE;
}

NET_API_STATUS WINAPI NetShareGetInfo(LMSTR servername, LMSTR netname, DWORD level, LPBYTE *bufptr)
{
    if (!bufptr)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *bufptr = NULL;
    return is_level(level) ? no_share(servername, netname) : ERROR_INVALID_LEVEL;
}

NET_API_STATUS WINAPI NetShareDel(LMSTR servername, LMSTR netname, DWORD reserved)
{
    return reserved ? ERROR_INVALID_PARAMETER : no_share(servername, netname);
}
