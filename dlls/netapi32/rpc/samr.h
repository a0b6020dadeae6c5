/*
 * The Security Account Manager: [MS-SAMR] 3.1.5.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each structure holds the parameters of one method, in and out, by their order in the
 * specification; methods that have the same parameters share one. Every method returns an NTSTATUS.
 * What is opened is to be closed with SamrCloseHandle.
 */
#ifndef NETAPI32_RPC_SAMR_H
#define NETAPI32_RPC_SAMR_H

#include "rpc/ndr.h"
#include "rpc/pdu.h"
#include "rpc/samr_domain.h"
#include "rpc/samr_types.h"
#include "rpc/samr_user.h"

extern const struct rpc_interface samr_interface;

enum samr_operation
{
    SAMR_CLOSE_HANDLE = 1,
    SAMR_SET_SECURITY_OBJECT = 2,
    SAMR_QUERY_SECURITY_OBJECT = 3,
    SAMR_LOOKUP_DOMAIN_IN_SAM_SERVER = 5,
    SAMR_ENUMERATE_DOMAINS_IN_SAM_SERVER = 6,
    SAMR_OPEN_DOMAIN = 7,
    SAMR_QUERY_INFORMATION_DOMAIN = 8,
    SAMR_SET_INFORMATION_DOMAIN = 9,
    SAMR_CREATE_GROUP_IN_DOMAIN = 10,
    SAMR_ENUMERATE_GROUPS_IN_DOMAIN = 11,
    SAMR_CREATE_USER_IN_DOMAIN = 12,
    SAMR_ENUMERATE_USERS_IN_DOMAIN = 13,
    SAMR_CREATE_ALIAS_IN_DOMAIN = 14,
    SAMR_ENUMERATE_ALIASES_IN_DOMAIN = 15,
    SAMR_GET_ALIAS_MEMBERSHIP = 16,
    SAMR_LOOKUP_NAMES_IN_DOMAIN = 17,
    SAMR_LOOKUP_IDS_IN_DOMAIN = 18,
    SAMR_OPEN_GROUP = 19,
    SAMR_QUERY_INFORMATION_GROUP = 20,
    SAMR_SET_INFORMATION_GROUP = 21,
    SAMR_ADD_MEMBER_TO_GROUP = 22,
    SAMR_DELETE_GROUP = 23,
    SAMR_REMOVE_MEMBER_FROM_GROUP = 24,
    SAMR_GET_MEMBERS_IN_GROUP = 25,
    SAMR_SET_MEMBER_ATTRIBUTES_OF_GROUP = 26,
    SAMR_OPEN_ALIAS = 27,
    SAMR_QUERY_INFORMATION_ALIAS = 28,
    SAMR_SET_INFORMATION_ALIAS = 29,
    SAMR_DELETE_ALIAS = 30,
    SAMR_ADD_MEMBER_TO_ALIAS = 31,
    SAMR_REMOVE_MEMBER_FROM_ALIAS = 32,
    SAMR_GET_MEMBERS_IN_ALIAS = 33,
    SAMR_OPEN_USER = 34,
    SAMR_DELETE_USER = 35,
    SAMR_QUERY_INFORMATION_USER = 36,
    SAMR_SET_INFORMATION_USER = 37,
    SAMR_GET_GROUPS_FOR_USER = 39,
    SAMR_QUERY_DISPLAY_INFORMATION = 40,
    SAMR_GET_DISPLAY_ENUMERATION_INDEX = 41,
    SAMR_GET_USER_DOMAIN_PASSWORD_INFORMATION = 44,
    SAMR_REMOVE_MEMBER_FROM_FOREIGN_DOMAIN = 45,
    SAMR_QUERY_INFORMATION_DOMAIN2 = 46,
    SAMR_QUERY_INFORMATION_USER2 = 47,
    SAMR_QUERY_DISPLAY_INFORMATION2 = 48,
    SAMR_GET_DISPLAY_ENUMERATION_INDEX2 = 49,
    SAMR_CREATE_USER2_IN_DOMAIN = 50,
    SAMR_QUERY_DISPLAY_INFORMATION3 = 51,
    SAMR_ADD_MULTIPLE_MEMBERS_TO_ALIAS = 52,
    SAMR_REMOVE_MULTIPLE_MEMBERS_FROM_ALIAS = 53,
    SAMR_UNICODE_CHANGE_PASSWORD_USER2 = 55,
    SAMR_GET_DOMAIN_PASSWORD_INFORMATION = 56,
    SAMR_CONNECT2 = 57,
    SAMR_SET_INFORMATION_USER2 = 58,
    SAMR_CONNECT4 = 62,
    SAMR_CONNECT5 = 64,
    SAMR_RID_TO_SID = 65,
};

/* The most names or RIDs that one call may look up. */
#define SAMR_LOOKUP_MAX 1000

/* SAMPR_REVISION_INFO_V1, 2.2.7.15 */
struct samr_revision
{
    uint32_t revision; /* 3: the client knows RC4 and the newest password classes */
    uint32_t supported_features;
};

/* GROUP_MEMBERSHIP, 2.2.7.12 */
struct samr_membership
{
    uint32_t rid;
    uint32_t attributes;
};

/* SAMPR_GET_GROUPS_BUFFER, 2.2.7.13 */
struct samr_memberships
{
    uint32_t count;
    struct samr_membership *groups;
};

/* SamrCloseHandle, 3.1.5.13.1 */
struct samr_close
{
    struct context_handle handle;
    uint32_t result;
};

/* SamrSetSecurityObject, 3.1.5.12.1 */
struct samr_set_security_object
{
    struct context_handle object;
    uint32_t security_information;
    struct samr_security_descriptor security_descriptor;
    uint32_t result;
};

/* SamrQuerySecurityObject, 3.1.5.12.2 */
struct samr_query_security_object
{
    struct context_handle object;
    uint32_t security_information;
    struct samr_security_descriptor *security_descriptor;
    uint32_t result;
};

/* SamrLookupDomainInSamServer, 3.1.5.11.1 */
struct samr_lookup_domain
{
    struct context_handle server;
    struct utf16_slice name;
    struct bytes domain_id;
    uint32_t result;
};

/* SamrEnumerateDomainsInSamServer, SamrEnumerateGroupsInDomain, SamrEnumerateAliasesInDomain, 3.1.5.2.1 to 3.1.5.2.3 */
struct samr_enumerate
{
    struct context_handle handle; /* a server; a domain */
    uint32_t enumeration_context;
    struct samr_enumeration *buffer;
    uint32_t preferred_length;
    uint32_t count_returned;
    uint32_t result;
};

/* SamrOpenDomain, 3.1.5.1.5 */
struct samr_open_domain
{
    struct context_handle server;
    uint32_t desired_access;
    struct bytes domain_id;
    struct context_handle domain;
    uint32_t result;
};

/* SamrQueryInformationDomain, SamrQueryInformationDomain2, 3.1.5.5.1, 3.1.5.5.2 */
struct samr_query_domain
{
    struct context_handle domain;
    uint16_t information_class; /* enum samr_domain_class */
    union samr_domain_info *information;
    uint32_t result;
};

/* SamrSetInformationDomain, 3.1.5.6.1 */
struct samr_set_domain
{
    struct context_handle domain;
    uint16_t information_class; /* enum samr_domain_class */
    union samr_domain_info information;
    uint32_t result;
};

/* SamrCreateGroupInDomain, SamrCreateUserInDomain, SamrCreateAliasInDomain, 3.1.5.4.2, 3.1.5.4.3, 3.1.5.4.5 */
struct samr_create_object
{
    struct context_handle domain;
    struct utf16_slice name;
    uint32_t desired_access;
    struct context_handle handle;
    uint32_t rid;
    uint32_t result;
};

/* SamrEnumerateUsersInDomain, 3.1.5.2.4 */
struct samr_enumerate_users
{
    struct context_handle domain;
    uint32_t enumeration_context;
    uint32_t user_account_control; /* which users; 0: all */
    struct samr_enumeration *buffer;
    uint32_t preferred_length;
    uint32_t count_returned;
    uint32_t result;
};

/* SamrGetAliasMembership, 3.1.5.9.2 */
struct samr_get_alias_membership
{
    struct context_handle domain;
    struct samr_sid_array sids;
    struct samr_number_array membership;
    uint32_t result;
};

/* SamrLookupNamesInDomain, 3.1.5.11.2 */
struct samr_lookup_names
{
    struct context_handle domain;
    uint32_t count; /* at most SAMR_LOOKUP_MAX */
    struct utf16_slice *names;
    struct samr_number_array rids;
    struct samr_number_array uses; /* SID_NAME_USE */
    uint32_t result;
};

/* SamrLookupIdsInDomain, 3.1.5.11.3 */
struct samr_lookup_ids
{
    struct context_handle domain;
    uint32_t count; /* at most SAMR_LOOKUP_MAX */
    uint32_t *rids;
    struct samr_string_array names;
    struct samr_number_array uses;
    uint32_t result;
};

/* SamrOpenGroup, SamrOpenAlias, SamrOpenUser, 3.1.5.1.7 to 3.1.5.1.9 */
struct samr_open_object
{
    struct context_handle domain;
    uint32_t desired_access;
    uint32_t rid;
    struct context_handle handle;
    uint32_t result;
};

/* SamrQueryInformationGroup, 3.1.5.5.3 */
struct samr_query_group
{
    struct context_handle group;
    uint16_t information_class; /* enum samr_group_class */
    union samr_group_info *information;
    uint32_t result;
};

/* SamrSetInformationGroup, 3.1.5.6.2 */
struct samr_set_group
{
    struct context_handle group;
    uint16_t information_class; /* enum samr_group_class */
    union samr_group_info information;
    uint32_t result;
};

/* SamrAddMemberToGroup, SamrSetMemberAttributesOfGroup, 3.1.5.8.1, 3.1.5.13.2 */
struct samr_set_group_member
{
    struct context_handle group;
    uint32_t member_id;
    uint32_t attributes;
    uint32_t result;
};

/* SamrDeleteGroup, SamrDeleteAlias, SamrDeleteUser, 3.1.5.7.1 to 3.1.5.7.3 */
struct samr_delete_object
{
    struct context_handle handle;
    uint32_t result;
};

/* SamrRemoveMemberFromGroup, 3.1.5.8.2 */
struct samr_remove_group_member
{
    struct context_handle group;
    uint32_t member_id;
    uint32_t result;
};

/* SamrGetMembersInGroup, 3.1.5.8.3 */
struct samr_get_group_members
{
    struct context_handle group;
    struct samr_group_members *members;
    uint32_t result;
};

/* SamrQueryInformationAlias, 3.1.5.5.4 */
struct samr_query_alias
{
    struct context_handle alias;
    uint16_t information_class; /* enum samr_alias_class */
    union samr_alias_info *information;
    uint32_t result;
};

/* SamrSetInformationAlias, 3.1.5.6.3 */
struct samr_set_alias
{
    struct context_handle alias;
    uint16_t information_class; /* enum samr_alias_class */
    union samr_alias_info information;
    uint32_t result;
};

/* SamrAddMemberToAlias, SamrRemoveMemberFromAlias, SamrRemoveMemberFromForeignDomain, 3.1.5.8.4, 3.1.5.8.5, 3.1.5.8.7 */
struct samr_change_alias_member
{
    struct context_handle handle; /* an alias; a domain, all of whose aliases are meant */
    struct bytes member_id;
    uint32_t result;
};

/* SamrGetMembersInAlias, 3.1.5.8.6 */
struct samr_get_alias_members
{
    struct context_handle alias;
    struct samr_sid_array members;
    uint32_t result;
};

/* SamrQueryInformationUser, SamrQueryInformationUser2, 3.1.5.5.5, 3.1.5.5.6 */
struct samr_query_user
{
    struct context_handle user;
    uint16_t information_class; /* enum samr_user_class */
    union samr_user_info *information;
    uint32_t result;
};

/* SamrSetInformationUser, SamrSetInformationUser2, 3.1.5.6.4, 3.1.5.6.5 */
struct samr_set_user
{
    struct context_handle user;
    uint16_t information_class; /* enum samr_user_class */
    union samr_user_info information;
    uint32_t result;
};

/* SamrGetGroupsForUser, 3.1.5.9.1 */
struct samr_get_groups_for_user
{
    struct context_handle user;
    struct samr_memberships *groups;
    uint32_t result;
};

/* SamrQueryDisplayInformation, SamrQueryDisplayInformation2, SamrQueryDisplayInformation3, 3.1.5.3.1 to 3.1.5.3.3 */
struct samr_query_display
{
    struct context_handle domain;
    uint16_t display_class; /* enum samr_display_class */
    uint32_t index;
    uint32_t entry_count;
    uint32_t preferred_length;
    uint32_t total_available; /* bytes */
    uint32_t total_returned;
    union samr_display_info buffer;
    uint32_t result;
};

/* SamrGetDisplayEnumerationIndex, SamrGetDisplayEnumerationIndex2, 3.1.5.3.4, 3.1.5.3.5 */
struct samr_get_display_index
{
    struct context_handle domain;
    uint16_t display_class; /* enum samr_display_class */
    struct utf16_slice prefix;
    uint32_t index;
    uint32_t result;
};

/* SamrGetUserDomainPasswordInformation, 3.1.5.13.3 */
struct samr_get_user_domain_password
{
    struct context_handle user;
    struct samr_user_domain_password password;
    uint32_t result;
};

/* SamrCreateUser2InDomain, 3.1.5.4.4 */
struct samr_create_user_2
{
    struct context_handle domain;
    struct utf16_slice name;
    uint32_t account_type; /* one bit of the user account control */
    uint32_t desired_access;
    struct context_handle user;
    uint32_t granted_access;
    uint32_t rid;
    uint32_t result;
};

/* SamrAddMultipleMembersToAlias, SamrRemoveMultipleMembersFromAlias, 3.1.5.8.8, 3.1.5.8.9 */
struct samr_change_alias_members
{
    struct context_handle alias;
    struct samr_sid_array members;
    uint32_t result;
};

/* SamrUnicodeChangePasswordUser2, 3.1.5.10.3 */
struct samr_change_password
{
    struct utf16_slice *server;
    struct utf16_slice user;
    uint8_t *new_password_with_old_nt; /* SAMR_ENCRYPTED_PASSWORD_SIZE bytes */
    uint8_t *old_nt_with_new_nt;       /* SAMR_OWF_PASSWORD_SIZE bytes */
    uint8_t lm_present;
    uint8_t *new_password_with_old_lm;
    uint8_t *old_lm_with_new_nt;
    uint32_t result;
};

/* SamrGetDomainPasswordInformation, 3.1.5.13.4 */
struct samr_get_domain_password
{
    struct utf16_slice *unused;
    struct samr_user_domain_password password;
    uint32_t result;
};

/* SamrConnect2, 3.1.5.1.3 */
struct samr_connect_2
{
    struct utf16_slice server_name;
    uint32_t desired_access;
    struct context_handle server;
    uint32_t result;
};

/* SamrConnect4, 3.1.5.1.2 */
struct samr_connect_4
{
    struct utf16_slice server_name;
    uint32_t client_revision; /* 2 */
    uint32_t desired_access;
    struct context_handle server;
    uint32_t result;
};

/* SamrConnect5, 3.1.5.1.1 */
struct samr_connect_5
{
    struct utf16_slice server_name;
    uint32_t desired_access;
    uint32_t in_version; /* 1 */
    struct samr_revision in_revision;
    uint32_t out_version;
    struct samr_revision out_revision;
    struct context_handle server;
    uint32_t result;
};

/* SamrRidToSid, 3.1.5.13.5 */
struct samr_rid_to_sid
{
    struct context_handle object; /* a domain, a group, an alias or a user */
    uint32_t rid;
    struct bytes sid;
    uint32_t result;
};

#endif
