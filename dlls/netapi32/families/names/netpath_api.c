/*
 * Paths: I_NetPath*, NetpwPath*.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Undocumented as functions, but they are the client's side of NetprPathType, NetprPathCanonicalize
 * and NetprPathCompare, [MS-SRVS] 3.1.4.29 to 3.1.4.31, and Netpw* what answers them.
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <string.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "families/names/names.h"

NET_API_STATUS WINAPI I_NetPathType(WCHAR *server, WCHAR *path, DWORD *type, DWORD flags);
NET_API_STATUS WINAPI NetpwPathType(WCHAR *path, DWORD *type, DWORD flags);
NET_API_STATUS WINAPI I_NetPathCanonicalize(WCHAR *server, WCHAR *path, WCHAR *buffer, DWORD size,
                                            WCHAR *prefix, DWORD *type, DWORD flags);
NET_API_STATUS WINAPI NetpwPathCanonicalize(WCHAR *path, WCHAR *buffer, DWORD size, WCHAR *prefix,
                                            DWORD *type, DWORD flags);
LONG WINAPI I_NetPathCompare(WCHAR *server, WCHAR *first, WCHAR *second, DWORD type, DWORD flags);
LONG WINAPI NetpwPathCompare(WCHAR *first, WCHAR *second, DWORD type, DWORD flags);

NET_API_STATUS WINAPI NetpwPathType(WCHAR *path, DWORD *type, DWORD flags)
{
    return I_NetPathType(NULL, path, type, flags);
}

NET_API_STATUS WINAPI I_NetPathType(WCHAR *server, WCHAR *path, DWORD *type, DWORD flags)
{
    struct target target;
    uint32_t found = 0;
    NET_API_STATUS status = NERR_Success;

    if (!type)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *type = 0;
    if (!path)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = target_from_name(server, &target);
    if (!status)
    {
        status = names_path_type(&target, slice_w(path), flags, &found);
    }
    *type = found;
    return status;
}

NET_API_STATUS WINAPI NetpwPathCanonicalize(WCHAR *path, WCHAR *buffer, DWORD size, WCHAR *prefix,
                                            DWORD *type, DWORD flags)
{
    return I_NetPathCanonicalize(NULL, path, buffer, size, prefix, type, flags);
}

/* `size` in bytes. */
NET_API_STATUS WINAPI I_NetPathCanonicalize(WCHAR *server, WCHAR *path, WCHAR *buffer, DWORD size,
                                            WCHAR *prefix, DWORD *type, DWORD flags)
{
    struct canonical_path canonical;
    struct target target;
    uint32_t found = 0;
    NET_API_STATUS status = NERR_Success;

    if (!path || !buffer || !type)
    {
        return ERROR_INVALID_PARAMETER;
    }
    found = *type;
    status = target_from_name(server, &target);
    if (!status)
    {
        status = names_path_canonicalize(&target, slice_w(path), slice_w(prefix), flags,
                                         size / sizeof(WCHAR), &found, &canonical);
    }
    if (!status)
    {
        memcpy(buffer, canonical.units, (canonical.length + 1) * sizeof(WCHAR));
        *type = found;
    }
    else if (size >= sizeof(WCHAR))
    {
        buffer[0] = 0;
    }
    return status;
}

LONG WINAPI NetpwPathCompare(WCHAR *first, WCHAR *second, DWORD type, DWORD flags)
{
    return I_NetPathCompare(NULL, first, second, type, flags);
}

LONG WINAPI I_NetPathCompare(WCHAR *server, WCHAR *first, WCHAR *second, DWORD type, DWORD flags)
{
    struct target target;
    NET_API_STATUS status = ERROR_INVALID_PARAMETER;

    if (first && second)
    {
        status = target_from_name(server, &target);
    }
    return status ? (LONG)status
                  : names_path_compare(&target, slice_w(first), slice_w(second), type, flags);
}
