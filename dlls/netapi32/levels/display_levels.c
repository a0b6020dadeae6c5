/*
 * The levels of lists for display, as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/display_levels.h"

static const struct info_field net_display_user_fields[] = {
    INFO_MEMBER(INFO_STRING, display_entry, net_display_user, name),
    INFO_MEMBER(INFO_STRING, display_entry, net_display_user, comment),
    INFO_MEMBER(INFO_U32, display_entry, net_display_user, flags),
    INFO_MEMBER(INFO_STRING, display_entry, net_display_user, full_name),
    INFO_MEMBER(INFO_U32, display_entry, net_display_user, relative_id),
    INFO_MEMBER(INFO_U32, display_entry, net_display_user, next_index),
};

static const struct info_field net_display_machine_fields[] = {
    INFO_MEMBER(INFO_STRING, display_entry, net_display_machine, name),
    INFO_MEMBER(INFO_STRING, display_entry, net_display_machine, comment),
    INFO_MEMBER(INFO_U32, display_entry, net_display_machine, flags),
    INFO_MEMBER(INFO_U32, display_entry, net_display_machine, relative_id),
    INFO_MEMBER(INFO_U32, display_entry, net_display_machine, next_index),
};

static const struct info_field net_display_group_fields[] = {
    INFO_MEMBER(INFO_STRING, display_entry, net_display_group, name),
    INFO_MEMBER(INFO_STRING, display_entry, net_display_group, comment),
    INFO_MEMBER(INFO_U32, display_entry, net_display_group, relative_id),
    INFO_MEMBER(INFO_U32, display_entry, net_display_group, flags),
    INFO_MEMBER(INFO_U32, display_entry, net_display_group, next_index),
};

static const struct info_level display_levels[] = {
    INFO_LEVEL_OF(DISPLAY_USERS, net_display_user),
    INFO_LEVEL_OF(DISPLAY_MACHINES, net_display_machine),
    INFO_LEVEL_OF(DISPLAY_GROUPS, net_display_group),
};

const struct info_family display_family = INFO_FAMILY_OF(struct display_entry, display_levels);
