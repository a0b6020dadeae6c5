/*
 * The servers of a service, in the order in which they are to be tried: [RFC 2782].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DNS_SERVICES_H
#define NETAPI32_DNS_SERVICES_H

#include "dns/dns_client.h"

#define DNS_ADDRESSES_MAX 4

struct dns_service
{
    char host[DNS_NAME_SIZE];
    uint16_t priority;
    uint16_t weight;
    uint16_t port;
    /* What the answer had along with it; none says nothing. */
    struct ip_address addresses[DNS_ADDRESSES_MAX];
    size_t address_count;
};

struct dns_services
{
    struct dns_service *items;
    size_t count;
};

/* Finds the servers of a service by its name (_ldap._tcp.example.com), those of the lowest priority
 * first, and among them by lot, the heavier ones more often. They belong to the arena. A service that
 * is decidedly not available at the domain ("." is its host) has none: DNS_INFO_NO_RECORDS. Other
 * errors of dns_ask(). */
uint32_t dns_services_find(const struct dns_servers *servers, const char *name, uint64_t deadline,
                           struct arena *arena, struct dns_services *services);

/* Puts services into that order. `chance` gives a number from 0 to `limit`, both included, each as
 * likely as the others. ERROR_NOT_ENOUGH_MEMORY. */
uint32_t dns_services_order(struct dns_service *items, size_t count,
                            uint32_t (*chance)(uint32_t limit, void *context), void *context);

/* The addresses of a host, IPv4 first, up to DNS_ADDRESSES_MAX. Errors of dns_ask(). */
uint32_t dns_addresses_find(const struct dns_servers *servers, const char *host, uint64_t deadline,
                            struct ip_address addresses[DNS_ADDRESSES_MAX], size_t *count);

#endif
