/*
 * The levels of uses as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/use/use_levels.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A field that has the same name in the row and in the structure. */
#define FIELD(kind, structure, name)                                                               \
    {                                                                                              \
        kind, offsetof(struct use_row, name), offsetof(struct structure, name)                     \
    }
#define LEVEL(number, structure)                                                                   \
    {                                                                                              \
        number, sizeof(struct structure), structure##_fields, COUNT(structure##_fields)            \
    }

static const struct info_field use_info_0_fields[] = {
    FIELD(INFO_STRING, use_info_0, local),
    FIELD(INFO_STRING, use_info_0, remote),
};

static const struct info_field use_info_1_fields[] = {
    FIELD(INFO_STRING, use_info_1, local),    FIELD(INFO_STRING, use_info_1, remote),
    FIELD(INFO_STRING, use_info_1, password), FIELD(INFO_U32, use_info_1, status),
    FIELD(INFO_U32, use_info_1, type),        FIELD(INFO_U32, use_info_1, references),
    FIELD(INFO_U32, use_info_1, uses),
};

static const struct info_field use_info_2_fields[] = {
    FIELD(INFO_STRING, use_info_2, local),    FIELD(INFO_STRING, use_info_2, remote),
    FIELD(INFO_STRING, use_info_2, password), FIELD(INFO_U32, use_info_2, status),
    FIELD(INFO_U32, use_info_2, type),        FIELD(INFO_U32, use_info_2, references),
    FIELD(INFO_U32, use_info_2, uses),        FIELD(INFO_STRING, use_info_2, user),
    FIELD(INFO_STRING, use_info_2, domain),
};

static const struct info_level use_levels[] = {
    LEVEL(0, use_info_0),
    LEVEL(1, use_info_1),
    LEVEL(2, use_info_2),
};

const struct info_family use_family = {
    .row_size = sizeof(struct use_row),
    .levels = use_levels,
    .level_count = COUNT(use_levels),
};
