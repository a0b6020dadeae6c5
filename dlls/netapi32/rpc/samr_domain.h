/*
 * The Security Account Manager: what is known of domains, groups and aliases, by classes of
 * information. [MS-SAMR] 2.2.3, 2.2.4, 2.2.5
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SAMR_DOMAIN_H
#define NETAPI32_RPC_SAMR_DOMAIN_H

#include "rpc/ndr.h"

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

/* ---- Groups and aliases ---------------------------------------------------------------------- */

/* GROUP_INFORMATION_CLASS */
enum samr_group_class
{
    SAMR_GROUP_GENERAL = 1,
    SAMR_GROUP_NAME = 2,
    SAMR_GROUP_ATTRIBUTES = 3,
    SAMR_GROUP_ADMIN_COMMENT = 4,
    SAMR_GROUP_REPLICATION = 5,
};

/* SAMPR_GROUP_GENERAL_INFORMATION */
struct samr_group_general
{
    struct utf16_slice name;
    uint32_t attributes;
    uint32_t member_count;
    struct utf16_slice admin_comment;
};

/* SAMPR_GROUP_INFO_BUFFER */
union samr_group_info
{
    struct samr_group_general general; /* of SAMR_GROUP_REPLICATION too */
    struct utf16_slice name;
    uint32_t attributes;
    struct utf16_slice admin_comment;
};

/* SAMPR_GET_MEMBERS_BUFFER, 2.2.7.14 */
struct samr_group_members
{
    uint32_t count;
    uint32_t *rids;
    uint32_t *attributes;
};

/* ALIAS_INFORMATION_CLASS */
enum samr_alias_class
{
    SAMR_ALIAS_GENERAL = 1,
    SAMR_ALIAS_NAME = 2,
    SAMR_ALIAS_ADMIN_COMMENT = 3,
};

/* SAMPR_ALIAS_GENERAL_INFORMATION */
struct samr_alias_general
{
    struct utf16_slice name;
    uint32_t member_count;
    struct utf16_slice admin_comment;
};

/* SAMPR_ALIAS_INFO_BUFFER */
union samr_alias_info
{
    struct samr_alias_general general;
    struct utf16_slice name;
    struct utf16_slice admin_comment;
};

extern const struct ndr_type samr_group_info;
extern const struct ndr_type samr_group_members;
extern const struct ndr_type samr_alias_info;

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

#endif
