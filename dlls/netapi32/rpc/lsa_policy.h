/*
 * The Local Security Authority: what a policy says, by classes of information. [MS-LSAD] 2.2.4
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An RPC_UNICODE_STRING is a struct utf16_slice, an RPC_SID is struct bytes; both may be absent.
 */
#ifndef NETAPI32_RPC_LSA_POLICY_H
#define NETAPI32_RPC_LSA_POLICY_H

#include "rpc/ndr.h"

/* POLICY_INFORMATION_CLASS, 2.2.4.1 */
enum lsa_policy_class
{
    LSA_POLICY_AUDIT_LOG = 1,
    LSA_POLICY_AUDIT_EVENTS = 2,
    LSA_POLICY_PRIMARY_DOMAIN = 3,
    LSA_POLICY_PD_ACCOUNT = 4,
    LSA_POLICY_ACCOUNT_DOMAIN = 5,
    LSA_POLICY_SERVER_ROLE = 6,
    LSA_POLICY_REPLICA_SOURCE = 7,
    LSA_POLICY_MODIFICATION = 9,
    LSA_POLICY_AUDIT_FULL_SET = 10,
    LSA_POLICY_AUDIT_FULL_QUERY = 11,
    LSA_POLICY_DNS_DOMAIN = 12,
    LSA_POLICY_DNS_DOMAIN_INT = 13,
    LSA_POLICY_LOCAL_ACCOUNT_DOMAIN = 14,
};

/* POLICY_AUDIT_LOG_INFO, 2.2.4.3 */
struct lsa_audit_log
{
    uint32_t percent_full;
    uint32_t maximum_size;
    uint64_t retention_period;
    uint8_t full_shutdown_in_progress;
    uint64_t time_to_shutdown;
    uint32_t next_record_id;
};

/* LSAPR_POLICY_AUDIT_EVENTS_INFO, 2.2.4.4 */
struct lsa_audit_events
{
    uint8_t auditing_mode;
    uint32_t *options;
    uint32_t count;
};

/* LSAPR_POLICY_PRIMARY_DOM_INFO, 2.2.4.5, and LSAPR_POLICY_ACCOUNT_DOM_INFO, 2.2.4.6 */
struct lsa_domain
{
    struct utf16_slice name;
    struct bytes sid;
};

/* LSAPR_POLICY_REPLICA_SRCE_INFO, 2.2.4.9 */
struct lsa_replica_source
{
    struct utf16_slice source;
    struct utf16_slice account_name;
};

/* POLICY_MODIFICATION_INFO, 2.2.4.10 */
struct lsa_modification
{
    uint64_t modified_id;
    uint64_t database_creation_time;
};

/* POLICY_AUDIT_FULL_SET_INFO and POLICY_AUDIT_FULL_QUERY_INFO */
struct lsa_audit_full
{
    uint8_t shut_down_on_full;
    uint8_t log_is_full; /* of the query only */
};

/* LSAPR_POLICY_DNS_DOMAIN_INFO, 2.2.4.14 */
struct lsa_dns_domain
{
    struct utf16_slice name;
    struct utf16_slice dns_domain_name;
    struct utf16_slice dns_forest_name;
    uint8_t domain_guid[16];
    struct bytes sid;
};

/* LSAPR_POLICY_INFORMATION, 2.2.4.2 */
union lsa_policy_information
{
    struct lsa_audit_log audit_log;
    struct lsa_audit_events audit_events;
    struct lsa_domain domain; /* the primary, the account and the local account domain */
    struct utf16_slice pd_account;
    uint16_t server_role;
    struct lsa_replica_source replica_source;
    struct lsa_modification modification;
    struct lsa_audit_full audit_full;
    struct lsa_dns_domain dns_domain;
};

extern const struct ndr_type lsa_policy_information;

#endif
