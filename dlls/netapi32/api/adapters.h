/*
 * The network adapters of this computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_API_ADAPTERS_H
#define NETAPI32_API_ADAPTERS_H

#include <windows.h>

#include "base/arena.h"

#define MAC_ADDRESS_SIZE 6

struct adapter
{
    WCHAR name[64]; /* {GUID} */
    BYTE mac_address[MAC_ADDRESS_SIZE];
};

/* What Windows calls the transport over an adapter. */
struct adapter_transport
{
    WCHAR name[96];                          /* \Device\NetBT_Tcpip_{GUID} */
    WCHAR address[2 * MAC_ADDRESS_SIZE + 1]; /* the MAC address in hexadecimal digits */
};

/* The adapters that have a MAC address and are up; a loopback has none. The caller frees
 * *adapters, which is NULL when there are none. ERROR_NOT_ENOUGH_MEMORY, or what the system says.
 */
DWORD adapters_list(struct adapter **adapters, size_t *count);
/* Their transports, which belong to the arena. Errors as above. */
DWORD adapters_transports(struct arena *arena, struct adapter_transport **transports,
                          size_t *count);

#endif
