/*
 * The Security Account Manager: [MS-SAMR], its methods as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/samr.h"

static const struct ndr_type unique_security_descriptor = NDR_POINTER_TO(samr_security_descriptor);
static const struct ndr_type unique_enumeration = NDR_POINTER_TO(samr_enumeration);
static const struct ndr_type unique_domain_info = NDR_POINTER_TO(samr_domain_info);
static const struct ndr_type unique_group_info = NDR_POINTER_TO(samr_group_info);
static const struct ndr_type unique_group_members = NDR_POINTER_TO(samr_group_members);
static const struct ndr_type unique_alias_info = NDR_POINTER_TO(samr_alias_info);
static const struct ndr_type unique_user_info = NDR_POINTER_TO(samr_user_info);
static const struct ndr_type name_array = NDR_VARYING_ARRAY_OF(ndr_unicode_string);
static const struct ndr_type rid_array = NDR_VARYING_ARRAY_OF(ndr_u32);
static const struct ndr_type encrypted_password = NDR_FIXED_BYTES(SAMR_ENCRYPTED_PASSWORD_SIZE);
static const struct ndr_type unique_encrypted_password = NDR_POINTER_TO(encrypted_password);
static const struct ndr_type owf_password = NDR_FIXED_BYTES(SAMR_OWF_PASSWORD_SIZE);
static const struct ndr_type unique_owf_password = NDR_POINTER_TO(owf_password);

static const struct ndr_field revision_fields[] = {
    NDR_FIELD(struct samr_revision, revision, ndr_u32),
    NDR_FIELD(struct samr_revision, supported_features, ndr_u32),
};
static const struct ndr_type revision = NDR_STRUCTURE_OF(struct samr_revision, revision_fields);
/* SAMPR_REVISION_INFO, a union with one arm */
static const struct ndr_field revision_arms[] = {
    { .name = "revision", .type = &revision, .tag = 1 },
};
static const struct ndr_type revision_info =
    NDR_UNION_OF(struct samr_revision, revision_arms, sizeof(uint32_t));

static const struct ndr_field membership_fields[] = {
    NDR_FIELD(struct samr_membership, rid, ndr_u32),
    NDR_FIELD(struct samr_membership, attributes, ndr_u32),
};
static const struct ndr_type membership =
    NDR_STRUCTURE_OF(struct samr_membership, membership_fields);
static const struct ndr_type membership_array = NDR_ARRAY_OF(membership);
static const struct ndr_type unique_membership_array = NDR_POINTER_TO(membership_array);
static const struct ndr_field memberships_fields[] = {
    NDR_FIELD(struct samr_memberships, count, ndr_u32),
    NDR_FIELD(struct samr_memberships, groups, unique_membership_array,
              .governed_by = NDR_PLACE(struct samr_memberships, count)),
};
static const struct ndr_type memberships =
    NDR_STRUCTURE_OF(struct samr_memberships, memberships_fields);
static const struct ndr_type unique_memberships = NDR_POINTER_TO(memberships);

#define P(way, member, type) NDR_PARAMETER(way, struct samr_close, member, type)
static const struct ndr_field close[] = {
    P(NDR_IN_OUT, handle, ndr_context_handle),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_set_security_object, member, type)
static const struct ndr_field set_security_object[] = {
    P(NDR_IN, object, ndr_context_handle),
    P(NDR_IN, security_information, ndr_u32),
    P(NDR_IN, security_descriptor, samr_security_descriptor),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_query_security_object, member, type)
static const struct ndr_field query_security_object[] = {
    P(NDR_IN, object, ndr_context_handle),
    P(NDR_IN, security_information, ndr_u32),
    P(NDR_OUT, security_descriptor, unique_security_descriptor),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_lookup_domain, member, type)
static const struct ndr_field lookup_domain[] = {
    P(NDR_IN, server, ndr_context_handle),
    P(NDR_IN, name, ndr_unicode_string),
    P(NDR_OUT, domain_id, ndr_unique_sid),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_enumerate, member, type)
static const struct ndr_field enumerate[] = {
    P(NDR_IN, handle, ndr_context_handle),  P(NDR_IN_OUT, enumeration_context, ndr_u32),
    P(NDR_OUT, buffer, unique_enumeration), P(NDR_IN, preferred_length, ndr_u32),
    P(NDR_OUT, count_returned, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_open_domain, member, type)
static const struct ndr_field open_domain[] = {
    P(NDR_IN, server, ndr_context_handle),
    P(NDR_IN, desired_access, ndr_u32),
    P(NDR_IN, domain_id, ndr_sid),
    P(NDR_OUT, domain, ndr_context_handle),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_query_domain, member, type, __VA_ARGS__)
static const struct ndr_field query_domain[] = {
    P(NDR_IN, domain, ndr_context_handle),
    P(NDR_IN, information_class, ndr_u16),
    P(NDR_OUT, information, unique_domain_info,
      .governed_by = NDR_PLACE(struct samr_query_domain, information_class)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_set_domain, member, type, __VA_ARGS__)
static const struct ndr_field set_domain[] = {
    P(NDR_IN, domain, ndr_context_handle),
    P(NDR_IN, information_class, ndr_u16),
    P(NDR_IN, information, samr_domain_info,
      .governed_by = NDR_PLACE(struct samr_set_domain, information_class)),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_create_object, member, type)
static const struct ndr_field create_object[] = {
    P(NDR_IN, domain, ndr_context_handle),
    P(NDR_IN, name, ndr_unicode_string),
    P(NDR_IN, desired_access, ndr_u32),
    P(NDR_OUT, handle, ndr_context_handle),
    P(NDR_OUT, rid, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_enumerate_users, member, type)
static const struct ndr_field enumerate_users[] = {
    P(NDR_IN, domain, ndr_context_handle),    P(NDR_IN_OUT, enumeration_context, ndr_u32),
    P(NDR_IN, user_account_control, ndr_u32), P(NDR_OUT, buffer, unique_enumeration),
    P(NDR_IN, preferred_length, ndr_u32),     P(NDR_OUT, count_returned, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_get_alias_membership, member, type)
static const struct ndr_field get_alias_membership[] = {
    P(NDR_IN, domain, ndr_context_handle),
    P(NDR_IN, sids, samr_sid_array),
    P(NDR_OUT, membership, samr_number_array),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_lookup_names, member, type, __VA_ARGS__)
static const struct ndr_field lookup_names[] = {
    P(NDR_IN, domain, ndr_context_handle),
    P(NDR_IN, count, ndr_u32),
    P(NDR_IN, names, name_array, .maximum = SAMR_LOOKUP_MAX,
      .length_is = NDR_PLACE(struct samr_lookup_names, count)),
    P(NDR_OUT, rids, samr_number_array),
    P(NDR_OUT, uses, samr_number_array),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_lookup_ids, member, type, __VA_ARGS__)
static const struct ndr_field lookup_ids[] = {
    P(NDR_IN, domain, ndr_context_handle),
    P(NDR_IN, count, ndr_u32),
    P(NDR_IN, rids, rid_array, .maximum = SAMR_LOOKUP_MAX,
      .length_is = NDR_PLACE(struct samr_lookup_ids, count)),
    P(NDR_OUT, names, samr_string_array),
    P(NDR_OUT, uses, samr_number_array),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_open_object, member, type)
static const struct ndr_field open_object[] = {
    P(NDR_IN, domain, ndr_context_handle),
    P(NDR_IN, desired_access, ndr_u32),
    P(NDR_IN, rid, ndr_u32),
    P(NDR_OUT, handle, ndr_context_handle),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_query_group, member, type, __VA_ARGS__)
static const struct ndr_field query_group[] = {
    P(NDR_IN, group, ndr_context_handle),
    P(NDR_IN, information_class, ndr_u16),
    P(NDR_OUT, information, unique_group_info,
      .governed_by = NDR_PLACE(struct samr_query_group, information_class)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_set_group, member, type, __VA_ARGS__)
static const struct ndr_field set_group[] = {
    P(NDR_IN, group, ndr_context_handle),
    P(NDR_IN, information_class, ndr_u16),
    P(NDR_IN, information, samr_group_info,
      .governed_by = NDR_PLACE(struct samr_set_group, information_class)),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_set_group_member, member, type)
static const struct ndr_field set_group_member[] = {
    P(NDR_IN, group, ndr_context_handle),
    P(NDR_IN, member_id, ndr_u32),
    P(NDR_IN, attributes, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_delete_object, member, type)
static const struct ndr_field delete_object[] = {
    P(NDR_IN_OUT, handle, ndr_context_handle),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_remove_group_member, member, type)
static const struct ndr_field remove_group_member[] = {
    P(NDR_IN, group, ndr_context_handle),
    P(NDR_IN, member_id, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_get_group_members, member, type)
static const struct ndr_field get_group_members[] = {
    P(NDR_IN, group, ndr_context_handle),
    P(NDR_OUT, members, unique_group_members),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_query_alias, member, type, __VA_ARGS__)
static const struct ndr_field query_alias[] = {
    P(NDR_IN, alias, ndr_context_handle),
    P(NDR_IN, information_class, ndr_u16),
    P(NDR_OUT, information, unique_alias_info,
      .governed_by = NDR_PLACE(struct samr_query_alias, information_class)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_set_alias, member, type, __VA_ARGS__)
static const struct ndr_field set_alias[] = {
    P(NDR_IN, alias, ndr_context_handle),
    P(NDR_IN, information_class, ndr_u16),
    P(NDR_IN, information, samr_alias_info,
      .governed_by = NDR_PLACE(struct samr_set_alias, information_class)),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_change_alias_member, member, type)
static const struct ndr_field change_alias_member[] = {
    P(NDR_IN, handle, ndr_context_handle),
    P(NDR_IN, member_id, ndr_sid),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_get_alias_members, member, type)
static const struct ndr_field get_alias_members[] = {
    P(NDR_IN, alias, ndr_context_handle),
    P(NDR_OUT, members, samr_sid_array),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_query_user, member, type, __VA_ARGS__)
static const struct ndr_field query_user[] = {
    P(NDR_IN, user, ndr_context_handle),
    P(NDR_IN, information_class, ndr_u16),
    P(NDR_OUT, information, unique_user_info,
      .governed_by = NDR_PLACE(struct samr_query_user, information_class)),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_set_user, member, type, __VA_ARGS__)
static const struct ndr_field set_user[] = {
    P(NDR_IN, user, ndr_context_handle),
    P(NDR_IN, information_class, ndr_u16),
    P(NDR_IN, information, samr_user_info,
      .governed_by = NDR_PLACE(struct samr_set_user, information_class)),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_get_groups_for_user, member, type)
static const struct ndr_field get_groups_for_user[] = {
    P(NDR_IN, user, ndr_context_handle),
    P(NDR_OUT, groups, unique_memberships),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_query_display, member, type, __VA_ARGS__)
static const struct ndr_field query_display[] = {
    P(NDR_IN, domain, ndr_context_handle),
    P(NDR_IN, display_class, ndr_u16),
    P(NDR_IN, index, ndr_u32),
    P(NDR_IN, entry_count, ndr_u32),
    P(NDR_IN, preferred_length, ndr_u32),
    P(NDR_OUT, total_available, ndr_u32),
    P(NDR_OUT, total_returned, ndr_u32),
    P(NDR_OUT, buffer, samr_display_info,
      .governed_by = NDR_PLACE(struct samr_query_display, display_class)),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_get_display_index, member, type)
static const struct ndr_field get_display_index[] = {
    P(NDR_IN, domain, ndr_context_handle),
    P(NDR_IN, display_class, ndr_u16),
    P(NDR_IN, prefix, ndr_unicode_string),
    P(NDR_OUT, index, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_get_user_domain_password, member, type)
static const struct ndr_field get_user_domain_password[] = {
    P(NDR_IN, user, ndr_context_handle),
    P(NDR_OUT, password, samr_user_domain_password),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_create_user_2, member, type)
static const struct ndr_field create_user_2[] = {
    P(NDR_IN, domain, ndr_context_handle),
    P(NDR_IN, name, ndr_unicode_string),
    P(NDR_IN, account_type, ndr_u32),
    P(NDR_IN, desired_access, ndr_u32),
    P(NDR_OUT, user, ndr_context_handle),
    P(NDR_OUT, granted_access, ndr_u32),
    P(NDR_OUT, rid, ndr_u32),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_change_alias_members, member, type)
static const struct ndr_field change_alias_members[] = {
    P(NDR_IN, alias, ndr_context_handle),
    P(NDR_IN, members, samr_sid_array),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_change_password, member, type)
static const struct ndr_field change_password[] = {
    P(NDR_IN, server, ndr_unique_unicode_string),
    P(NDR_IN, user, ndr_unicode_string),
    P(NDR_IN, new_password_with_old_nt, unique_encrypted_password),
    P(NDR_IN, old_nt_with_new_nt, unique_owf_password),
    P(NDR_IN, lm_present, ndr_u8),
    P(NDR_IN, new_password_with_old_lm, unique_encrypted_password),
    P(NDR_IN, old_lm_with_new_nt, unique_owf_password),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_get_domain_password, member, type)
static const struct ndr_field get_domain_password[] = {
    P(NDR_IN, unused, ndr_unique_unicode_string),
    P(NDR_OUT, password, samr_user_domain_password),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_connect_2, member, type)
static const struct ndr_field connect_2[] = {
    P(NDR_IN, server_name, ndr_unique_string),
    P(NDR_IN, desired_access, ndr_u32),
    P(NDR_OUT, server, ndr_context_handle),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_connect_4, member, type)
static const struct ndr_field connect_4[] = {
    P(NDR_IN, server_name, ndr_unique_string),
    P(NDR_IN, client_revision, ndr_u32),
    P(NDR_IN, desired_access, ndr_u32),
    P(NDR_OUT, server, ndr_context_handle),
};
#undef P

#define P(way, member, type, ...)                                                                  \
    NDR_PARAMETER(way, struct samr_connect_5, member, type, __VA_ARGS__)
static const struct ndr_field connect_5[] = {
    P(NDR_IN, server_name, ndr_unique_string),
    P(NDR_IN, desired_access, ndr_u32),
    P(NDR_IN, in_version, ndr_u32),
    P(NDR_IN, in_revision, revision_info,
      .governed_by = NDR_PLACE(struct samr_connect_5, in_version)),
    P(NDR_OUT, out_version, ndr_u32),
    P(NDR_OUT, out_revision, revision_info,
      .governed_by = NDR_PLACE(struct samr_connect_5, out_version)),
    P(NDR_OUT, server, ndr_context_handle),
};
#undef P

#define P(way, member, type) NDR_PARAMETER(way, struct samr_rid_to_sid, member, type)
static const struct ndr_field rid_to_sid[] = {
    P(NDR_IN, object, ndr_context_handle),
    P(NDR_IN, rid, ndr_u32),
    P(NDR_OUT, sid, ndr_unique_sid),
};
#undef P

static const struct ndr_operation operations[] = {
    NDR_OPERATION(SAMR_CLOSE_HANDLE, "SamrCloseHandle", struct samr_close, close,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_SET_SECURITY_OBJECT, "SamrSetSecurityObject",
                  struct samr_set_security_object, set_security_object,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_QUERY_SECURITY_OBJECT, "SamrQuerySecurityObject",
                  struct samr_query_security_object, query_security_object,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_LOOKUP_DOMAIN_IN_SAM_SERVER, "SamrLookupDomainInSamServer",
                  struct samr_lookup_domain, lookup_domain, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_ENUMERATE_DOMAINS_IN_SAM_SERVER, "SamrEnumerateDomainsInSamServer",
                  struct samr_enumerate, enumerate, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_OPEN_DOMAIN, "SamrOpenDomain", struct samr_open_domain, open_domain,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_QUERY_INFORMATION_DOMAIN, "SamrQueryInformationDomain",
                  struct samr_query_domain, query_domain, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_SET_INFORMATION_DOMAIN, "SamrSetInformationDomain", struct samr_set_domain,
                  set_domain, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_CREATE_GROUP_IN_DOMAIN, "SamrCreateGroupInDomain", struct samr_create_object,
                  create_object, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_ENUMERATE_GROUPS_IN_DOMAIN, "SamrEnumerateGroupsInDomain",
                  struct samr_enumerate, enumerate, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_CREATE_USER_IN_DOMAIN, "SamrCreateUserInDomain", struct samr_create_object,
                  create_object, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_ENUMERATE_USERS_IN_DOMAIN, "SamrEnumerateUsersInDomain",
                  struct samr_enumerate_users, enumerate_users, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_CREATE_ALIAS_IN_DOMAIN, "SamrCreateAliasInDomain", struct samr_create_object,
                  create_object, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_ENUMERATE_ALIASES_IN_DOMAIN, "SamrEnumerateAliasesInDomain",
                  struct samr_enumerate, enumerate, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_GET_ALIAS_MEMBERSHIP, "SamrGetAliasMembership",
                  struct samr_get_alias_membership, get_alias_membership,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_LOOKUP_NAMES_IN_DOMAIN, "SamrLookupNamesInDomain", struct samr_lookup_names,
                  lookup_names, .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_LOOKUP_IDS_IN_DOMAIN, "SamrLookupIdsInDomain", struct samr_lookup_ids,
                  lookup_ids, .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_OPEN_GROUP, "SamrOpenGroup", struct samr_open_object, open_object,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_QUERY_INFORMATION_GROUP, "SamrQueryInformationGroup",
                  struct samr_query_group, query_group, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_SET_INFORMATION_GROUP, "SamrSetInformationGroup", struct samr_set_group,
                  set_group, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_ADD_MEMBER_TO_GROUP, "SamrAddMemberToGroup", struct samr_set_group_member,
                  set_group_member, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_DELETE_GROUP, "SamrDeleteGroup", struct samr_delete_object, delete_object,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_REMOVE_MEMBER_FROM_GROUP, "SamrRemoveMemberFromGroup",
                  struct samr_remove_group_member, remove_group_member,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_GET_MEMBERS_IN_GROUP, "SamrGetMembersInGroup", struct samr_get_group_members,
                  get_group_members, .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_SET_MEMBER_ATTRIBUTES_OF_GROUP, "SamrSetMemberAttributesOfGroup",
                  struct samr_set_group_member, set_group_member,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_OPEN_ALIAS, "SamrOpenAlias", struct samr_open_object, open_object,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_QUERY_INFORMATION_ALIAS, "SamrQueryInformationAlias",
                  struct samr_query_alias, query_alias, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_SET_INFORMATION_ALIAS, "SamrSetInformationAlias", struct samr_set_alias,
                  set_alias, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_DELETE_ALIAS, "SamrDeleteAlias", struct samr_delete_object, delete_object,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_ADD_MEMBER_TO_ALIAS, "SamrAddMemberToAlias", struct samr_change_alias_member,
                  change_alias_member, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_REMOVE_MEMBER_FROM_ALIAS, "SamrRemoveMemberFromAlias",
                  struct samr_change_alias_member, change_alias_member,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_GET_MEMBERS_IN_ALIAS, "SamrGetMembersInAlias", struct samr_get_alias_members,
                  get_alias_members, .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_OPEN_USER, "SamrOpenUser", struct samr_open_object, open_object,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_DELETE_USER, "SamrDeleteUser", struct samr_delete_object, delete_object,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_QUERY_INFORMATION_USER, "SamrQueryInformationUser", struct samr_query_user,
                  query_user, .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_SET_INFORMATION_USER, "SamrSetInformationUser", struct samr_set_user,
                  set_user, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_GET_GROUPS_FOR_USER, "SamrGetGroupsForUser", struct samr_get_groups_for_user,
                  get_groups_for_user, .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_QUERY_DISPLAY_INFORMATION, "SamrQueryDisplayInformation",
                  struct samr_query_display, query_display, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_GET_DISPLAY_ENUMERATION_INDEX, "SamrGetDisplayEnumerationIndex",
                  struct samr_get_display_index, get_display_index,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_GET_USER_DOMAIN_PASSWORD_INFORMATION, "SamrGetUserDomainPasswordInformation",
                  struct samr_get_user_domain_password, get_user_domain_password,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_REMOVE_MEMBER_FROM_FOREIGN_DOMAIN, "SamrRemoveMemberFromForeignDomain",
                  struct samr_change_alias_member, change_alias_member,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_QUERY_INFORMATION_DOMAIN2, "SamrQueryInformationDomain2",
                  struct samr_query_domain, query_domain, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_QUERY_INFORMATION_USER2, "SamrQueryInformationUser2", struct samr_query_user,
                  query_user, .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_QUERY_DISPLAY_INFORMATION2, "SamrQueryDisplayInformation2",
                  struct samr_query_display, query_display, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_GET_DISPLAY_ENUMERATION_INDEX2, "SamrGetDisplayEnumerationIndex2",
                  struct samr_get_display_index, get_display_index,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_CREATE_USER2_IN_DOMAIN, "SamrCreateUser2InDomain", struct samr_create_user_2,
                  create_user_2, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_QUERY_DISPLAY_INFORMATION3, "SamrQueryDisplayInformation3",
                  struct samr_query_display, query_display, .result_kind = NDR_RESULT_NTSTATUS,
                  .only_asks = true),
    NDR_OPERATION(SAMR_ADD_MULTIPLE_MEMBERS_TO_ALIAS, "SamrAddMultipleMembersToAlias",
                  struct samr_change_alias_members, change_alias_members,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_REMOVE_MULTIPLE_MEMBERS_FROM_ALIAS, "SamrRemoveMultipleMembersFromAlias",
                  struct samr_change_alias_members, change_alias_members,
                  .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_UNICODE_CHANGE_PASSWORD_USER2, "SamrUnicodeChangePasswordUser2",
                  struct samr_change_password, change_password, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_GET_DOMAIN_PASSWORD_INFORMATION, "SamrGetDomainPasswordInformation",
                  struct samr_get_domain_password, get_domain_password,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_CONNECT2, "SamrConnect2", struct samr_connect_2, connect_2,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_SET_INFORMATION_USER2, "SamrSetInformationUser2", struct samr_set_user,
                  set_user, .result_kind = NDR_RESULT_NTSTATUS),
    NDR_OPERATION(SAMR_CONNECT4, "SamrConnect4", struct samr_connect_4, connect_4,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_CONNECT5, "SamrConnect5", struct samr_connect_5, connect_5,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
    NDR_OPERATION(SAMR_RID_TO_SID, "SamrRidToSid", struct samr_rid_to_sid, rid_to_sid,
                  .result_kind = NDR_RESULT_NTSTATUS, .only_asks = true),
};

/* 12345778-1234-abcd-ef00-0123456789ac, version 1.0 */
const struct rpc_interface samr_interface = {
    .uuid = { 0x78, 0x57, 0x34, 0x12, 0x34, 0x12, 0xCD, 0xAB, 0xEF, 0x00, 0x01, 0x23, 0x45, 0x67,
              0x89, 0xAC },
    .version_major = 1,
    .version_minor = 0,
    .pipe_name = "samr",
    .operations = operations,
    .count = NDR_COUNT(operations),
};
