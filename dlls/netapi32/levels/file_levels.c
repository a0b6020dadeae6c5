/*
 * The levels of open files as tables.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/file_levels.h"

static const struct info_field file_info_2_fields[] = {
    INFO_MEMBER(INFO_U32, open_file, file_info_2, id),
};

static const struct info_field file_info_3_fields[] = {
    INFO_MEMBER(INFO_U32, open_file, file_info_3, id),
    INFO_MEMBER(INFO_U32, open_file, file_info_3, permissions),
    INFO_MEMBER(INFO_U32, open_file, file_info_3, locks),
    INFO_MEMBER(INFO_STRING, open_file, file_info_3, path),
    INFO_MEMBER(INFO_STRING, open_file, file_info_3, user),
};

static const struct info_level file_levels[] = {
    INFO_LEVEL_OF(2, file_info_2),
    INFO_LEVEL_OF(3, file_info_3),
};

const struct info_family file_family = INFO_FAMILY_OF(struct open_file, file_levels);
