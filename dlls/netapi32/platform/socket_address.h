/*
 * IP addresses between this project's form and that of the system's sockets. For the files of this
 * folder that have included the system's headers, which both have the same names in.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_SOCKET_ADDRESS_H
#define NETAPI32_PLATFORM_SOCKET_ADDRESS_H

#include <string.h>

#include "platform/platform.h"

#define MAPPED_IPV4_OFFSET 12 /* ::ffff:a.b.c.d */

union socket_address
{
    struct sockaddr any;
    struct sockaddr_in ipv4;
    struct sockaddr_in6 ipv6;
};

/* An address of another family becomes ::. */
static inline void endpoint_from_socket_address(const struct sockaddr *from,
                                                struct ip_endpoint *endpoint)
{
    union socket_address address;

    *endpoint = (struct ip_endpoint){ 0 };
    if (from->sa_family == AF_INET)
    {
        memcpy(&address.ipv4, from, sizeof(address.ipv4));
        endpoint->address.bytes[10] = endpoint->address.bytes[11] = 0xFF;
        memcpy(endpoint->address.bytes + MAPPED_IPV4_OFFSET, &address.ipv4.sin_addr, 4);
        endpoint->port = ntohs(address.ipv4.sin_port);
    }
    else if (from->sa_family == AF_INET6)
    {
        memcpy(&address.ipv6, from, sizeof(address.ipv6));
        memcpy(endpoint->address.bytes, &address.ipv6.sin6_addr, sizeof(endpoint->address.bytes));
        endpoint->scope = (uint32_t)address.ipv6.sin6_scope_id;
        endpoint->port = ntohs(address.ipv6.sin6_port);
    }
}

/* Returns the size of what was written. */
static inline int socket_address_from_endpoint(const struct ip_endpoint *endpoint,
                                               union socket_address *address)
{
    memset(address, 0, sizeof(*address));
    if (ip_address_is_ipv4(&endpoint->address))
    {
        address->ipv4.sin_family = AF_INET;
        address->ipv4.sin_port = htons(endpoint->port);
        memcpy(&address->ipv4.sin_addr, endpoint->address.bytes + MAPPED_IPV4_OFFSET, 4);
        return sizeof(address->ipv4);
    }
    address->ipv6.sin6_family = AF_INET6;
    address->ipv6.sin6_port = htons(endpoint->port);
    address->ipv6.sin6_scope_id = endpoint->scope;
    memcpy(&address->ipv6.sin6_addr, endpoint->address.bytes, sizeof(endpoint->address.bytes));
    return sizeof(address->ipv6);
}

#endif
