/*
 * Domain controllers, asked of a server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/controllers.h"

#include <string.h>

#include "base/status.h"
#include "families/directory/directory_text.h"
#include "families/directory/netlogon_call.h"
#include "rpc/netlogon.h"

uint32_t controllers_get_name(const struct target *target, struct utf16_slice domain,
                              bool is_primary, void **name)
{
    struct netlogon_get_dc_name parameters = { .domain_name = domain };
    struct netlogon_call call;
    uint32_t status =
        netlogon_call(&call, target, &netlogon_interface,
                      is_primary ? NETR_GET_DC_NAME : NETR_GET_ANY_DC_NAME, &parameters);

    *name = NULL;
    if (!status && !parameters.name.length)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        status = directory_copy_text(parameters.name, directory_text_wide, name);
    }
    netlogon_call_end(&call);
    return status;
}

uint32_t controllers_deregister_dns(const struct target *target, struct utf16_slice domain,
                                    const uint8_t *domain_guid, const uint8_t *dsa_guid,
                                    struct utf16_slice host)
{
    uint8_t guids[2][16];
    struct netlogon_deregister_dns parameters = {
        .dns_domain_name = domain,
        .domain_guid = domain_guid ? memcpy(guids[0], domain_guid, sizeof(guids[0])) : NULL,
        .dsa_guid = dsa_guid ? memcpy(guids[1], dsa_guid, sizeof(guids[1])) : NULL,
        .dns_host_name = host,
    };
    struct netlogon_call call;
    uint32_t status = netlogon_call(&call, target, &netlogon_interface,
                                    DSR_DEREGISTER_DNS_HOST_RECORDS, &parameters);

    netlogon_call_end(&call);
    return status;
}
