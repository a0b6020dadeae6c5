/*
 * The name servers of a POSIX system: resolv.conf(5).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <net/if.h>
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>

#include <netinet/in.h>

#include "base/status.h"
#include "platform/platform.h"
#include "platform/socket_address.h"

#define LINE_SIZE 512
#define DNS_PORT  "53"

uint32_t platform_name_servers(struct ip_endpoint *servers, size_t size, size_t *count)
{
    FILE *file = fopen("/etc/resolv.conf", "re");
    char line[LINE_SIZE];
    char address[LINE_SIZE];

    *count = 0;
    while (file && *count < size && fgets(line, sizeof(line), file))
    {
        struct addrinfo hints = { .ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICHOST };
        struct addrinfo *found = NULL;

        /* getaddrinfo() for the interface behind a link-local address (%eth0) */
        if (sscanf(line, "nameserver %511s", address) == 1 &&
            !getaddrinfo(address, DNS_PORT, &hints, &found))
        {
            endpoint_from_socket_address(found->ai_addr, &servers[(*count)++]);
            freeaddrinfo(found);
        }
    }
    if (file)
    {
        fclose(file);
    }
    return ERROR_SUCCESS;
}
