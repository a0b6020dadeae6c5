/*
 * The name servers of a POSIX system: resolv.conf(5).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <net/if.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <netinet/in.h>

#include "platform/platform.h"
#include "platform/socket_address.h"

#define LINE_SIZE 512
#define DNS_PORT  "53"

size_t platform_name_servers(struct ip_endpoint *servers, size_t size)
{
    FILE *file = fopen("/etc/resolv.conf", "re");
    char line[LINE_SIZE];
    char address[LINE_SIZE];
    size_t count = 0;

    while (file && count < size && fgets(line, sizeof(line), file))
    {
        struct addrinfo hints = { .ai_socktype = SOCK_DGRAM, .ai_flags = AI_NUMERICHOST };
        struct addrinfo *found = NULL;

        /* getaddrinfo() for the interface behind a link-local address (%eth0) */
        if (sscanf(line, "nameserver %511s", address) == 1 &&
            !getaddrinfo(address, DNS_PORT, &hints, &found))
        {
            endpoint_from_socket_address(found->ai_addr, &servers[count++]);
            freeaddrinfo(found);
        }
    }
    if (file)
    {
        fclose(file);
    }
    return count;
}

void platform_domain_name(struct utf16_name *name)
{
    char host[NAME_LENGTH_MAX + 1] = "";
    const char *dot = NULL;

    if (gethostname(host, sizeof(host) - 1))
    {
        host[0] = 0;
    }
    dot = strchr(host, '.');
    utf16_name_from_utf8(name, dot ? dot + 1 : "");
}
