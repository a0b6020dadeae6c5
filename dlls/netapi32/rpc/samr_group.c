/*
 * The Security Account Manager: what is known of groups and aliases, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/samr_group.h"

#define F(member, type) NDR_FIELD(struct samr_group_general, member, type)
static const struct ndr_field group_general_fields[] = {
    F(name, ndr_unicode_string),
    F(attributes, ndr_u32),
    F(member_count, ndr_u32),
    F(admin_comment, ndr_unicode_string),
};
#undef F
static const struct ndr_type group_general =
    NDR_STRUCTURE_OF(struct samr_group_general, group_general_fields);

#define ARM(number, member, type) NDR_ARM(number, union samr_group_info, member, type)
static const struct ndr_field group_info_arms[] = {
    ARM(SAMR_GROUP_GENERAL, general, group_general),
    ARM(SAMR_GROUP_NAME, name, ndr_unicode_string),
    ARM(SAMR_GROUP_ATTRIBUTES, attributes, ndr_u32),
    ARM(SAMR_GROUP_ADMIN_COMMENT, admin_comment, ndr_unicode_string),
    ARM(SAMR_GROUP_REPLICATION, general, group_general),
};
#undef ARM
const struct ndr_type samr_group_info =
    NDR_UNION_OF(union samr_group_info, group_info_arms, sizeof(uint16_t));

static const struct ndr_type numbers = NDR_ARRAY_OF(ndr_u32);
static const struct ndr_type unique_numbers = NDR_POINTER_TO(numbers);

#define F(member, type, ...) NDR_FIELD(struct samr_group_members, member, type, __VA_ARGS__)
static const struct ndr_field group_members_fields[] = {
    F(count, ndr_u32),
    F(rids, unique_numbers, .governed_by = NDR_PLACE(struct samr_group_members, count)),
    F(attributes, unique_numbers, .governed_by = NDR_PLACE(struct samr_group_members, count)),
};
#undef F
const struct ndr_type samr_group_members =
    NDR_STRUCTURE_OF(struct samr_group_members, group_members_fields);

#define F(member, type) NDR_FIELD(struct samr_alias_general, member, type)
static const struct ndr_field alias_general_fields[] = {
    F(name, ndr_unicode_string),
    F(member_count, ndr_u32),
    F(admin_comment, ndr_unicode_string),
};
#undef F
static const struct ndr_type alias_general =
    NDR_STRUCTURE_OF(struct samr_alias_general, alias_general_fields);

#define ARM(number, member, type) NDR_ARM(number, union samr_alias_info, member, type)
static const struct ndr_field alias_info_arms[] = {
    ARM(SAMR_ALIAS_GENERAL, general, alias_general),
    ARM(SAMR_ALIAS_NAME, name, ndr_unicode_string),
    ARM(SAMR_ALIAS_ADMIN_COMMENT, admin_comment, ndr_unicode_string),
};
#undef ARM
const struct ndr_type samr_alias_info =
    NDR_UNION_OF(union samr_alias_info, alias_info_arms, sizeof(uint16_t));
