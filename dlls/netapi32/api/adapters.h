/*
 * The transports over the network adapters of this computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_API_ADAPTERS_H
#define NETAPI32_API_ADAPTERS_H

#include <windows.h>

#include "api/adapters_list.h"
#include "base/arena.h"

/* What Windows calls the transport over an adapter. */
struct adapter_transport
{
    WCHAR name[96];                          /* \Device\NetBT_Tcpip_{GUID} */
    WCHAR address[2 * MAC_ADDRESS_SIZE + 1]; /* the MAC address in hexadecimal digits */
};

/* They belong to the arena. Errors of adapters_list(), and ERROR_NOT_ENOUGH_MEMORY. */
DWORD adapters_transports(struct arena *arena, struct adapter_transport **transports,
                          size_t *count);

#endif
