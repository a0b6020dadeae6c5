/*
 * The level of disks as a table.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "levels/disk_levels.h"

static const struct info_field disk_fields[] = {
    INFO_MEMBER(INFO_BLOCK, disk, disk, name, .size = sizeof(struct disk)),
};

static const struct info_level disk_levels[] = {
    INFO_LEVEL_OF(0, disk),
};

const struct info_family disk_family = INFO_FAMILY_OF(struct disk, disk_levels);
