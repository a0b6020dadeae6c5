/*
 * The Netlogon service: [MS-NRPC] 3.5.4.3, controllers and sites.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A GUID is 16 bytes as on the wire, and NULL where there is none.
 */
#ifndef NETAPI32_RPC_NETLOGON_LOCATOR_H
#define NETAPI32_RPC_NETLOGON_LOCATOR_H

#include "rpc/ndr.h"

/* The most addresses of one call: range(0,32000). */
#define NETLOGON_ADDRESSES_MAX 32000u

/* DOMAIN_CONTROLLER_INFOW, 2.2.1.2.1 */
struct netlogon_controller
{
    struct utf16_slice name;
    struct utf16_slice address;
    uint32_t address_type;
    uint8_t domain_guid[16];
    struct utf16_slice domain_name;
    struct utf16_slice dns_forest_name;
    uint32_t flags; /* DS_*_FLAG */
    struct utf16_slice dc_site_name;
    struct utf16_slice client_site_name;
};

/* NL_SOCKET_ADDRESS, 2.2.1.2.4: a sockaddr of Windows' */
struct netlogon_socket_address
{
    struct bytes address;
    uint32_t length;
};

/* NL_SITE_NAME_ARRAY, 2.2.1.2.2, and with subnets NL_SITE_NAME_EX_ARRAY, 2.2.1.2.3 */
struct netlogon_site_names
{
    uint32_t count;
    struct utf16_slice *site_names;
    struct utf16_slice *subnet_names; /* as many; or NULL */
};

/* NetrGetDCName, NetrGetAnyDCName, 3.5.4.3.7, 3.5.4.3.8. The first one's server is never absent. */
struct netlogon_get_dc_name
{
    struct utf16_slice server;
    struct utf16_slice domain_name;
    struct utf16_slice name; /* \\controller */
    uint32_t result;
};

/* DsrGetDcName, DsrGetDcNameEx, DsrGetDcNameEx2, 3.5.4.3.3, 3.5.4.3.2, 3.5.4.3.1 */
struct netlogon_dsr_get_dc_name
{
    struct utf16_slice server;
    struct utf16_slice account_name;         /* of the last method */
    uint32_t allowable_account_control_bits; /* of the last method */
    struct utf16_slice domain_name;
    uint8_t *domain_guid;
    uint8_t *site_guid;           /* of the first method */
    struct utf16_slice site_name; /* of the others */
    uint32_t flags;               /* DS_* */
    struct netlogon_controller *controller;
    uint32_t result;
};

/* DsrGetSiteName, 3.5.4.3.6 */
struct netlogon_get_site_name
{
    struct utf16_slice server;
    struct utf16_slice site_name;
    uint32_t result;
};

/* DsrAddressToSiteNamesW, DsrAddressToSiteNamesExW, 3.5.4.3.10, 3.5.4.3.9: subnets are the latter's */
struct netlogon_address_to_site_names
{
    struct utf16_slice server;
    uint32_t count;
    struct netlogon_socket_address *addresses;
    struct netlogon_site_names *sites;
    uint32_t result;
};

/* DsrGetDcSiteCoverageW, 3.5.4.3.5 */
struct netlogon_get_site_coverage
{
    struct utf16_slice server;
    struct netlogon_site_names *sites;
    uint32_t result;
};

/* DsrDeregisterDnsHostRecords, 3.5.4.3.11 */
struct netlogon_deregister_dns
{
    struct utf16_slice server;
    struct utf16_slice dns_domain_name;
    uint8_t *domain_guid;
    uint8_t *dsa_guid;
    struct utf16_slice dns_host_name; /* never absent */
    uint32_t result;
};

#endif
