/*
 * The levels of connections as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/connection_levels.h"

static const struct info_field connection_info_0_fields[] = {
    INFO_MEMBER(INFO_U32, connection, connection_info_0, id),
};

static const struct info_field connection_info_1_fields[] = {
    INFO_MEMBER(INFO_U32, connection, connection_info_1, id),
    INFO_MEMBER(INFO_U32, connection, connection_info_1, type),
    INFO_MEMBER(INFO_U32, connection, connection_info_1, opens),
    INFO_MEMBER(INFO_U32, connection, connection_info_1, users),
    INFO_MEMBER(INFO_U32, connection, connection_info_1, seconds),
    INFO_MEMBER(INFO_STRING, connection, connection_info_1, user),
    INFO_MEMBER(INFO_STRING, connection, connection_info_1, name),
};

static const struct info_level connection_levels[] = {
    INFO_LEVEL_OF(0, connection_info_0),
    INFO_LEVEL_OF(1, connection_info_1),
};

const struct info_family connection_family = INFO_FAMILY_OF(struct connection, connection_levels);
