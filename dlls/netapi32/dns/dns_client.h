/*
 * Asking the name servers of this computer: [RFC 1035] 4.2, 7.2, [RFC 5452].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Why not the system's resolver: Wine's dnsapi.dll up to 8.0 takes SRV answers for broken, none can be
 * given a deadline, and none can be told of a name server that only knows the domain. Why not a
 * library: of those that Debian has (c-ares, ldns, getdns, adns), none is built for mingw-w64.
 *
 * There is no cache: who keeps what was learnt knows better for how long.
 */
#ifndef NETAPI32_DNS_CLIENT_H
#define NETAPI32_DNS_CLIENT_H

#include "dns/dns_message.h"
#include "platform/platform.h"

#define DNS_SERVERS_MAX 8

struct dns_servers
{
    struct ip_endpoint endpoints[DNS_SERVERS_MAX];
    size_t count;
};

/* Reads a list of name servers: addresses with blanks or commas between them, each with a port where it
 * is not 53: 192.0.2.1, 192.0.2.1:5353, 2001:db8::1, [2001:db8::1]:5353. What is none is passed over.
 * Where nothing is left, the system's. ERROR_NOT_ENOUGH_MEMORY. */
uint32_t dns_servers_find(struct utf16_slice configured, struct dns_servers *servers);

/* Asks for the records of a type that `name` has. Aliases are followed: the records are those of the
 * name at the end of them, and additional ones. Each server is asked until one answers; a datagram that
 * is lost is sent once more, and what does not fit one comes by TCP. The records belong to the arena.
 *
 *   DNS_ERROR_RCODE_NAME_ERROR   there is no such name, as for all below `invalid` ([RFC 6761] 6.4)
 *   DNS_INFO_NO_RECORDS          it has no such record
 *   DNS_ERROR_NO_DNS_SERVERS     there is nobody to ask
 *   DNS_ERROR_RCODE_SERVER_FAILURE
 *                                nobody who answers knows
 *   ERROR_BAD_NET_RESP           the answer breaks the rules
 *   ERROR_SEM_TIMEOUT            nobody has answered, before or at the deadline
 *   ERROR_NOT_ENOUGH_MEMORY, ERROR_GEN_FAILURE (no random numbers) */
uint32_t dns_ask(const struct dns_servers *servers, const char *name, enum dns_type type,
                 uint64_t deadline, struct arena *arena, struct dns_answer *answer);

#endif
