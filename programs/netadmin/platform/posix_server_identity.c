/*
 * What a server said of itself when it was connected to, where the functions of the API are part of
 * the program.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <windows.h>

#include "platform/server_identity.h"

DWORD WINAPI Netapi32QueryServer(const WCHAR *server, struct netapi32_server *identity, DWORD size);

bool server_identity_query(const WCHAR *server, struct netapi32_server *identity)
{
    return !Netapi32QueryServer(server, identity, sizeof(*identity));
}
