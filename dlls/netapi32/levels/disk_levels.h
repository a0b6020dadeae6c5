/*
 * Disks of a server: the row, and the level of NetServerDiskEnum.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_DISK_LEVELS_H
#define NETAPI32_LEVELS_DISK_LEVELS_H

#include "levels/level.h"

/* The row, and the entry of the API's array: letter, colon, terminator. */
struct disk
{
    uint16_t name[3];
};

extern const struct info_family disk_family; /* level 0 */

#endif
