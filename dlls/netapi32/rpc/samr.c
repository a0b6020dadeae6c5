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
static const struct ndr_type unique_validate_output = NDR_POINTER_TO(samr_validate_output);
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

/* ---- Methods --------------------------------------------------------------------------------- */

#define IN(tag, member, type, ...)                                                                 \
    NDR_PARAMETER(NDR_IN, struct samr_##tag, member, type, __VA_ARGS__)
#define OUT(tag, member, type, ...)                                                                \
    NDR_PARAMETER(NDR_OUT, struct samr_##tag, member, type, __VA_ARGS__)
#define IN_OUT(tag, member, type, ...)                                                             \
    NDR_PARAMETER(NDR_IN_OUT, struct samr_##tag, member, type, __VA_ARGS__)

static const struct ndr_field close[] = {
    IN_OUT(close, handle, ndr_context_handle),
};

static const struct ndr_field set_security_object[] = {
    IN(set_security_object, object, ndr_context_handle),
    IN(set_security_object, security_information, ndr_u32),
    IN(set_security_object, security_descriptor, samr_security_descriptor),
};

static const struct ndr_field query_security_object[] = {
    IN(query_security_object, object, ndr_context_handle),
    IN(query_security_object, security_information, ndr_u32),
    OUT(query_security_object, security_descriptor, unique_security_descriptor),
};

static const struct ndr_field lookup_domain[] = {
    IN(lookup_domain, server, ndr_context_handle),
    IN(lookup_domain, name, ndr_unicode_string),
    OUT(lookup_domain, domain_id, ndr_unique_sid),
};

static const struct ndr_field enumerate[] = {
    IN(enumerate, handle, ndr_context_handle),  IN_OUT(enumerate, enumeration_context, ndr_u32),
    OUT(enumerate, buffer, unique_enumeration), IN(enumerate, preferred_length, ndr_u32),
    OUT(enumerate, count_returned, ndr_u32),
};

static const struct ndr_field open_domain[] = {
    IN(open_domain, server, ndr_context_handle),
    IN(open_domain, desired_access, ndr_u32),
    IN(open_domain, domain_id, ndr_sid),
    OUT(open_domain, domain, ndr_context_handle),
};

static const struct ndr_field query_domain[] = {
    IN(query_domain, domain, ndr_context_handle),
    IN(query_domain, information_class, ndr_u16),
    OUT(query_domain, information, unique_domain_info,
        .governed_by = NDR_PLACE(struct samr_query_domain, information_class)),
};

static const struct ndr_field set_domain[] = {
    IN(set_domain, domain, ndr_context_handle),
    IN(set_domain, information_class, ndr_u16),
    IN(set_domain, information, samr_domain_info,
       .governed_by = NDR_PLACE(struct samr_set_domain, information_class)),
};

static const struct ndr_field create_object[] = {
    IN(create_object, domain, ndr_context_handle),
    IN(create_object, name, ndr_unicode_string),
    IN(create_object, desired_access, ndr_u32),
    OUT(create_object, handle, ndr_context_handle),
    OUT(create_object, rid, ndr_u32),
};

static const struct ndr_field enumerate_users[] = {
    IN(enumerate_users, domain, ndr_context_handle),
    IN_OUT(enumerate_users, enumeration_context, ndr_u32),
    IN(enumerate_users, user_account_control, ndr_u32),
    OUT(enumerate_users, buffer, unique_enumeration),
    IN(enumerate_users, preferred_length, ndr_u32),
    OUT(enumerate_users, count_returned, ndr_u32),
};

static const struct ndr_field get_alias_membership[] = {
    IN(get_alias_membership, domain, ndr_context_handle),
    IN(get_alias_membership, sids, samr_sid_array),
    OUT(get_alias_membership, membership, samr_number_array),
};

static const struct ndr_field lookup_names[] = {
    IN(lookup_names, domain, ndr_context_handle),
    IN(lookup_names, count, ndr_u32),
    IN(lookup_names, names, name_array, .maximum = SAMR_LOOKUP_MAX,
       .length_is = NDR_PLACE(struct samr_lookup_names, count)),
    OUT(lookup_names, rids, samr_number_array),
    OUT(lookup_names, uses, samr_number_array),
};

static const struct ndr_field lookup_ids[] = {
    IN(lookup_ids, domain, ndr_context_handle),
    IN(lookup_ids, count, ndr_u32),
    IN(lookup_ids, rids, rid_array, .maximum = SAMR_LOOKUP_MAX,
       .length_is = NDR_PLACE(struct samr_lookup_ids, count)),
    OUT(lookup_ids, names, samr_string_array),
    OUT(lookup_ids, uses, samr_number_array),
};

static const struct ndr_field open_object[] = {
    IN(open_object, domain, ndr_context_handle),
    IN(open_object, desired_access, ndr_u32),
    IN(open_object, rid, ndr_u32),
    OUT(open_object, handle, ndr_context_handle),
};

static const struct ndr_field query_group[] = {
    IN(query_group, group, ndr_context_handle),
    IN(query_group, information_class, ndr_u16),
    OUT(query_group, information, unique_group_info,
        .governed_by = NDR_PLACE(struct samr_query_group, information_class)),
};

static const struct ndr_field set_group[] = {
    IN(set_group, group, ndr_context_handle),
    IN(set_group, information_class, ndr_u16),
    IN(set_group, information, samr_group_info,
       .governed_by = NDR_PLACE(struct samr_set_group, information_class)),
};

static const struct ndr_field set_group_member[] = {
    IN(set_group_member, group, ndr_context_handle),
    IN(set_group_member, member_id, ndr_u32),
    IN(set_group_member, attributes, ndr_u32),
};

static const struct ndr_field delete_object[] = {
    IN_OUT(delete_object, handle, ndr_context_handle),
};

static const struct ndr_field remove_group_member[] = {
    IN(remove_group_member, group, ndr_context_handle),
    IN(remove_group_member, member_id, ndr_u32),
};

static const struct ndr_field get_group_members[] = {
    IN(get_group_members, group, ndr_context_handle),
    OUT(get_group_members, members, unique_group_members),
};

static const struct ndr_field query_alias[] = {
    IN(query_alias, alias, ndr_context_handle),
    IN(query_alias, information_class, ndr_u16),
    OUT(query_alias, information, unique_alias_info,
        .governed_by = NDR_PLACE(struct samr_query_alias, information_class)),
};

static const struct ndr_field set_alias[] = {
    IN(set_alias, alias, ndr_context_handle),
    IN(set_alias, information_class, ndr_u16),
    IN(set_alias, information, samr_alias_info,
       .governed_by = NDR_PLACE(struct samr_set_alias, information_class)),
};

static const struct ndr_field change_alias_member[] = {
    IN(change_alias_member, handle, ndr_context_handle),
    IN(change_alias_member, member_id, ndr_sid),
};

static const struct ndr_field get_alias_members[] = {
    IN(get_alias_members, alias, ndr_context_handle),
    OUT(get_alias_members, members, samr_sid_array),
};

static const struct ndr_field query_user[] = {
    IN(query_user, user, ndr_context_handle),
    IN(query_user, information_class, ndr_u16),
    OUT(query_user, information, unique_user_info,
        .governed_by = NDR_PLACE(struct samr_query_user, information_class)),
};

static const struct ndr_field set_user[] = {
    IN(set_user, user, ndr_context_handle),
    IN(set_user, information_class, ndr_u16),
    IN(set_user, information, samr_user_info,
       .governed_by = NDR_PLACE(struct samr_set_user, information_class)),
};

static const struct ndr_field get_groups_for_user[] = {
    IN(get_groups_for_user, user, ndr_context_handle),
    OUT(get_groups_for_user, groups, unique_memberships),
};

static const struct ndr_field query_display[] = {
    IN(query_display, domain, ndr_context_handle),
    IN(query_display, display_class, ndr_u16),
    IN(query_display, index, ndr_u32),
    IN(query_display, entry_count, ndr_u32),
    IN(query_display, preferred_length, ndr_u32),
    OUT(query_display, total_available, ndr_u32),
    OUT(query_display, total_returned, ndr_u32),
    OUT(query_display, buffer, samr_display_info,
        .governed_by = NDR_PLACE(struct samr_query_display, display_class)),
};

static const struct ndr_field get_display_index[] = {
    IN(get_display_index, domain, ndr_context_handle),
    IN(get_display_index, display_class, ndr_u16),
    IN(get_display_index, prefix, ndr_unicode_string),
    OUT(get_display_index, index, ndr_u32),
};

static const struct ndr_field get_user_domain_password[] = {
    IN(get_user_domain_password, user, ndr_context_handle),
    OUT(get_user_domain_password, password, samr_user_domain_password),
};

static const struct ndr_field create_user_2[] = {
    IN(create_user_2, domain, ndr_context_handle),
    IN(create_user_2, name, ndr_unicode_string),
    IN(create_user_2, account_type, ndr_u32),
    IN(create_user_2, desired_access, ndr_u32),
    OUT(create_user_2, user, ndr_context_handle),
    OUT(create_user_2, granted_access, ndr_u32),
    OUT(create_user_2, rid, ndr_u32),
};

static const struct ndr_field change_alias_members[] = {
    IN(change_alias_members, alias, ndr_context_handle),
    IN(change_alias_members, members, samr_sid_array),
};

static const struct ndr_field change_password[] = {
    IN(change_password, server, ndr_unique_unicode_string),
    IN(change_password, user, ndr_unicode_string),
    IN(change_password, new_password_with_old_nt, unique_encrypted_password),
    IN(change_password, old_nt_with_new_nt, unique_owf_password),
    IN(change_password, lm_present, ndr_u8),
    IN(change_password, new_password_with_old_lm, unique_encrypted_password),
    IN(change_password, old_lm_with_new_nt, unique_owf_password),
};

static const struct ndr_field change_password_4[] = {
    IN(change_password_4, server, ndr_unique_unicode_string),
    IN(change_password_4, user, ndr_unicode_string),
    IN(change_password_4, password, samr_encrypted_password_aes),
};

static const struct ndr_field validate_password[] = {
    IN(validate_password, validation_type, ndr_u16),
    IN(validate_password, input, samr_validate_input,
       .governed_by = NDR_PLACE(struct samr_validate_password, validation_type)),
    OUT(validate_password, output, unique_validate_output,
        .governed_by = NDR_PLACE(struct samr_validate_password, validation_type)),
};

static const struct ndr_field get_domain_password[] = {
    IN(get_domain_password, unused, ndr_unique_unicode_string),
    OUT(get_domain_password, password, samr_user_domain_password),
};

static const struct ndr_field connect_2[] = {
    IN(connect_2, server_name, ndr_unique_string),
    IN(connect_2, desired_access, ndr_u32),
    OUT(connect_2, server, ndr_context_handle),
};

static const struct ndr_field connect_4[] = {
    IN(connect_4, server_name, ndr_unique_string),
    IN(connect_4, client_revision, ndr_u32),
    IN(connect_4, desired_access, ndr_u32),
    OUT(connect_4, server, ndr_context_handle),
};

static const struct ndr_field connect_5[] = {
    IN(connect_5, server_name, ndr_unique_string),
    IN(connect_5, desired_access, ndr_u32),
    IN(connect_5, in_version, ndr_u32),
    IN(connect_5, in_revision, revision_info,
       .governed_by = NDR_PLACE(struct samr_connect_5, in_version)),
    OUT(connect_5, out_version, ndr_u32),
    OUT(connect_5, out_revision, revision_info,
        .governed_by = NDR_PLACE(struct samr_connect_5, out_version)),
    OUT(connect_5, server, ndr_context_handle),
};

static const struct ndr_field rid_to_sid[] = {
    IN(rid_to_sid, object, ndr_context_handle),
    IN(rid_to_sid, rid, ndr_u32),
    OUT(rid_to_sid, sid, ndr_unique_sid),
};

#define CHANGES(number, name, structure, parameters)                                               \
    NDR_OPERATION(number, name, structure, parameters, .result_kind = NDR_RESULT_NTSTATUS)
#define ASKS(number, name, structure, parameters)                                                  \
    NDR_OPERATION(number, name, structure, parameters, .result_kind = NDR_RESULT_NTSTATUS,         \
                  .only_asks = true)
static const struct ndr_operation operations[] = {
    CHANGES(SAMR_CLOSE_HANDLE, "SamrCloseHandle", struct samr_close, close),
    CHANGES(SAMR_SET_SECURITY_OBJECT, "SamrSetSecurityObject", struct samr_set_security_object,
            set_security_object),
    ASKS(SAMR_QUERY_SECURITY_OBJECT, "SamrQuerySecurityObject", struct samr_query_security_object,
         query_security_object),
    ASKS(SAMR_LOOKUP_DOMAIN_IN_SAM_SERVER, "SamrLookupDomainInSamServer", struct samr_lookup_domain,
         lookup_domain),
    ASKS(SAMR_ENUMERATE_DOMAINS_IN_SAM_SERVER, "SamrEnumerateDomainsInSamServer",
         struct samr_enumerate, enumerate),
    ASKS(SAMR_OPEN_DOMAIN, "SamrOpenDomain", struct samr_open_domain, open_domain),
    ASKS(SAMR_QUERY_INFORMATION_DOMAIN, "SamrQueryInformationDomain", struct samr_query_domain,
         query_domain),
    CHANGES(SAMR_SET_INFORMATION_DOMAIN, "SamrSetInformationDomain", struct samr_set_domain,
            set_domain),
    CHANGES(SAMR_CREATE_GROUP_IN_DOMAIN, "SamrCreateGroupInDomain", struct samr_create_object,
            create_object),
    ASKS(SAMR_ENUMERATE_GROUPS_IN_DOMAIN, "SamrEnumerateGroupsInDomain", struct samr_enumerate,
         enumerate),
    CHANGES(SAMR_CREATE_USER_IN_DOMAIN, "SamrCreateUserInDomain", struct samr_create_object,
            create_object),
    ASKS(SAMR_ENUMERATE_USERS_IN_DOMAIN, "SamrEnumerateUsersInDomain", struct samr_enumerate_users,
         enumerate_users),
    CHANGES(SAMR_CREATE_ALIAS_IN_DOMAIN, "SamrCreateAliasInDomain", struct samr_create_object,
            create_object),
    ASKS(SAMR_ENUMERATE_ALIASES_IN_DOMAIN, "SamrEnumerateAliasesInDomain", struct samr_enumerate,
         enumerate),
    ASKS(SAMR_GET_ALIAS_MEMBERSHIP, "SamrGetAliasMembership", struct samr_get_alias_membership,
         get_alias_membership),
    ASKS(SAMR_LOOKUP_NAMES_IN_DOMAIN, "SamrLookupNamesInDomain", struct samr_lookup_names,
         lookup_names),
    ASKS(SAMR_LOOKUP_IDS_IN_DOMAIN, "SamrLookupIdsInDomain", struct samr_lookup_ids, lookup_ids),
    ASKS(SAMR_OPEN_GROUP, "SamrOpenGroup", struct samr_open_object, open_object),
    ASKS(SAMR_QUERY_INFORMATION_GROUP, "SamrQueryInformationGroup", struct samr_query_group,
         query_group),
    CHANGES(SAMR_SET_INFORMATION_GROUP, "SamrSetInformationGroup", struct samr_set_group,
            set_group),
    CHANGES(SAMR_ADD_MEMBER_TO_GROUP, "SamrAddMemberToGroup", struct samr_set_group_member,
            set_group_member),
    CHANGES(SAMR_DELETE_GROUP, "SamrDeleteGroup", struct samr_delete_object, delete_object),
    CHANGES(SAMR_REMOVE_MEMBER_FROM_GROUP, "SamrRemoveMemberFromGroup",
            struct samr_remove_group_member, remove_group_member),
    ASKS(SAMR_GET_MEMBERS_IN_GROUP, "SamrGetMembersInGroup", struct samr_get_group_members,
         get_group_members),
    CHANGES(SAMR_SET_MEMBER_ATTRIBUTES_OF_GROUP, "SamrSetMemberAttributesOfGroup",
            struct samr_set_group_member, set_group_member),
    ASKS(SAMR_OPEN_ALIAS, "SamrOpenAlias", struct samr_open_object, open_object),
    ASKS(SAMR_QUERY_INFORMATION_ALIAS, "SamrQueryInformationAlias", struct samr_query_alias,
         query_alias),
    CHANGES(SAMR_SET_INFORMATION_ALIAS, "SamrSetInformationAlias", struct samr_set_alias,
            set_alias),
    CHANGES(SAMR_DELETE_ALIAS, "SamrDeleteAlias", struct samr_delete_object, delete_object),
    CHANGES(SAMR_ADD_MEMBER_TO_ALIAS, "SamrAddMemberToAlias", struct samr_change_alias_member,
            change_alias_member),
    CHANGES(SAMR_REMOVE_MEMBER_FROM_ALIAS, "SamrRemoveMemberFromAlias",
            struct samr_change_alias_member, change_alias_member),
    ASKS(SAMR_GET_MEMBERS_IN_ALIAS, "SamrGetMembersInAlias", struct samr_get_alias_members,
         get_alias_members),
    ASKS(SAMR_OPEN_USER, "SamrOpenUser", struct samr_open_object, open_object),
    CHANGES(SAMR_DELETE_USER, "SamrDeleteUser", struct samr_delete_object, delete_object),
    ASKS(SAMR_QUERY_INFORMATION_USER, "SamrQueryInformationUser", struct samr_query_user,
         query_user),
    CHANGES(SAMR_SET_INFORMATION_USER, "SamrSetInformationUser", struct samr_set_user, set_user),
    ASKS(SAMR_GET_GROUPS_FOR_USER, "SamrGetGroupsForUser", struct samr_get_groups_for_user,
         get_groups_for_user),
    ASKS(SAMR_QUERY_DISPLAY_INFORMATION, "SamrQueryDisplayInformation", struct samr_query_display,
         query_display),
    ASKS(SAMR_GET_DISPLAY_ENUMERATION_INDEX, "SamrGetDisplayEnumerationIndex",
         struct samr_get_display_index, get_display_index),
    ASKS(SAMR_GET_USER_DOMAIN_PASSWORD_INFORMATION, "SamrGetUserDomainPasswordInformation",
         struct samr_get_user_domain_password, get_user_domain_password),
    CHANGES(SAMR_REMOVE_MEMBER_FROM_FOREIGN_DOMAIN, "SamrRemoveMemberFromForeignDomain",
            struct samr_change_alias_member, change_alias_member),
    ASKS(SAMR_QUERY_INFORMATION_DOMAIN2, "SamrQueryInformationDomain2", struct samr_query_domain,
         query_domain),
    ASKS(SAMR_QUERY_INFORMATION_USER2, "SamrQueryInformationUser2", struct samr_query_user,
         query_user),
    ASKS(SAMR_QUERY_DISPLAY_INFORMATION2, "SamrQueryDisplayInformation2", struct samr_query_display,
         query_display),
    ASKS(SAMR_GET_DISPLAY_ENUMERATION_INDEX2, "SamrGetDisplayEnumerationIndex2",
         struct samr_get_display_index, get_display_index),
    CHANGES(SAMR_CREATE_USER2_IN_DOMAIN, "SamrCreateUser2InDomain", struct samr_create_user_2,
            create_user_2),
    ASKS(SAMR_QUERY_DISPLAY_INFORMATION3, "SamrQueryDisplayInformation3", struct samr_query_display,
         query_display),
    CHANGES(SAMR_ADD_MULTIPLE_MEMBERS_TO_ALIAS, "SamrAddMultipleMembersToAlias",
            struct samr_change_alias_members, change_alias_members),
    CHANGES(SAMR_REMOVE_MULTIPLE_MEMBERS_FROM_ALIAS, "SamrRemoveMultipleMembersFromAlias",
            struct samr_change_alias_members, change_alias_members),
    CHANGES(SAMR_UNICODE_CHANGE_PASSWORD_USER2, "SamrUnicodeChangePasswordUser2",
            struct samr_change_password, change_password),
    ASKS(SAMR_GET_DOMAIN_PASSWORD_INFORMATION, "SamrGetDomainPasswordInformation",
         struct samr_get_domain_password, get_domain_password),
    ASKS(SAMR_CONNECT2, "SamrConnect2", struct samr_connect_2, connect_2),
    CHANGES(SAMR_SET_INFORMATION_USER2, "SamrSetInformationUser2", struct samr_set_user, set_user),
    ASKS(SAMR_CONNECT4, "SamrConnect4", struct samr_connect_4, connect_4),
    ASKS(SAMR_CONNECT5, "SamrConnect5", struct samr_connect_5, connect_5),
    ASKS(SAMR_RID_TO_SID, "SamrRidToSid", struct samr_rid_to_sid, rid_to_sid),
    ASKS(SAMR_VALIDATE_PASSWORD, "SamrValidatePassword", struct samr_validate_password,
         validate_password),
    CHANGES(SAMR_UNICODE_CHANGE_PASSWORD_USER4, "SamrUnicodeChangePasswordUser4",
            struct samr_change_password_4, change_password_4),
};

/* 12345778-1234-abcd-ef00-0123456789ac, version 1.0 */
const struct rpc_interface samr_interface = {
    .name = "samr",
    .uuid = { 0x78, 0x57, 0x34, 0x12, 0x34, 0x12, 0xCD, 0xAB, 0xEF, 0x00, 0x01, 0x23, 0x45, 0x67,
              0x89, 0xAC },
    .version_major = 1,
    .version_minor = 0,
    .pipe_name = "samr",
    .operations = operations,
    .count = NDR_COUNT(operations),
};
