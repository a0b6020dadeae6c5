/*
 * What a server said of itself when it was connected to (include/netapi32_call.h).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SERVER_IDENTITY_H
#define NETADMIN_SERVER_IDENTITY_H

#include <netapi32_call.h>
#include <stdbool.h>
#include <windows.h>

/* Of a server that a function of the API asked some seconds ago; asks nobody. False where the
 * netapi32.dll does not tell, or no connection to the server is open any more. */
bool server_identity_query(const WCHAR *server, struct netapi32_server *identity);

#endif
