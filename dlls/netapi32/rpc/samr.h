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
#include "rpc/samr_group.h"
#include "rpc/samr_types.h"
#include "rpc/samr_user.h"
#include "rpc/samr_validate.h"

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
    SAMR_VALIDATE_PASSWORD = 67,
    SAMR_UNICODE_CHANGE_PASSWORD_USER4 = 73,
};

/* SupportedFeatures, 2.2.7.15: what a server says; a client says 0. */
enum samr_feature
{
    SAMR_FEATURE_RID_TO_SID =
        0x01,                /* a SID is not the domain's with a RID behind it: SamrRidToSid */
    SAMR_FEATURE_AES = 0x10, /* passwords are taken that are encrypted with AES */
};

/* SAMPR_REVISION_INFO_V1, 2.2.7.15 */
struct samr_revision
{
    uint32_t revision; /* 3: the client knows RC4 and the newest password classes */
    uint32_t supported_features;
};

/* ---- Methods --------------------------------------------------------------------------------- */

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
