/*
 * Names of users, computers, shares and others: I_NetName*, NetpwName*.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Undocumented as functions, but they are the client's side of NetrNameValidate, NetrNameCanonicalize
 * and NetrNameCompare, [MS-SRVS] 3.1.4.32 to 3.1.4.34, and Netpw* what answers them.
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <string.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "base/wipe.h"
#include "families/names/names.h"

NET_API_STATUS WINAPI I_NetNameValidate(WCHAR *server, WCHAR *name, DWORD type, DWORD flags);
NET_API_STATUS WINAPI NetpwNameValidate(WCHAR *name, DWORD type, DWORD flags);
NET_API_STATUS WINAPI I_NetNameCanonicalize(WCHAR *server, WCHAR *name, WCHAR *buffer, DWORD size,
                                            DWORD type, DWORD flags);
NET_API_STATUS WINAPI NetpwNameCanonicalize(WCHAR *name, WCHAR *buffer, DWORD size, DWORD type,
                                            DWORD flags);
LONG WINAPI I_NetNameCompare(WCHAR *server, WCHAR *first, WCHAR *second, DWORD type, DWORD flags);
LONG WINAPI NetpwNameCompare(WCHAR *first, WCHAR *second, DWORD type, DWORD flags);

NET_API_STATUS WINAPI NetpwNameValidate(WCHAR *name, DWORD type, DWORD flags)
{
    return I_NetNameValidate(NULL, name, type, flags);
}

NET_API_STATUS WINAPI I_NetNameValidate(WCHAR *server, WCHAR *name, DWORD type, DWORD flags)
{
    struct target target;
    NET_API_STATUS status = target_from_name(server, &target);

    return status ? status : names_validate(&target, slice_w(name), type, flags);
}

NET_API_STATUS WINAPI NetpwNameCanonicalize(WCHAR *name, WCHAR *buffer, DWORD size, DWORD type,
                                            DWORD flags)
{
    return I_NetNameCanonicalize(NULL, name, buffer, size, type, flags);
}

/* `size` in bytes. The specification says of what it is sent only that it is a length; whoever means
 * characters has a buffer of twice that, and is not written past it. */
NET_API_STATUS WINAPI I_NetNameCanonicalize(WCHAR *server, WCHAR *name, WCHAR *buffer, DWORD size,
                                            DWORD type, DWORD flags)
{
    struct canonical_name canonical;
    struct target target;
    NET_API_STATUS status = NERR_Success;

    if (!buffer)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = target_from_name(server, &target);
    if (!status)
    {
        status = names_canonicalize(&target, slice_w(name), type, flags, size / sizeof(WCHAR),
                                    &canonical);
    }
    if (!status)
    {
        memcpy(buffer, canonical.units, (canonical.length + 1) * sizeof(WCHAR));
    }
    else if (size >= sizeof(WCHAR))
    {
        buffer[0] = 0;
    }
    wipe(&canonical, sizeof(canonical));
    return status;
}

LONG WINAPI NetpwNameCompare(WCHAR *first, WCHAR *second, DWORD type, DWORD flags)
{
    return I_NetNameCompare(NULL, first, second, type, flags);
}

LONG WINAPI I_NetNameCompare(WCHAR *server, WCHAR *first, WCHAR *second, DWORD type, DWORD flags)
{
    struct target target;
    NET_API_STATUS status = target_from_name(server, &target);

    return status ? (LONG)status
                  : names_compare(&target, slice_w(first), slice_w(second), type, flags);
}
