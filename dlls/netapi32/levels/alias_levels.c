/*
 * The level of a server's other names as a table.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/alias_levels.h"

static const struct info_field server_alias_info_0_fields[] = {
    INFO_MEMBER(INFO_STRING, server_alias, server_alias_info_0, alias),
    INFO_MEMBER(INFO_STRING, server_alias, server_alias_info_0, target),
    INFO_MEMBER(INFO_U8, server_alias, server_alias_info_0, is_default),
    INFO_MEMBER(INFO_U32, server_alias, server_alias_info_0, reserved),
};

static const struct info_level server_alias_levels[] = {
    INFO_LEVEL_OF(0, server_alias_info_0),
};

const struct info_family server_alias_family =
    INFO_FAMILY_OF(struct server_alias, server_alias_levels);
