/*
 * What a server said of itself when it was connected to, on Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <windows.h>

#include "platform/server_identity.h"

typedef DWORD WINAPI query_function(const WCHAR *server, struct netapi32_server *identity,
                                    DWORD size);

bool server_identity_query(const WCHAR *server, struct netapi32_server *identity)
{
    HMODULE library = GetModuleHandleW(L"netapi32.dll");
    query_function *query = NULL;

    if (library)
    {
        query = (query_function *)(void *)GetProcAddress(library, NETAPI32_QUERY_SERVER);
    }
    return query && !query(server, identity, sizeof(*identity));
}
