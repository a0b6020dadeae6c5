/*
 * The levels of groups and of their members, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/group_levels.h"

static const struct info_field group_info_2_fields[] = {
    INFO_MEMBER(INFO_STRING, group, group_info_2, name),
    INFO_MEMBER(INFO_STRING, group, group_info_2, comment),
    INFO_MEMBER(INFO_U32, group, group_info_2, relative_id),
    INFO_MEMBER(INFO_U32, group, group_info_2, attributes),
};

static const struct info_field group_info_3_fields[] = {
    INFO_MEMBER(INFO_STRING, group, group_info_3, name),
    INFO_MEMBER(INFO_STRING, group, group_info_3, comment),
    INFO_MEMBER(INFO_BYTES, group, group_info_3, sid),
    INFO_MEMBER(INFO_U32, group, group_info_3, attributes),
};

static const struct info_level group_levels[] = {
    INFO_LEVEL_BEFORE(0, group_info_2, comment, 1),
    INFO_LEVEL_BEFORE(1, group_info_2, relative_id, 2),
    INFO_LEVEL_OF(2, group_info_2),
    INFO_LEVEL_OF(3, group_info_3),
    /* These can only be set. */
    INFO_LEVEL_OF_TEXT(1002, INFO_STRING, group, comment),
    INFO_LEVEL_OF_NUMBER(1005, group, attributes),
};

static const struct info_level local_group_levels[] = {
    INFO_LEVEL_BEFORE(0, group_info_2, comment, 1),
    INFO_LEVEL_BEFORE(1, group_info_2, relative_id, 2),
    /* This can only be set. */
    INFO_LEVEL_OF_TEXT(1002, INFO_STRING, group, comment),
};

const struct info_family group_family = INFO_FAMILY_OF_FIRST(4, struct group, group_levels);
const struct info_family group_set_family = INFO_FAMILY_OF(struct group, group_levels);
const struct info_family local_group_family =
    INFO_FAMILY_OF_FIRST(2, struct group, local_group_levels);
const struct info_family local_group_set_family = INFO_FAMILY_OF(struct group, local_group_levels);

/* ---- Who is in which ------------------------------------------------------------------------- */

/* The same structure of two rows: a group that a user is in, and a user that is in a group. */
static const struct info_field user_group_fields[] = {
    INFO_MEMBER(INFO_STRING, group, group_users_info_1, name),
    INFO_MEMBER(INFO_U32, group, group_users_info_1, attributes),
};
static const struct info_field group_users_info_1_fields[] = {
    INFO_MEMBER(INFO_STRING, member, group_users_info_1, name),
    INFO_MEMBER(INFO_U32, member, group_users_info_1, attributes),
};

static const struct info_field localgroup_members_info_0_fields[] = {
    INFO_MEMBER(INFO_BYTES, member, localgroup_members_info_0, sid),
};

static const struct info_field localgroup_members_info_1_fields[] = {
    INFO_MEMBER(INFO_BYTES, member, localgroup_members_info_1, sid),
    INFO_MEMBER(INFO_U32, member, localgroup_members_info_1, use),
    INFO_MEMBER(INFO_STRING, member, localgroup_members_info_1, name),
};

static const struct info_field localgroup_members_info_2_fields[] = {
    INFO_MEMBER(INFO_BYTES, member, localgroup_members_info_2, sid),
    INFO_MEMBER(INFO_U32, member, localgroup_members_info_2, use),
    INFO_MEMBER(INFO_STRING, member, localgroup_members_info_2, domain_name),
};

static const struct info_field localgroup_members_info_3_fields[] = {
    INFO_MEMBER(INFO_STRING, member, localgroup_members_info_3, domain_name),
};

#define USER_GROUPS(number, size, count)                                                           \
    {                                                                                              \
        .level = (number), .api_size = (size), .fields = user_group_fields, .field_count = (count) \
    }

static const struct info_level user_group_levels[] = {
    USER_GROUPS(0, INFO_SIZE_BEFORE(group_users_info_1, attributes), 1),
    USER_GROUPS(1, sizeof(struct group_users_info_1), 2),
};
static const struct info_level group_user_levels[] = {
    INFO_LEVEL_BEFORE(0, group_users_info_1, attributes, 1),
    INFO_LEVEL_OF(1, group_users_info_1),
};
static const struct info_level local_group_member_levels[] = {
    INFO_LEVEL_OF(0, localgroup_members_info_0),
    INFO_LEVEL_OF(1, localgroup_members_info_1),
    INFO_LEVEL_OF(2, localgroup_members_info_2),
    INFO_LEVEL_OF(3, localgroup_members_info_3),
};

const struct info_family user_group_family = INFO_FAMILY_OF(struct group, user_group_levels);
const struct info_family user_local_group_family =
    INFO_FAMILY_OF_FIRST(1, struct group, user_group_levels);
const struct info_family group_user_family = INFO_FAMILY_OF(struct member, group_user_levels);
const struct info_family local_group_member_family =
    INFO_FAMILY_OF(struct member, local_group_member_levels);
