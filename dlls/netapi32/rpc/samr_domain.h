/*
 * The Security Account Manager: what is known of a domain, by classes of information, and what is
 * asked of one. [MS-SAMR] 2.2.3, 2.2.8
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SAMR_DOMAIN_H
#define NETAPI32_RPC_SAMR_DOMAIN_H

#include "rpc/samr_types.h"

/* ---- Domains --------------------------------------------------------------------------------- */

/* DOMAIN_INFORMATION_CLASS, 2.2.3.16 */
enum samr_domain_class
{
    SAMR_DOMAIN_PASSWORD = 1,
    SAMR_DOMAIN_GENERAL = 2,
    SAMR_DOMAIN_LOGOFF = 3,
    SAMR_DOMAIN_OEM = 4,
    SAMR_DOMAIN_NAME = 5,
    SAMR_DOMAIN_REPLICATION = 6,
    SAMR_DOMAIN_SERVER_ROLE = 7,
    SAMR_DOMAIN_MODIFIED = 8,
    SAMR_DOMAIN_STATE = 9,
    SAMR_DOMAIN_GENERAL_2 = 11,
    SAMR_DOMAIN_LOCKOUT = 12,
    SAMR_DOMAIN_MODIFIED_2 = 13,
};

/* DOMAIN_PASSWORD_INFORMATION. Ages are negative numbers of 100 nanoseconds. */
struct samr_domain_password
{
    uint16_t minimum_length;
    uint16_t history_length;
    uint32_t properties;
    uint64_t maximum_age;
    uint64_t minimum_age;
};

/* SAMPR_DOMAIN_GENERAL_INFORMATION */
struct samr_domain_general
{
    uint64_t force_logoff;
    struct utf16_slice oem_information;
    struct utf16_slice domain_name;
    struct utf16_slice replica_source;
    uint64_t modified_count;
    uint32_t server_state;
    uint32_t server_role;
    uint8_t uas_compatibility_required;
    uint32_t user_count;
    uint32_t group_count;
    uint32_t alias_count;
};

/* DOMAIN_MODIFIED_INFORMATION and, with the last member, DOMAIN_MODIFIED_INFORMATION2 */
struct samr_domain_modified
{
    uint64_t modified_count;
    uint64_t creation_time;
    uint64_t modified_count_at_last_promotion;
};

/* SAMPR_DOMAIN_LOCKOUT_INFORMATION */
struct samr_domain_lockout
{
    uint64_t duration;
    uint64_t observation_window;
    uint16_t threshold;
};

/* SAMPR_DOMAIN_GENERAL_INFORMATION2 */
struct samr_domain_general_2
{
    struct samr_domain_general general;
    uint64_t duration;
    uint64_t observation_window;
    uint16_t threshold;
};

/* SAMPR_DOMAIN_INFO_BUFFER */
union samr_domain_info
{
    struct samr_domain_password password;
    struct samr_domain_general general;
    uint64_t force_logoff;
    struct utf16_slice oem_information;
    struct utf16_slice domain_name;
    struct utf16_slice replica_source;
    uint16_t server_role;
    struct samr_domain_modified modified;
    uint16_t server_state;
    struct samr_domain_general_2 general_2;
    struct samr_domain_lockout lockout;
};

extern const struct ndr_type samr_domain_info;

/* ---- Lists for display, 2.2.8 ---------------------------------------------------------------- */

/* DOMAIN_DISPLAY_INFORMATION, without those whose names are in an OEM code page. */
enum samr_display_class
{
    SAMR_DISPLAY_USER = 1,
    SAMR_DISPLAY_MACHINE = 2,
    SAMR_DISPLAY_GROUP = 3,
};

/* SAMPR_DOMAIN_DISPLAY_USER, and without the last member SAMPR_DOMAIN_DISPLAY_MACHINE and
 * SAMPR_DOMAIN_DISPLAY_GROUP, whose flags are the attributes of the group */
struct samr_display_entry
{
    uint32_t index;
    uint32_t rid;
    uint32_t flags;
    struct utf16_slice account_name;
    struct utf16_slice admin_comment;
    struct utf16_slice full_name;
};

/* SAMPR_DOMAIN_DISPLAY_USER_BUFFER and its kin */
struct samr_display_list
{
    uint32_t count;
    struct samr_display_entry *entries;
};

/* SAMPR_DISPLAY_INFO_BUFFER */
union samr_display_info
{
    struct samr_display_list list; /* of each class */
};

extern const struct ndr_type samr_display_info;

/* ---- Methods --------------------------------------------------------------------------------- */

/* The most names or RIDs that one call may look up. */
#define SAMR_LOOKUP_MAX 1000

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

/* SamrDeleteGroup, SamrDeleteAlias, SamrDeleteUser, 3.1.5.7.1 to 3.1.5.7.3 */
struct samr_delete_object
{
    struct context_handle handle;
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

/* SamrGetDomainPasswordInformation, 3.1.5.13.4 */
struct samr_get_domain_password
{
    struct utf16_slice *unused;
    struct samr_user_domain_password password;
    uint32_t result;
};

#endif
