/*
 * The levels of uses as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/use_levels.h"

static const struct info_field use_info_0_fields[] = {
    INFO_MEMBER(INFO_STRING, use_row, use_info_0, local),
    INFO_MEMBER(INFO_STRING, use_row, use_info_0, remote),
};

static const struct info_field use_info_1_fields[] = {
    INFO_MEMBER(INFO_STRING, use_row, use_info_1, local),
    INFO_MEMBER(INFO_STRING, use_row, use_info_1, remote),
    INFO_MEMBER(INFO_STRING, use_row, use_info_1, password),
    INFO_MEMBER(INFO_U32, use_row, use_info_1, status),
    INFO_MEMBER(INFO_U32, use_row, use_info_1, type),
    INFO_MEMBER(INFO_U32, use_row, use_info_1, references),
    INFO_MEMBER(INFO_U32, use_row, use_info_1, uses),
};

static const struct info_field use_info_2_fields[] = {
    INFO_MEMBER(INFO_STRING, use_row, use_info_2, local),
    INFO_MEMBER(INFO_STRING, use_row, use_info_2, remote),
    INFO_MEMBER(INFO_STRING, use_row, use_info_2, password),
    INFO_MEMBER(INFO_U32, use_row, use_info_2, status),
    INFO_MEMBER(INFO_U32, use_row, use_info_2, type),
    INFO_MEMBER(INFO_U32, use_row, use_info_2, references),
    INFO_MEMBER(INFO_U32, use_row, use_info_2, uses),
    INFO_MEMBER(INFO_STRING, use_row, use_info_2, user),
    INFO_MEMBER(INFO_STRING, use_row, use_info_2, domain),
};

static const struct info_field use_info_3_fields[] = {
    INFO_MEMBER(INFO_STRING, use_row, use_info_3, local),
    INFO_MEMBER(INFO_STRING, use_row, use_info_3, remote),
    INFO_MEMBER(INFO_STRING, use_row, use_info_3, password),
    INFO_MEMBER(INFO_U32, use_row, use_info_3, status),
    INFO_MEMBER(INFO_U32, use_row, use_info_3, type),
    INFO_MEMBER(INFO_U32, use_row, use_info_3, references),
    INFO_MEMBER(INFO_U32, use_row, use_info_3, uses),
    INFO_MEMBER(INFO_STRING, use_row, use_info_3, user),
    INFO_MEMBER(INFO_STRING, use_row, use_info_3, domain),
    INFO_MEMBER(INFO_U32, use_row, use_info_3, flags),
};

static const struct info_level use_levels[] = {
    INFO_LEVEL_OF(0, use_info_0),
    INFO_LEVEL_OF(1, use_info_1),
    INFO_LEVEL_OF(2, use_info_2),
    INFO_LEVEL_OF(3, use_info_3),
};

const struct info_family use_family = INFO_FAMILY_OF_FIRST(3, struct use_row, use_levels);
const struct info_family use_info_family = INFO_FAMILY_OF(struct use_row, use_levels);
