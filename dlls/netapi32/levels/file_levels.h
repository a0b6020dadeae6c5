/*
 * Open files: the row, and the levels of [MS-SRVS] 2.2.4.6 and 2.2.4.7.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_FILE_LEVELS_H
#define NETAPI32_LEVELS_FILE_LEVELS_H

#include "levels/level.h"

struct open_file
{
    uint32_t id;
    uint32_t permissions; /* PERM_FILE_* */
    uint32_t locks;
    struct utf16_slice path;
    struct utf16_slice user;
};

/* The structures of the API without Windows' types; tests/winetest/layouts.c asserts that they are
 * the same. */
struct file_info_2
{
    uint32_t id;
};

struct file_info_3
{
    uint32_t id;
    uint32_t permissions;
    uint32_t locks;
    uint16_t *path;
    uint16_t *user;
};

extern const struct info_family file_family;

#endif
