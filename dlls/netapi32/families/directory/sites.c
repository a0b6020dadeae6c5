/*
 * Sites of a domain, as its controllers know them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/sites.h"

#include "base/status.h"
#include "families/directory/netlogon_call.h"
#include "platform/platform.h"
#include "rpc/netlogon.h"

uint32_t sites_get_name(const struct target *target, directory_text make, void **buffer)
{
    struct netlogon_get_site_name parameters = { .server = { NULL, 0 } };
    struct netlogon_call call;
    uint32_t status =
        netlogon_call(&call, target, &netlogon_interface, DSR_GET_SITE_NAME, &parameters);

    *buffer = NULL;
    if (!status && !parameters.site_name.units)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = directory_copy_text(parameters.site_name, make, buffer);
    }
    netlogon_call_end(&call);
    return status;
}

uint32_t sites_get_coverage(const struct target *target, directory_text make, uint32_t *count,
                            void **buffer)
{
    struct netlogon_get_site_coverage parameters = { .server = { NULL, 0 } };
    struct netlogon_call call;
    uint32_t status =
        netlogon_call(&call, target, &netlogon_interface, DSR_GET_DC_SITE_COVERAGE_W, &parameters);
    const struct netlogon_site_names *sites = parameters.sites;

    *count = 0;
    *buffer = NULL;
    if (!status && (!sites || (sites->count && !sites->site_names)))
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = directory_pack_texts(sites->site_names, sites->count, make, buffer);
    }
    if (!status)
    {
        *count = sites->count;
    }
    netlogon_call_end(&call);
    return status;
}

/* As many as were asked for, or nobody could tell which is which. */
static bool are_sites_of(const struct netlogon_site_names *sites, uint32_t count, bool with_subnets)
{
    return sites && sites->count == count &&
           (!count || (sites->site_names && (!with_subnets || sites->subnet_names)));
}

uint32_t sites_of_addresses(const struct target *target, struct netlogon_socket_address *addresses,
                            uint32_t count, directory_text make, void **sites, void **subnets)
{
    struct netlogon_address_to_site_names parameters = { .count = count, .addresses = addresses };
    struct netlogon_call call;
    uint32_t status = ERROR_SUCCESS;

    *sites = NULL;
    if (subnets)
    {
        *subnets = NULL;
    }
    if (count > NETLOGON_ADDRESSES_MAX)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = netlogon_call(&call, target, &netlogon_interface,
                           subnets ? DSR_ADDRESS_TO_SITE_NAMES_EX_W : DSR_ADDRESS_TO_SITE_NAMES_W,
                           &parameters);
    if (!status && !are_sites_of(parameters.sites, count, subnets))
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = directory_pack_texts(parameters.sites->site_names, count, make, sites);
    }
    if (!status && subnets)
    {
        status = directory_pack_texts(parameters.sites->subnet_names, count, make, subnets);
    }
    if (status)
    {
        platform_api_free(*sites);
        *sites = NULL;
    }
    netlogon_call_end(&call);
    return status;
}
