/*
 * The transports over the network adapters of this computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/adapters.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static void make_transport(const struct adapter *adapter, struct adapter_transport *transport)
{
    static const WCHAR digits[] = L"0123456789ABCDEF";
    static const WCHAR prefix[] = L"\\Device\\NetBT_Tcpip_";
    const size_t length = wcslen(adapter->name);

    _Static_assert(ARRAYSIZE(prefix) + ARRAYSIZE(adapter->name) <= ARRAYSIZE(transport->name),
                   "the longest name of an adapter");
    memcpy(transport->name, prefix, sizeof(prefix));
    memcpy(&transport->name[ARRAYSIZE(prefix) - 1], adapter->name, (length + 1) * sizeof(WCHAR));
    for (size_t i = 0; i < MAC_ADDRESS_SIZE; i++)
    {
        transport->address[2 * i] = digits[adapter->mac_address[i] / 16];
        transport->address[2 * i + 1] = digits[adapter->mac_address[i] % 16];
    }
    transport->address[2 * MAC_ADDRESS_SIZE] = 0;
}

DWORD adapters_transports(struct arena *arena, struct adapter_transport **transports, size_t *count)
{
    struct adapter *adapters = NULL;
    DWORD status = adapters_list(&adapters, count);

    *transports = status ? NULL : arena_array(arena, *count, sizeof(**transports));
    if (!status && !*transports)
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; !status && i < *count; i++)
    {
        make_transport(&adapters[i], &(*transports)[i]);
    }
    free(adapters);
    return status;
}
