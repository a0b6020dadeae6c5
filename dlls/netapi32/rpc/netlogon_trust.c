/*
 * The Netlogon service: [MS-NRPC] 3.5.4.7, trusts, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/netlogon_trust.h"

#include "rpc/netlogon_tables.h"

/* ---- Trusts of a domain ---------------------------------------------------------------------- */

#define F(member, type, ...) NDR_FIELD(struct netlogon_domain_names, member, type, __VA_ARGS__)
static const struct ndr_field domain_names_fields[] = {
    F(size, ndr_u32),
    F(names, ndr_unique_bytes, .governed_by = NDR_PLACE(struct netlogon_domain_names, size)),
};
#undef F
static const struct ndr_type domain_names =
    NDR_STRUCTURE_OF(struct netlogon_domain_names, domain_names_fields);

#define F(member, type) NDR_FIELD(struct netlogon_domain_trust, member, type)
static const struct ndr_field domain_trust_fields[] = {
    F(netbios_domain_name, ndr_unique_string),
    F(dns_domain_name, ndr_unique_string),
    F(flags, ndr_u32),
    F(parent_index, ndr_u32),
    F(trust_type, ndr_u32),
    F(trust_attributes, ndr_u32),
    F(domain_sid, ndr_unique_sid),
    F(domain_guid, ndr_guid),
};
#undef F
static const struct ndr_type domain_trust =
    NDR_STRUCTURE_OF(struct netlogon_domain_trust, domain_trust_fields);
static const struct ndr_type domain_trust_array = NDR_ARRAY_OF(domain_trust);
static const struct ndr_type unique_domain_trust_array = NDR_POINTER_TO(domain_trust_array);

#define F(member, type, ...) NDR_FIELD(struct netlogon_domain_trusts, member, type, __VA_ARGS__)
static const struct ndr_field domain_trusts_fields[] = {
    F(count, ndr_u32),
    F(domains, unique_domain_trust_array,
      .governed_by = NDR_PLACE(struct netlogon_domain_trusts, count)),
};
#undef F
static const struct ndr_type domain_trusts =
    NDR_STRUCTURE_OF(struct netlogon_domain_trusts, domain_trusts_fields);

#define P(way, member, type)                                                                       \
    NDR_PARAMETER(way, struct netlogon_enumerate_trusted_domains, member, type)
const struct ndr_field netlogon_enumerate_trusted_domains[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_OUT, names, domain_names),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct netlogon_enumerate_trusts, member, type)
const struct ndr_field netlogon_enumerate_trusted_domains_ex[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_OUT, trusts, domain_trusts),
};
const struct ndr_field netlogon_enumerate_trusts[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, flags, ndr_u32),
    P(NDR_OUT, trusts, domain_trusts),
};
#undef P

/* ---- Trusts of a forest ---------------------------------------------------------------------- */

#define F(member, type) NDR_FIELD(struct lsa_forest_trust_domain_info, member, type)
static const struct ndr_field domain_info_fields[] = {
    F(sid, ndr_unique_sid),
    F(dns_name, ndr_unicode_string_large),
    F(netbios_name, ndr_unicode_string_large),
};
#undef F
static const struct ndr_type domain_info =
    NDR_STRUCTURE_OF(struct lsa_forest_trust_domain_info, domain_info_fields);

#define F(member, type, ...)                                                                       \
    NDR_FIELD(struct lsa_forest_trust_binary_data, member, type, __VA_ARGS__)
static const struct ndr_field binary_data_fields[] = {
    F(length, ndr_u32),
    F(data, ndr_unique_bytes,
      .governed_by = NDR_PLACE(struct lsa_forest_trust_binary_data, length)),
};
#undef F
static const struct ndr_type binary_data =
    NDR_STRUCTURE_OF(struct lsa_forest_trust_binary_data, binary_data_fields);

#define ARM(number, member, type) NDR_ARM(number, union lsa_forest_trust_data, member, type)
static const struct ndr_field record_arms[] = {
    ARM(LSA_FOREST_TRUST_TOP_LEVEL_NAME, top_level_name, ndr_unicode_string_large),
    ARM(LSA_FOREST_TRUST_TOP_LEVEL_NAME_EX, top_level_name, ndr_unicode_string_large),
    ARM(LSA_FOREST_TRUST_DOMAIN_INFO, domain_info, domain_info),
    NDR_DEFAULT_ARM(LSA_FOREST_TRUST_OTHER, union lsa_forest_trust_data, binary, binary_data),
};
#undef ARM
static const struct ndr_type record_data =
    NDR_UNION_OF(union lsa_forest_trust_data, record_arms, sizeof(uint16_t));

#define F(member, type, ...) NDR_FIELD(struct lsa_forest_trust_record, member, type, __VA_ARGS__)
static const struct ndr_field record_fields[] = {
    F(flags, ndr_u32),
    F(type, ndr_u16),
    F(time, ndr_u64),
    F(data, record_data, .governed_by = NDR_PLACE(struct lsa_forest_trust_record, type)),
};
#undef F
static const struct ndr_type record =
    NDR_STRUCTURE_OF(struct lsa_forest_trust_record, record_fields);
static const struct ndr_type unique_record = NDR_POINTER_TO(record);
static const struct ndr_type records = NDR_ARRAY_OF(unique_record);
static const struct ndr_type unique_records = NDR_POINTER_TO(records);

#define F(member, type, ...)                                                                       \
    NDR_FIELD(struct lsa_forest_trust_information, member, type, __VA_ARGS__)
static const struct ndr_field information_fields[] = {
    F(count, ndr_u32),
    F(records, unique_records,
      .governed_by = NDR_PLACE(struct lsa_forest_trust_information, count)),
};
#undef F
static const struct ndr_type information =
    NDR_STRUCTURE_OF(struct lsa_forest_trust_information, information_fields);
static const struct ndr_type unique_information = NDR_POINTER_TO(information);

#define P(way, member, type) NDR_PARAMETER(way, struct netlogon_get_forest_trust, member, type)
const struct ndr_field netlogon_get_forest_trust[] = {
    P(NDR_IN, server, ndr_unique_string),
    P(NDR_IN, trusted_domain_name, ndr_unique_string),
    P(NDR_IN, flags, ndr_u32),
    P(NDR_OUT, information, unique_information),
};
#undef P
