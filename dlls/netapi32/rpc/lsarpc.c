/*
 * The Local Security Authority: [MS-LSAD] and [MS-LSAT], methods as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/lsarpc.h"

/* ---- Structures ------------------------------------------------------------------------------ */

#define F(member, type) NDR_FIELD(struct lsa_quality_of_service, member, type)
static const struct ndr_field quality_of_service_fields[] = {
    F(length, ndr_u32),
    F(impersonation_level, ndr_u16),
    F(context_tracking_mode, ndr_u8),
    F(effective_only, ndr_u8),
};
#undef F
static const struct ndr_type quality_of_service =
    NDR_STRUCTURE_OF(struct lsa_quality_of_service, quality_of_service_fields);
static const struct ndr_type unique_quality_of_service = NDR_POINTER_TO(quality_of_service);

#define F(member, type) NDR_FIELD(struct lsa_object_attributes, member, type)
static const struct ndr_field object_attributes_fields[] = {
    F(length, ndr_u32),
    { .name = "root_directory", .type = &ndr_null },
    { .name = "object_name", .type = &ndr_null },
    F(attributes, ndr_u32),
    { .name = "security_descriptor", .type = &ndr_null },
    F(quality_of_service, unique_quality_of_service),
};
#undef F
static const struct ndr_type object_attributes =
    NDR_STRUCTURE_OF(struct lsa_object_attributes, object_attributes_fields);

static const struct ndr_field domain_fields[] = {
    NDR_FIELD(struct lsa_domain, name, ndr_unicode_string_large),
    NDR_FIELD(struct lsa_domain, sid, ndr_unique_sid),
};
static const struct ndr_type domain = NDR_STRUCTURE_OF(struct lsa_domain, domain_fields);
static const struct ndr_type domains = NDR_ARRAY_OF(domain);
static const struct ndr_type unique_domains = NDR_POINTER_TO(domains);

#define F(member, type, ...) NDR_FIELD(struct lsa_domain_list, member, type, __VA_ARGS__)
static const struct ndr_field domain_list_fields[] = {
    F(count, ndr_u32),
    F(domains, unique_domains, .governed_by = NDR_PLACE(struct lsa_domain_list, count)),
    F(max_entries, ndr_u32),
};
#undef F
static const struct ndr_type domain_list =
    NDR_STRUCTURE_OF(struct lsa_domain_list, domain_list_fields);
static const struct ndr_type unique_domain_list = NDR_POINTER_TO(domain_list);

static const struct ndr_type sids = NDR_ARRAY_OF(ndr_unique_sid);
static const struct ndr_type unique_sids = NDR_POINTER_TO(sids);

#define F(member, type, ...) NDR_FIELD(struct lsa_sid_list, member, type, __VA_ARGS__)
static const struct ndr_field sid_list_fields[] = {
    F(count, ndr_u32),
    F(sids, unique_sids, .governed_by = NDR_PLACE(struct lsa_sid_list, count)),
};
#undef F
static const struct ndr_type sid_list = NDR_STRUCTURE_OF(struct lsa_sid_list, sid_list_fields);

/* The list of what a lookup method finds: a structure `element`, an array of it, the pointer to
 * that, and a structure of a count and the pointer. */
#define TRANSLATED(element, list_type, member)                                                     \
    static const struct ndr_type element##_array = NDR_ARRAY_OF(element);                          \
    static const struct ndr_type unique_##element##_array = NDR_POINTER_TO(element##_array);       \
    static const struct ndr_field element##_list_fields[] = {                                      \
        NDR_FIELD(list_type, count, ndr_u32),                                                      \
        NDR_FIELD(list_type, member, unique_##element##_array,                                     \
                  .governed_by = NDR_PLACE(list_type, count)),                                     \
    };                                                                                             \
    static const struct ndr_type element##_list = NDR_STRUCTURE_OF(list_type, element##_list_fields)

#define F(member, type) NDR_FIELD(struct lsa_translated_name, member, type)
static const struct ndr_field translated_name_fields[] = {
    F(use, ndr_u16),
    F(name, ndr_unicode_string),
    F(domain_index, ndr_u32),
};
static const struct ndr_field translated_name_ex_fields[] = {
    F(use, ndr_u16),
    F(name, ndr_unicode_string),
    F(domain_index, ndr_u32),
    F(flags, ndr_u32),
};
#undef F
static const struct ndr_type translated_name =
    NDR_STRUCTURE_OF(struct lsa_translated_name, translated_name_fields);
static const struct ndr_type translated_name_ex =
    NDR_STRUCTURE_OF(struct lsa_translated_name, translated_name_ex_fields);
TRANSLATED(translated_name, struct lsa_translated_names, names);
TRANSLATED(translated_name_ex, struct lsa_translated_names, names);

#define F(member, type) NDR_FIELD(struct lsa_translated_sid, member, type)
static const struct ndr_field translated_sid_fields[] = {
    F(use, ndr_u16),
    F(rid, ndr_u32),
    F(domain_index, ndr_u32),
};
static const struct ndr_field translated_sid_ex_fields[] = {
    F(use, ndr_u16),
    F(rid, ndr_u32),
    F(domain_index, ndr_u32),
    F(flags, ndr_u32),
};
static const struct ndr_field translated_sid_ex2_fields[] = {
    F(use, ndr_u16),
    F(sid, ndr_unique_sid),
    F(domain_index, ndr_u32),
    F(flags, ndr_u32),
};
#undef F
static const struct ndr_type translated_sid =
    NDR_STRUCTURE_OF(struct lsa_translated_sid, translated_sid_fields);
static const struct ndr_type translated_sid_ex =
    NDR_STRUCTURE_OF(struct lsa_translated_sid, translated_sid_ex_fields);
static const struct ndr_type translated_sid_ex2 =
    NDR_STRUCTURE_OF(struct lsa_translated_sid, translated_sid_ex2_fields);
TRANSLATED(translated_sid, struct lsa_translated_sids, sids);
TRANSLATED(translated_sid_ex, struct lsa_translated_sids, sids);
TRANSLATED(translated_sid_ex2, struct lsa_translated_sids, sids);

static const struct ndr_type name_array = NDR_ARRAY_OF(ndr_unicode_string);
static const struct ndr_type unique_policy_information = NDR_POINTER_TO(lsa_policy_information);
static const struct ndr_type unique_string_pointer = NDR_POINTER_TO(ndr_unique_unicode_string);

/* ---- Methods --------------------------------------------------------------------------------- */

static const struct ndr_field close_handle[] = {
    NDR_PARAMETER(NDR_IN_OUT, struct lsar_close, handle, ndr_context_handle),
};

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct lsar_query_policy, member, type, __VA_ARGS__)
static const struct ndr_field query_policy[] = {
    P(NDR_IN, policy, ndr_context_handle),
    P(NDR_IN, information_class, ndr_u16),
    P(NDR_OUT, information, unique_policy_information,
      .governed_by = NDR_PLACE(struct lsar_query_policy, information_class)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct lsar_lookup_names, member, type, __VA_ARGS__)
#define LOOKUP_NAMES(sid_list_type)                                                                \
    P(NDR_IN, policy, ndr_context_handle), P(NDR_IN, count, ndr_u32),                              \
        P(NDR_IN, names, name_array, .governed_by = NDR_PLACE(struct lsar_lookup_names, count)),   \
        P(NDR_OUT, referenced_domains, unique_domain_list),                                        \
        P(NDR_IN_OUT, translated_sids, sid_list_type), P(NDR_IN, lookup_level, ndr_u16),           \
        P(NDR_IN_OUT, mapped_count, ndr_u32)
static const struct ndr_field lookup_names[] = { LOOKUP_NAMES(translated_sid_list) };
static const struct ndr_field lookup_names_2[] = {
    LOOKUP_NAMES(translated_sid_ex_list),
    P(NDR_IN, lookup_options, ndr_u32),
    P(NDR_IN, client_revision, ndr_u32),
};
static const struct ndr_field lookup_names_3[] = {
    LOOKUP_NAMES(translated_sid_ex2_list),
    P(NDR_IN, lookup_options, ndr_u32),
    P(NDR_IN, client_revision, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct lsar_lookup_sids, member, type)
#define LOOKUP_SIDS(name_list_type)                                                                \
    P(NDR_IN, policy, ndr_context_handle), P(NDR_IN, sids, sid_list),                              \
        P(NDR_OUT, referenced_domains, unique_domain_list),                                        \
        P(NDR_IN_OUT, translated_names, name_list_type), P(NDR_IN, lookup_level, ndr_u16),         \
        P(NDR_IN_OUT, mapped_count, ndr_u32)
static const struct ndr_field lookup_sids[] = { LOOKUP_SIDS(translated_name_list) };
static const struct ndr_field lookup_sids_2[] = {
    LOOKUP_SIDS(translated_name_ex_list),
    P(NDR_IN, lookup_options, ndr_u32),
    P(NDR_IN, client_revision, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct lsar_open_policy_2, member, type)
static const struct ndr_field open_policy_2[] = {
    P(NDR_IN, system_name, ndr_unique_string),
    P(NDR_IN, object_attributes, object_attributes),
    P(NDR_IN, desired_access, ndr_u32),
    P(NDR_OUT, policy, ndr_context_handle),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct lsar_get_user_name, member, type)
static const struct ndr_field get_user_name[] = {
    P(NDR_IN, system_name, ndr_unique_string),
    P(NDR_IN_OUT, user_name, ndr_unique_unicode_string),
    P(NDR_IN_OUT, domain_name, unique_string_pointer),
};
#undef P

#define ASKS(number, name, structure, parameters)                                                  \
    NDR_OPERATION(number, name, structure, parameters, .result_kind = NDR_RESULT_NTSTATUS,         \
                  .only_asks = true)
static const struct ndr_operation operations[] = {
    NDR_OPERATION(LSAR_CLOSE, "LsarClose", struct lsar_close, close_handle,
                  .result_kind = NDR_RESULT_NTSTATUS),
    ASKS(LSAR_QUERY_INFORMATION_POLICY, "LsarQueryInformationPolicy", struct lsar_query_policy,
         query_policy),
    ASKS(LSAR_LOOKUP_NAMES, "LsarLookupNames", struct lsar_lookup_names, lookup_names),
    ASKS(LSAR_LOOKUP_SIDS, "LsarLookupSids", struct lsar_lookup_sids, lookup_sids),
    ASKS(LSAR_OPEN_POLICY_2, "LsarOpenPolicy2", struct lsar_open_policy_2, open_policy_2),
    ASKS(LSAR_GET_USER_NAME, "LsarGetUserName", struct lsar_get_user_name, get_user_name),
    ASKS(LSAR_QUERY_INFORMATION_POLICY_2, "LsarQueryInformationPolicy2", struct lsar_query_policy,
         query_policy),
    ASKS(LSAR_LOOKUP_SIDS_2, "LsarLookupSids2", struct lsar_lookup_sids, lookup_sids_2),
    ASKS(LSAR_LOOKUP_NAMES_2, "LsarLookupNames2", struct lsar_lookup_names, lookup_names_2),
    ASKS(LSAR_LOOKUP_NAMES_3, "LsarLookupNames3", struct lsar_lookup_names, lookup_names_3),
};

/* 12345778-1234-abcd-ef00-0123456789ab, version 0.0 */
const struct rpc_interface lsarpc_interface = {
    .name = "lsarpc",
    .uuid = { 0x78, 0x57, 0x34, 0x12, 0x34, 0x12, 0xCD, 0xAB, 0xEF, 0x00, 0x01, 0x23, 0x45, 0x67,
              0x89, 0xAB },
    .version_major = 0,
    .version_minor = 0,
    .pipe_name = "lsarpc",
    .operations = operations,
    .count = NDR_COUNT(operations),
};
