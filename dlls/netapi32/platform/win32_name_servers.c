/*
 * The name servers of Windows, which under Wine are those of the host.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * iphlpapi.dll is loaded at the first need: few programs look for domains.
 */
#include <winsock2.h>
#include <ws2tcpip.h>

#include <iphlpapi.h>
#include <stdlib.h>

#include "platform/platform.h"
#include "platform/socket_address.h"

#define DNS_PORT 53
#define TRIES    3 /* adapters may come between the two questions */

typedef ULONG(WINAPI *adapters_function)(ULONG family, ULONG flags, void *reserved,
                                         IP_ADAPTER_ADDRESSES *addresses, ULONG *size);

static ULONG ask_adapters(adapters_function ask, IP_ADAPTER_ADDRESSES **answer)
{
    const ULONG flags = GAA_FLAG_SKIP_UNICAST | GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST |
                        GAA_FLAG_SKIP_FRIENDLY_NAME;
    IP_ADAPTER_ADDRESSES *adapters = NULL;
    ULONG size = 16384;
    ULONG error = ERROR_BUFFER_OVERFLOW;

    for (int i = 0; i < TRIES && error == ERROR_BUFFER_OVERFLOW; i++)
    {
        free(adapters);
        adapters = malloc(size);
        error = adapters ? ask(AF_UNSPEC, flags, NULL, adapters, &size) : ERROR_NOT_ENOUGH_MEMORY;
    }
    if (error)
    {
        free(adapters);
        adapters = NULL;
    }
    *answer = adapters;
    return error;
}

/* The site-local addresses that Windows names where it knows no server: fec0:0:0:ffff::1 to 3. */
static bool is_placeholder(const struct ip_address *address)
{
    static const uint8_t prefix[] = { 0xFE, 0xC0, 0, 0, 0, 0, 0xFF, 0xFF };

    return !memcmp(address->bytes, prefix, sizeof(prefix));
}

static bool is_among(const struct ip_endpoint *servers, size_t count, const struct ip_endpoint *one)
{
    for (size_t i = 0; i < count; i++)
    {
        if (!memcmp(&servers[i].address, &one->address, sizeof(one->address)))
        {
            return true;
        }
    }
    return false;
}

/* Each adapter has its servers; under Wine each has all of the host's. */
static size_t collect(const IP_ADAPTER_ADDRESSES *adapters, struct ip_endpoint *servers,
                      size_t size)
{
    size_t count = 0;

    for (; adapters; adapters = adapters->Next)
    {
        const IP_ADAPTER_DNS_SERVER_ADDRESS *server = adapters->FirstDnsServerAddress;

        for (; server && count < size; server = server->Next)
        {
            struct ip_endpoint *endpoint = &servers[count];

            endpoint_from_socket_address(server->Address.lpSockaddr, endpoint);
            endpoint->port = DNS_PORT;
            if (!is_placeholder(&endpoint->address) && !is_among(servers, count, endpoint))
            {
                count++;
            }
        }
    }
    return count;
}

uint32_t platform_name_servers(struct ip_endpoint *servers, size_t size, size_t *count)
{
    HMODULE library = LoadLibraryW(L"iphlpapi.dll");
    adapters_function ask = NULL;
    IP_ADAPTER_ADDRESSES *adapters = NULL;
    ULONG error = ERROR_PROC_NOT_FOUND;

    *count = 0;
    if (!library)
    {
        return ERROR_SUCCESS;
    }
    ask = (adapters_function)(void *)GetProcAddress(library, "GetAdaptersAddresses");
    if (ask)
    {
        error = ask_adapters(ask, &adapters);
    }
    *count = collect(adapters, servers, size);
    free(adapters);
    FreeLibrary(library);
    return error == ERROR_NOT_ENOUGH_MEMORY ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
}

void platform_domain_name(struct utf16_name *name)
{
    WCHAR text[NAME_LENGTH_MAX + 1];
    DWORD size = ARRAYSIZE(text);

    if (!GetComputerNameExW(ComputerNameDnsDomain, text, &size))
    {
        size = 0;
    }
    utf16_name_set(name, (struct utf16_slice){ text, size });
}
