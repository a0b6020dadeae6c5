/*
 * The Netlogon service: [MS-NRPC] 3.5.4.7, trusts between domains and between forests.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An LSA_UNICODE_STRING is a struct utf16_slice, an RPC_SID is struct bytes; both may be absent.
 */
#ifndef NETAPI32_RPC_NETLOGON_TRUST_H
#define NETAPI32_RPC_NETLOGON_TRUST_H

#include "rpc/ndr.h"

/* DOMAIN_NAME_BUFFER, 2.2.1.6.1: terminated strings of UTF-16, and a terminator behind the last */
struct netlogon_domain_names
{
    uint32_t size;
    struct bytes names;
};

/* DS_DOMAIN_TRUSTSW, 2.2.1.6.2 */
struct netlogon_domain_trust
{
    struct utf16_slice netbios_domain_name;
    struct utf16_slice dns_domain_name;
    uint32_t flags; /* DS_DOMAIN_* */
    uint32_t parent_index;
    uint32_t trust_type;
    uint32_t trust_attributes;
    struct bytes domain_sid;
    uint8_t domain_guid[16];
};

/* NETLOGON_TRUSTED_DOMAIN_ARRAY, 2.2.1.6.3 */
struct netlogon_domain_trusts
{
    uint32_t count;
    struct netlogon_domain_trust *domains;
};

/* LSA_FOREST_TRUST_RECORD_TYPE, [MS-LSAD] 2.2.7.22. */
enum lsa_forest_trust_record_type
{
    LSA_FOREST_TRUST_TOP_LEVEL_NAME = 0,
    LSA_FOREST_TRUST_TOP_LEVEL_NAME_EX = 1,
    LSA_FOREST_TRUST_DOMAIN_INFO = 2,
    LSA_FOREST_TRUST_OTHER = 3, /* and beyond */
};

/* LSA_FOREST_TRUST_DOMAIN_INFO, [MS-LSAD] 2.2.7.24 */
struct lsa_forest_trust_domain_info
{
    struct bytes sid;
    struct utf16_slice dns_name;
    struct utf16_slice netbios_name;
};

/* LSA_FOREST_TRUST_BINARY_DATA, [MS-LSAD] 2.2.7.23 */
struct lsa_forest_trust_binary_data
{
    uint32_t length;
    struct bytes data;
};

union lsa_forest_trust_data
{
    struct utf16_slice top_level_name;
    struct lsa_forest_trust_domain_info domain_info;
    struct lsa_forest_trust_binary_data binary;
};

/* LSA_FOREST_TRUST_RECORD, [MS-LSAD] 2.2.7.21 */
struct lsa_forest_trust_record
{
    uint32_t flags;
    uint16_t type; /* enum lsa_forest_trust_record_type */
    uint64_t time;
    union lsa_forest_trust_data data;
};

/* LSA_FOREST_TRUST_INFORMATION, [MS-LSAD] 2.2.7.25 */
struct lsa_forest_trust_information
{
    uint32_t count;
    struct lsa_forest_trust_record **records; /* each may be NULL */
};

/* NetrEnumerateTrustedDomains, 3.5.4.7.3: returns an NTSTATUS */
struct netlogon_enumerate_trusted_domains
{
    struct utf16_slice server;
    struct netlogon_domain_names names;
    uint32_t result;
};

/* NetrEnumerateTrustedDomainsEx, DsrEnumerateDomainTrusts, 3.5.4.7.2, 3.5.4.7.1 */
struct netlogon_enumerate_trusts
{
    struct utf16_slice server;
    uint32_t flags; /* DS_DOMAIN_*, not of the first method */
    struct netlogon_domain_trusts trusts;
    uint32_t result;
};

/* DsrGetForestTrustInformation, 3.5.4.7.5 */
struct netlogon_get_forest_trust
{
    struct utf16_slice server;
    struct utf16_slice trusted_domain_name;
    uint32_t flags; /* DS_GFTI_UPDATE_TDO */
    struct lsa_forest_trust_information *information;
    uint32_t result;
};

#endif
