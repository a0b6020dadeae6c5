/*
 * Finds domain controllers in the DNS, where they register: [MS-ADTS] 6.3.2.3, 6.3.6.1.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_LOCATOR_H
#define NETAPI32_DIRECTORY_DC_LOCATOR_H

#include <stdint.h>

#include "dns/dns_services.h"

/* Names in here are those of the DNS, in UTF-8. */

/* A search: what it is configured with, until when it may take, and what it has found. */
struct dc_locator
{
    struct dns_servers servers;
    uint16_t ldap_port; /* where controllers are pinged */
    uint32_t time;      /* ConnectTimeout: what the search may take */
    uint64_t deadline;
    struct arena arena;
};

/* Begins a search of a call that began at `start` (platform_now()): its time counts from then on, however
 * many searches it makes. Errors of platform_start() and dns_servers_find(); dc_locator_end() is allowed
 * also then. */
uint32_t dc_locator_begin(struct dc_locator *locator, uint64_t start);
void dc_locator_end(struct dc_locator *locator);
/* For a further call of the API that goes on with it: it has its own time. */
void dc_locator_restart(struct dc_locator *locator);

/* The DNS name of the domain that the host is a member of, else of that which its own name is in.
 * ERROR_NO_SUCH_DOMAIN when there is none; ERROR_NOT_ENOUGH_MEMORY. */
uint32_t dc_own_domain(struct utf16_name *domain);

/* Where controllers register. */
struct dc_place
{
    const char *domain; /* its DNS name */
    const char *site;   /* NULL or empty: all of the domain */
    /* A domain that is known by its GUID ([MS-DTYP] 2.3.4, as on the wire) in a forest; NULL for one that
     * is known by its name. */
    const uint8_t *domain_guid;
    const char *forest;
};

/* The controllers of a place, in the order of [RFC 2782]. `flags` are those DS_*_REQUIRED and
 * DS_ONLY_LDAP_NEEDED of DsGetDcName() that choose a kind of controller. They belong to the locator's
 * arena. ERROR_NO_SUCH_DOMAIN when there are none, or nobody can be asked; ERROR_NOT_ENOUGH_MEMORY. */
uint32_t dc_records_find(struct dc_locator *locator, const struct dc_place *place, uint32_t flags,
                         struct dns_services *services);

/* What the configuration has in place of the DNS: under the name of a server, which may be that of a
 * domain, an `Address` that is another name. False when there is none. */
bool dc_configured_address(const char *name, char address[DNS_NAME_SIZE]);

/* Finds the addresses of a controller: those that are configured for it, that the name servers have, or
 * the system's resolver. No addresses: *count is 0. Those that came with the record stay. */
void dc_addresses_find(struct dc_locator *locator, struct dns_service *service);

#endif
