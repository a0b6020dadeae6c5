/*
 * The private export that tells what a server said of itself.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <string.h>

#include "api/debug.h"
#include "netapi32_call.h"
#include "remote/server_guid.h"

DWORD WINAPI Netapi32QueryServer(const WCHAR *server, struct netapi32_server *identity, DWORD size);

_Static_assert(NETAPI32_GUID_SIZE == SERVER_GUID_SIZE, "a ServerGuid is copied whole");

DWORD WINAPI Netapi32QueryServer(const WCHAR *server, struct netapi32_server *identity, DWORD size)
{
    struct netapi32_server known = { 0 };
    DWORD status = ERROR_SUCCESS;

    if (!identity || !size)
    {
        return ERROR_INVALID_PARAMETER;
    }
    memset(identity, 0, size);
    status = server_guid_find(slice_w(server), known.guid);
    if (!status)
    {
        memcpy(identity, &known, size < sizeof(known) ? size : sizeof(known));
    }
    return status;
}
