/*
 * The network adapters of this computer, on Linux.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/adapters_list.h"

#include <ifaddrs.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <netpacket/packet.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Its address of the link, which each has once; NULL: it has none, or is down. */
static const struct sockaddr_ll *adapter_address(const struct ifaddrs *interface)
{
    const struct sockaddr_ll *link = (const void *)interface->ifa_addr;

    return link && link->sll_family == AF_PACKET && link->sll_hatype == ARPHRD_ETHER &&
                   link->sll_halen == MAC_ADDRESS_SIZE && interface->ifa_flags & IFF_RUNNING
               ? link
               : NULL;
}

static DWORD collect(const struct ifaddrs *first, struct adapter **adapters, size_t *count)
{
    size_t room = 1;

    for (const struct ifaddrs *at = first; at; at = at->ifa_next)
    {
        room++;
    }
    *adapters = calloc(room, sizeof(**adapters));
    if (!*adapters)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (const struct ifaddrs *at = first; at; at = at->ifa_next)
    {
        const struct sockaddr_ll *link = adapter_address(at);

        if (link)
        {
            struct adapter *adapter = &(*adapters)[(*count)++];

            MultiByteToWideChar(CP_UTF8, 0, at->ifa_name, -1, adapter->name,
                                ARRAYSIZE(adapter->name));
            memcpy(adapter->mac_address, link->sll_addr, MAC_ADDRESS_SIZE);
        }
    }
    return ERROR_SUCCESS;
}

DWORD adapters_list(struct adapter **adapters, size_t *count)
{
    struct ifaddrs *interfaces = NULL;
    DWORD status = ERROR_SUCCESS;

    *adapters = NULL;
    *count = 0;
    if (getifaddrs(&interfaces))
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    status = collect(interfaces, adapters, count);
    freeifaddrs(interfaces);
    return status;
}
