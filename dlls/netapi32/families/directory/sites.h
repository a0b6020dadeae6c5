/*
 * Sites of a domain, as its controllers know them: [MS-NRPC] 3.5.4.3, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Errors of all functions, besides their own: those of netlogon_call(); RPC_X_BAD_STUB_DATA where a
 * server leaves out what it has to say. *buffer, and what else is given, belongs to the caller
 * (platform_api_free()); it is NULL after an error.
 */
#ifndef NETAPI32_DIRECTORY_SITES_H
#define NETAPI32_DIRECTORY_SITES_H

#include "families/directory/directory_text.h"
#include "remote/target.h"
#include "rpc/netlogon_locator.h"

/* The site that a computer is in, as a buffer of one text. ERROR_NO_SITENAME: in none. */
uint32_t sites_get_name(const struct target *target, directory_text make, void **buffer);

/* The sites that a controller covers: an array of so many pointers to texts. */
uint32_t sites_get_coverage(const struct target *target, directory_text make, uint32_t *count,
                            void **buffer);

/* The sites of addresses, which are sockaddrs as Windows has them, by a controller: arrays of as many
 * pointers to texts, NULL where an address is in no site. `subnets` is NULL where they are not asked
 * for. ERROR_INVALID_PARAMETER for more than NETLOGON_ADDRESSES_MAX. */
uint32_t sites_of_addresses(const struct target *target, struct netlogon_socket_address *addresses,
                            uint32_t count, directory_text make, void **sites, void **subnets);

#endif
