/*
 * The Security Account Manager: what is known of groups and aliases, by classes of information, and
 * what is asked of them. [MS-SAMR] 2.2.4, 2.2.5
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SAMR_GROUP_H
#define NETAPI32_RPC_SAMR_GROUP_H

#include "rpc/samr_types.h"

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

/* ---- Methods --------------------------------------------------------------------------------- */

/* SamrGetAliasMembership, 3.1.5.9.2 */
struct samr_get_alias_membership
{
    struct context_handle domain;
    struct samr_sid_array sids;
    struct samr_number_array membership;
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

/* SamrAddMultipleMembersToAlias, SamrRemoveMultipleMembersFromAlias, 3.1.5.8.8, 3.1.5.8.9 */
struct samr_change_alias_members
{
    struct context_handle alias;
    struct samr_sid_array members;
    uint32_t result;
};

#endif
