/*
 * The Netlogon service: [MS-NRPC], its methods by their numbers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/netlogon.h"

#include "rpc/netlogon_tables.h"

#define OPERATION(number, name, tag, table, ...)                                                   \
    NDR_OPERATION(number, name, struct tag, table, __VA_ARGS__)
#define ASKS .only_asks = true

static const struct ndr_operation operations[] = {
    OPERATION(NETR_GET_DC_NAME, "NetrGetDCName", netlogon_get_dc_name, netlogon_get_dc_name, ASKS),
    OPERATION(NETR_LOGON_CONTROL, "NetrLogonControl", netlogon_control_call, netlogon_control),
    OPERATION(NETR_GET_ANY_DC_NAME, "NetrGetAnyDCName", netlogon_get_dc_name,
              netlogon_get_any_dc_name, ASKS),
    OPERATION(NETR_LOGON_CONTROL_2, "NetrLogonControl2", netlogon_control_call, netlogon_control_2),
    OPERATION(NETR_LOGON_CONTROL_2_EX, "NetrLogonControl2Ex", netlogon_control_call,
              netlogon_control_2),
    OPERATION(NETR_ENUMERATE_TRUSTED_DOMAINS, "NetrEnumerateTrustedDomains",
              netlogon_enumerate_trusted_domains, netlogon_enumerate_trusted_domains, ASKS,
              .result_kind = NDR_RESULT_NTSTATUS),
    OPERATION(DSR_GET_DC_NAME, "DsrGetDcName", netlogon_dsr_get_dc_name, netlogon_dsr_get_dc_name,
              ASKS),
    OPERATION(DSR_GET_DC_NAME_EX, "DsrGetDcNameEx", netlogon_dsr_get_dc_name,
              netlogon_dsr_get_dc_name_ex, ASKS),
    OPERATION(DSR_GET_SITE_NAME, "DsrGetSiteName", netlogon_get_site_name, netlogon_get_site_name,
              ASKS),
    OPERATION(DSR_ADDRESS_TO_SITE_NAMES_W, "DsrAddressToSiteNamesW", netlogon_address_to_site_names,
              netlogon_address_to_site_names, ASKS),
    OPERATION(DSR_GET_DC_NAME_EX_2, "DsrGetDcNameEx2", netlogon_dsr_get_dc_name,
              netlogon_dsr_get_dc_name_ex_2, ASKS),
    OPERATION(NETR_ENUMERATE_TRUSTED_DOMAINS_EX, "NetrEnumerateTrustedDomainsEx",
              netlogon_enumerate_trusts, netlogon_enumerate_trusted_domains_ex, ASKS),
    OPERATION(DSR_ADDRESS_TO_SITE_NAMES_EX_W, "DsrAddressToSiteNamesExW",
              netlogon_address_to_site_names, netlogon_address_to_site_names_ex, ASKS),
    OPERATION(DSR_GET_DC_SITE_COVERAGE_W, "DsrGetDcSiteCoverageW", netlogon_get_site_coverage,
              netlogon_get_site_coverage, ASKS),
    OPERATION(DSR_ENUMERATE_DOMAIN_TRUSTS, "DsrEnumerateDomainTrusts", netlogon_enumerate_trusts,
              netlogon_enumerate_trusts, ASKS),
    OPERATION(DSR_DEREGISTER_DNS_HOST_RECORDS, "DsrDeregisterDnsHostRecords",
              netlogon_deregister_dns, netlogon_deregister_dns),
    OPERATION(DSR_GET_FOREST_TRUST_INFORMATION, "DsrGetForestTrustInformation",
              netlogon_get_forest_trust, netlogon_get_forest_trust),
};

/* 12345678-1234-abcd-ef00-01234567cffb, version 1.0 */
const struct rpc_interface netlogon_interface = {
    .name = "netlogon",
    .uuid = { 0x78, 0x56, 0x34, 0x12, 0x34, 0x12, 0xCD, 0xAB, 0xEF, 0x00, 0x01, 0x23, 0x45, 0x67,
              0xCF, 0xFB },
    .version_major = 1,
    .version_minor = 0,
    .pipe_name = "netlogon",
    .names_server = true,
    .operations = operations,
    .count = NDR_COUNT(operations),
};
