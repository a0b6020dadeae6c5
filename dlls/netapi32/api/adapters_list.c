/*
 * The network adapters of this computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * iphlpapi.dll is loaded for the call: nearly no program needs it here, and it in turn may load
 * netapi32.dll.
 */
#include <winsock2.h>
#include <windows.h>
#include <iphlpapi.h>

#include <stdlib.h>
#include <wchar.h>

#include "api/adapters_list.h"

typedef ULONG(WINAPI *get_adapters_function)(ULONG, ULONG, void *, IP_ADAPTER_ADDRESSES *, ULONG *);

/* All that the system knows, in a block to be freed. */
static DWORD get_addresses(get_adapters_function get_adapters, IP_ADAPTER_ADDRESSES **addresses)
{
    const ULONG flags = GAA_FLAG_SKIP_UNICAST | GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST |
                        GAA_FLAG_SKIP_DNS_SERVER;
    ULONG size = 16384;
    DWORD status = ERROR_BUFFER_OVERFLOW;

    *addresses = NULL;
    while (status == ERROR_BUFFER_OVERFLOW)
    {
        free(*addresses);
        *addresses = malloc(size);
        if (!*addresses)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        status = get_adapters(AF_UNSPEC, flags, NULL, *addresses, &size);
    }
    return status;
}

static BOOL is_adapter(const IP_ADAPTER_ADDRESSES *address)
{
    return address->PhysicalAddressLength == MAC_ADDRESS_SIZE &&
           address->OperStatus == IfOperStatusUp;
}

static DWORD collect(const IP_ADAPTER_ADDRESSES *first, struct adapter **adapters, size_t *count)
{
    size_t room = 0;

    for (const IP_ADAPTER_ADDRESSES *at = first; at; at = at->Next)
    {
        room += is_adapter(at) ? 1 : 0;
    }
    if (!room)
    {
        return ERROR_SUCCESS;
    }
    *adapters = calloc(room, sizeof(**adapters));
    if (!*adapters)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (const IP_ADAPTER_ADDRESSES *at = first; at; at = at->Next)
    {
        if (is_adapter(at))
        {
            struct adapter *adapter = &(*adapters)[(*count)++];

            MultiByteToWideChar(CP_ACP, 0, at->AdapterName, -1, adapter->name,
                                ARRAYSIZE(adapter->name));
            memcpy(adapter->mac_address, at->PhysicalAddress, MAC_ADDRESS_SIZE);
        }
    }
    return ERROR_SUCCESS;
}

DWORD adapters_list(struct adapter **adapters, size_t *count)
{
    HMODULE library = LoadLibraryW(L"iphlpapi.dll");
    get_adapters_function get_adapters = NULL;
    IP_ADAPTER_ADDRESSES *addresses = NULL;
    DWORD status = ERROR_PROC_NOT_FOUND;

    *adapters = NULL;
    *count = 0;
    if (!library)
    {
        return GetLastError();
    }
    get_adapters = (get_adapters_function)(void *)GetProcAddress(library, "GetAdaptersAddresses");
    if (get_adapters)
    {
        status = get_addresses(get_adapters, &addresses);
    }
    if (!status)
    {
        status = collect(addresses, adapters, count);
    }
    free(addresses);
    FreeLibrary(library);
    return status == ERROR_NO_DATA ? ERROR_SUCCESS : status;
}
