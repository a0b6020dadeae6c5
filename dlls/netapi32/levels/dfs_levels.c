/*
 * The levels of DFS namespaces as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/dfs_levels.h"

/* ---- Targets --------------------------------------------------------------------------------- */

#define PRIORITY(row_tag, api_tag)                                                                 \
    INFO_MEMBER(INFO_U32, row_tag, api_tag, priority_class),                                       \
        INFO_MEMBER(INFO_U16, row_tag, api_tag, priority_rank),                                    \
        INFO_MEMBER(INFO_U16, row_tag, api_tag, priority_reserved)

static const struct info_field dfs_storage_info_fields[] = {
    INFO_MEMBER(INFO_U32, dfs_target, dfs_storage_info, state),
    INFO_MEMBER(INFO_STRING, dfs_target, dfs_storage_info, server),
    INFO_MEMBER(INFO_STRING, dfs_target, dfs_storage_info, share),
};

static const struct info_field dfs_storage_info_1_fields[] = {
    INFO_MEMBER(INFO_U32, dfs_target, dfs_storage_info_1, state),
    INFO_MEMBER(INFO_STRING, dfs_target, dfs_storage_info_1, server),
    INFO_MEMBER(INFO_STRING, dfs_target, dfs_storage_info_1, share),
    PRIORITY(dfs_target, dfs_storage_info_1),
};

/* The specification numbers them as their names do. */
static const struct info_level target_levels[] = {
    INFO_LEVEL_OF(0, dfs_storage_info),
    INFO_LEVEL_OF(1, dfs_storage_info_1),
};

const struct info_family dfs_target_family = INFO_FAMILY_OF(struct dfs_target, target_levels);

static const struct info_nested targets = { &dfs_target_family, &target_levels[0] };
static const struct info_nested targets_with_priority = { &dfs_target_family, &target_levels[1] };

/* ---- Roots and links ------------------------------------------------------------------------- */

#define DESCRIPTOR(api_tag)                                                                        \
    INFO_MEMBER(INFO_U32, dfs_entry, api_tag, descriptor_size),                                    \
        INFO_MEMBER(INFO_BYTES, dfs_entry, api_tag, descriptor,                                    \
                    .size_offset = offsetof(struct dfs_entry, descriptor_size))
#define TARGETS(api_tag, which)                                                                    \
    INFO_MEMBER(INFO_U32, dfs_entry, api_tag, target_count),                                       \
        INFO_MEMBER(INFO_ROWS, dfs_entry, api_tag, targets,                                        \
                    .size_offset = offsetof(struct dfs_entry, target_count), .nested = &(which))

static const struct info_field dfs_info_3_fields[] = {
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_3, path),
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_3, comment),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_3, state),
    TARGETS(dfs_info_3, targets),
};

static const struct info_field dfs_info_4_fields[] = {
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_4, path),
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_4, comment),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_4, state),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_4, timeout),
    INFO_MEMBER(INFO_GUID, dfs_entry, dfs_info_4, guid),
    TARGETS(dfs_info_4, targets),
};

static const struct info_field dfs_info_6_fields[] = {
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_6, path),
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_6, comment),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_6, state),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_6, timeout),
    INFO_MEMBER(INFO_GUID, dfs_entry, dfs_info_6, guid),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_6, property_flags),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_6, metadata_size),
    TARGETS(dfs_info_6, targets_with_priority),
};

static const struct info_field dfs_info_7_fields[] = {
    INFO_MEMBER(INFO_GUID, dfs_entry, dfs_info_7, generation_guid),
};

static const struct info_field dfs_info_9_fields[] = {
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_9, path),
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_9, comment),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_9, state),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_9, timeout),
    INFO_MEMBER(INFO_GUID, dfs_entry, dfs_info_9, guid),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_9, property_flags),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_9, metadata_size),
    DESCRIPTOR(dfs_info_9),
    TARGETS(dfs_info_9, targets_with_priority),
};

static const struct info_field dfs_info_50_fields[] = {
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_50, major_version),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_50, minor_version),
    INFO_MEMBER(INFO_U64, dfs_entry, dfs_info_50, capabilities),
};

static const struct info_field dfs_info_100_fields[] = {
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_100, comment),
};

static const struct info_field dfs_info_103_fields[] = {
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_103, property_flag_mask),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_103, property_flags),
};

static const struct info_field dfs_info_104_fields[] = {
    PRIORITY(dfs_entry, dfs_info_104),
};

static const struct info_field dfs_info_105_fields[] = {
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_105, comment),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_105, state),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_105, timeout),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_105, property_flag_mask),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_105, property_flags),
};

static const struct info_field dfs_info_106_fields[] = {
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_106, state),
    PRIORITY(dfs_entry, dfs_info_106),
};

static const struct info_field dfs_info_107_fields[] = {
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_107, comment),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_107, state),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_107, timeout),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_107, property_flag_mask),
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_107, property_flags),
    DESCRIPTOR(dfs_info_107),
};

static const struct info_field dfs_info_150_fields[] = {
    DESCRIPTOR(dfs_info_150),
};

static const struct info_field dfs_info_200_fields[] = {
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_200, namespace_name),
};

static const struct info_field dfs_info_300_fields[] = {
    INFO_MEMBER(INFO_U32, dfs_entry, dfs_info_300, flavor),
    INFO_MEMBER(INFO_STRING, dfs_entry, dfs_info_300, root_path),
};

/* The families are runs of this table, which overlap. */
static const struct info_level dfs_levels[] = {
    INFO_LEVEL_OF(200, dfs_info_200),
    INFO_LEVEL_OF(300, dfs_info_300),
#define FIRST_LEVEL_OF_ENTRY 2
    INFO_LEVEL_BEFORE(1, dfs_info_3, comment, 1),
    INFO_LEVEL_BEFORE(2, dfs_info_3, targets, 4),
    INFO_LEVEL_OF(3, dfs_info_3),
    INFO_LEVEL_OF(4, dfs_info_4),
#define LEVELS_OF_CLIENT 4
    INFO_LEVEL_BEFORE(5, dfs_info_6, targets, 8),
    INFO_LEVEL_OF(6, dfs_info_6),
    INFO_LEVEL_BEFORE(8, dfs_info_9, targets, 10),
    INFO_LEVEL_OF(9, dfs_info_9),
#define LEVELS_OF_LIST 10
    INFO_LEVEL_OF(7, dfs_info_7),
    INFO_LEVEL_OF(50, dfs_info_50),
#define FIRST_LEVEL_TO_SET 12
    INFO_LEVEL_OF(100, dfs_info_100),
    INFO_LEVEL_OF(150, dfs_info_150),
#define LEVELS_TO_GET 12
    INFO_LEVEL_OF_NUMBER(101, dfs_entry, state),
    INFO_LEVEL_OF_NUMBER(102, dfs_entry, timeout),
    INFO_LEVEL_OF(103, dfs_info_103),
    INFO_LEVEL_OF(104, dfs_info_104),
    INFO_LEVEL_OF(105, dfs_info_105),
    INFO_LEVEL_OF(106, dfs_info_106),
    INFO_LEVEL_OF(107, dfs_info_107),
};

#define FAMILY_OF(first, count)                                                                    \
    {                                                                                              \
        .row_size = sizeof(struct dfs_entry), .levels = dfs_levels + (first),                      \
        .level_count = (count)                                                                     \
    }
#define FAMILY_FROM(first) FAMILY_OF(first, INFO_COUNT(dfs_levels) - (first))

const struct info_family dfs_family = FAMILY_FROM(FIRST_LEVEL_OF_ENTRY);
const struct info_family dfs_list_family = FAMILY_OF(0, LEVELS_OF_LIST);
const struct info_family dfs_client_family = FAMILY_OF(FIRST_LEVEL_OF_ENTRY, LEVELS_OF_CLIENT);
const struct info_family dfs_get_family = FAMILY_OF(FIRST_LEVEL_OF_ENTRY, LEVELS_TO_GET);
const struct info_family dfs_set_family = FAMILY_FROM(FIRST_LEVEL_TO_SET);
