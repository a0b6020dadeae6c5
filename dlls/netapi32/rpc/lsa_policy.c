/*
 * The Local Security Authority: what a policy says, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/lsa_policy.h"

#define F(member, type) NDR_FIELD(struct lsa_audit_log, member, type)
static const struct ndr_field audit_log_fields[] = {
    F(percent_full, ndr_u32),     F(maximum_size, ndr_u32),
    F(retention_period, ndr_u64), F(full_shutdown_in_progress, ndr_u8),
    F(time_to_shutdown, ndr_u64), F(next_record_id, ndr_u32),
};
#undef F
static const struct ndr_type audit_log = NDR_STRUCTURE_OF(struct lsa_audit_log, audit_log_fields);

static const struct ndr_type numbers = NDR_ARRAY_OF(ndr_u32);
static const struct ndr_type unique_numbers = NDR_POINTER_TO(numbers);

#define F(member, type, ...) NDR_FIELD(struct lsa_audit_events, member, type, __VA_ARGS__)
static const struct ndr_field audit_events_fields[] = {
    F(auditing_mode, ndr_u8),
    F(options, unique_numbers, .governed_by = NDR_PLACE(struct lsa_audit_events, count)),
    F(count, ndr_u32),
};
#undef F
static const struct ndr_type audit_events =
    NDR_STRUCTURE_OF(struct lsa_audit_events, audit_events_fields);

static const struct ndr_field domain_fields[] = {
    NDR_FIELD(struct lsa_domain, name, ndr_unicode_string_large),
    NDR_FIELD(struct lsa_domain, sid, ndr_unique_sid),
};
static const struct ndr_type domain = NDR_STRUCTURE_OF(struct lsa_domain, domain_fields);

static const struct ndr_field replica_source_fields[] = {
    NDR_FIELD(struct lsa_replica_source, source, ndr_unicode_string),
    NDR_FIELD(struct lsa_replica_source, account_name, ndr_unicode_string),
};
static const struct ndr_type replica_source =
    NDR_STRUCTURE_OF(struct lsa_replica_source, replica_source_fields);

static const struct ndr_field modification_fields[] = {
    NDR_FIELD(struct lsa_modification, modified_id, ndr_u64),
    NDR_FIELD(struct lsa_modification, database_creation_time, ndr_u64),
};
static const struct ndr_type modification =
    NDR_STRUCTURE_OF(struct lsa_modification, modification_fields);

static const struct ndr_field audit_full_set_fields[] = {
    NDR_FIELD(struct lsa_audit_full, shut_down_on_full, ndr_u8),
};
static const struct ndr_field audit_full_query_fields[] = {
    NDR_FIELD(struct lsa_audit_full, shut_down_on_full, ndr_u8),
    NDR_FIELD(struct lsa_audit_full, log_is_full, ndr_u8),
};
static const struct ndr_type audit_full_set =
    NDR_STRUCTURE_OF(struct lsa_audit_full, audit_full_set_fields);
static const struct ndr_type audit_full_query =
    NDR_STRUCTURE_OF(struct lsa_audit_full, audit_full_query_fields);

#define F(member, type) NDR_FIELD(struct lsa_dns_domain, member, type)
static const struct ndr_field dns_domain_fields[] = {
    F(name, ndr_unicode_string_large),
    F(dns_domain_name, ndr_unicode_string_large),
    F(dns_forest_name, ndr_unicode_string_large),
    F(domain_guid, ndr_guid),
    F(sid, ndr_unique_sid),
};
#undef F
static const struct ndr_type dns_domain =
    NDR_STRUCTURE_OF(struct lsa_dns_domain, dns_domain_fields);

#define ARM(number, member, type) NDR_ARM(number, union lsa_policy_information, member, type)
static const struct ndr_field policy_arms[] = {
    ARM(LSA_POLICY_AUDIT_LOG, audit_log, audit_log),
    ARM(LSA_POLICY_AUDIT_EVENTS, audit_events, audit_events),
    ARM(LSA_POLICY_PRIMARY_DOMAIN, domain, domain),
    ARM(LSA_POLICY_PD_ACCOUNT, pd_account, ndr_unicode_string),
    ARM(LSA_POLICY_ACCOUNT_DOMAIN, domain, domain),
    ARM(LSA_POLICY_SERVER_ROLE, server_role, ndr_u16),
    ARM(LSA_POLICY_REPLICA_SOURCE, replica_source, replica_source),
    ARM(LSA_POLICY_MODIFICATION, modification, modification),
    ARM(LSA_POLICY_AUDIT_FULL_SET, audit_full, audit_full_set),
    ARM(LSA_POLICY_AUDIT_FULL_QUERY, audit_full, audit_full_query),
    ARM(LSA_POLICY_DNS_DOMAIN, dns_domain, dns_domain),
    ARM(LSA_POLICY_DNS_DOMAIN_INT, dns_domain, dns_domain),
    ARM(LSA_POLICY_LOCAL_ACCOUNT_DOMAIN, domain, domain),
};
#undef ARM
const struct ndr_type lsa_policy_information =
    NDR_UNION_OF(union lsa_policy_information, policy_arms, sizeof(uint16_t));
