/*
 * The levels of shares as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/share_levels.h"

#define DESCRIPTOR(api_tag)                                                                        \
    INFO_MEMBER(INFO_U32, share, api_tag, descriptor_size),                                        \
        INFO_MEMBER(INFO_BYTES, share, api_tag, descriptor,                                        \
                    .size_offset = offsetof(struct share, descriptor_size))

static const struct info_field share_info_502_fields[] = {
    INFO_MEMBER(INFO_STRING, share, share_info_502, name),
    INFO_MEMBER(INFO_U32, share, share_info_502, type),
    INFO_MEMBER(INFO_STRING, share, share_info_502, remark),
    INFO_MEMBER(INFO_U32, share, share_info_502, permissions),
    INFO_MEMBER(INFO_U32, share, share_info_502, uses_max),
    INFO_MEMBER(INFO_U32, share, share_info_502, uses),
    INFO_MEMBER(INFO_STRING, share, share_info_502, path),
    INFO_MEMBER(INFO_STRING, share, share_info_502, password),
    DESCRIPTOR(share_info_502),
};

static const struct info_field share_info_501_fields[] = {
    INFO_MEMBER(INFO_STRING, share, share_info_501, name),
    INFO_MEMBER(INFO_U32, share, share_info_501, type),
    INFO_MEMBER(INFO_STRING, share, share_info_501, remark),
    INFO_MEMBER(INFO_U32, share, share_info_501, csc_flags),
};

static const struct info_field share_info_503_fields[] = {
    INFO_MEMBER(INFO_STRING, share, share_info_503, name),
    INFO_MEMBER(INFO_U32, share, share_info_503, type),
    INFO_MEMBER(INFO_STRING, share, share_info_503, remark),
    INFO_MEMBER(INFO_U32, share, share_info_503, permissions),
    INFO_MEMBER(INFO_U32, share, share_info_503, uses_max),
    INFO_MEMBER(INFO_U32, share, share_info_503, uses),
    INFO_MEMBER(INFO_STRING, share, share_info_503, path),
    INFO_MEMBER(INFO_STRING, share, share_info_503, password),
    /* What no server name is configured for is told without it, too. */
    INFO_MEMBER(INFO_STRING, share, share_info_503, server, .is_optional = true),
    DESCRIPTOR(share_info_503),
};

static const struct info_field share_info_1004_fields[] = {
    INFO_MEMBER(INFO_STRING, share, share_info_1004, remark),
};

static const struct info_field share_info_1501_fields[] = {
    DESCRIPTOR(share_info_1501),
};

static const struct info_level share_levels[] = {
    INFO_LEVEL_BEFORE(0, share_info_502, type, 1),
    INFO_LEVEL_BEFORE(1, share_info_502, permissions, 3),
    INFO_LEVEL_BEFORE(2, share_info_502, descriptor_size, 8),
    INFO_LEVEL_OF(501, share_info_501),
    INFO_LEVEL_OF(502, share_info_502),
    INFO_LEVEL_OF(503, share_info_503),
    /* These cannot be listed, */
    INFO_LEVEL_OF_NUMBER(1005, share, flags),
    /* and these can only be set. */
    INFO_LEVEL_OF(1004, share_info_1004),
    INFO_LEVEL_OF_NUMBER(1006, share, uses_max),
    INFO_LEVEL_OF(1501, share_info_1501),
};

const struct info_family share_family = INFO_FAMILY_OF(struct share, share_levels);
const struct info_family share_info_family = INFO_FAMILY_OF_FIRST(7, struct share, share_levels);
const struct info_family share_list_family = INFO_FAMILY_OF_FIRST(6, struct share, share_levels);
