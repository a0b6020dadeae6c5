/*
 * Which name servers are asked: those of the configuration, or the system's.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dns/dns_client.h"

#include "base/status.h"

#define DNS_PORT        53
#define PORT_DIGITS_MAX 5

static bool is_between(uint16_t unit)
{
    return unit == ' ' || unit == ',' || unit == ';' || unit == '\t';
}

static bool parse_port(struct utf16_slice text, uint16_t *port)
{
    uint32_t number = 0;

    if (!text.length || text.length > PORT_DIGITS_MAX)
    {
        return false;
    }
    for (size_t i = 0; i < text.length; i++)
    {
        const uint16_t digit = utf16_unit(text, i);

        if (digit < '0' || digit > '9')
        {
            return false;
        }
        number = number * 10 + digit - '0';
    }
    *port = (uint16_t)number;
    return number && number <= UINT16_MAX;
}

/* An address, and a port behind a colon that is the only one, or follows a bracket. */
static bool parse_endpoint(struct utf16_slice text, struct ip_endpoint *endpoint)
{
    const size_t colon = utf16_find(text, ':');
    const size_t bracket = utf16_find(text, ']');

    *endpoint = (struct ip_endpoint){ .port = DNS_PORT };
    if (ip_address_parse(text, &endpoint->address))
    {
        return true;
    }
    if (bracket < text.length)
    {
        return bracket + 1 < text.length && utf16_unit(text, bracket + 1) == ':' &&
               ip_address_parse(utf16_part(text, 0, bracket + 1), &endpoint->address) &&
               parse_port(utf16_part(text, bracket + 2, text.length), &endpoint->port);
    }
    return colon < text.length &&
           ip_address_parse(utf16_part(text, 0, colon), &endpoint->address) &&
           parse_port(utf16_part(text, colon + 1, text.length), &endpoint->port);
}

uint32_t dns_servers_find(struct utf16_slice configured, struct dns_servers *servers)
{
    size_t start = 0;

    servers->count = 0;
    for (size_t i = 0; i <= configured.length; i++)
    {
        if (i < configured.length && !is_between(utf16_unit(configured, i)))
        {
            continue;
        }
        if (i > start && servers->count < DNS_SERVERS_MAX &&
            parse_endpoint(utf16_part(configured, start, i - start),
                           &servers->endpoints[servers->count]))
        {
            servers->count++;
        }
        start = i + 1;
    }
    return servers->count
               ? ERROR_SUCCESS
               : platform_name_servers(servers->endpoints, DNS_SERVERS_MAX, &servers->count);
}
