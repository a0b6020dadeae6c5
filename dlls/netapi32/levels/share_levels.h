/*
 * Shares: the row, and the levels of [MS-SRVS] 2.2.4.22 to 2.2.4.31.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_SHARE_LEVELS_H
#define NETAPI32_LEVELS_SHARE_LEVELS_H

#include "levels/level.h"

struct share
{
    struct utf16_slice name;
    uint32_t type; /* STYPE_* */
    struct utf16_slice remark;
    uint32_t permissions;
    uint32_t uses_max;
    uint32_t uses;
    struct utf16_slice path;
    struct utf16_slice password;
    struct utf16_slice server; /* NULL or "*" is every name of the server */
    uint32_t csc_flags;        /* how clients may cache, of level 501 */
    uint32_t flags;            /* SHI1005_FLAGS_* */
    uint32_t descriptor_size;  /* the same as descriptor.size, which the wire has as a number too */
    struct info_bytes descriptor; /* security descriptor, self-relative */
};

/* The structures of the API without Windows' types; tests/winetest/layouts.c asserts that they are
 * the same. Those of the levels 0, 1 and 2 are the beginning of that of level 502.
 *
 * Windows' callers leave the member that is descriptor_size here at 0: who reads their structures
 * gives the row the size of the descriptor. */
struct share_info_502
{
    uint16_t *name;
    uint32_t type;
    uint16_t *remark;
    uint32_t permissions;
    uint32_t uses_max;
    uint32_t uses;
    uint16_t *path;
    uint16_t *password;
    uint32_t descriptor_size;
    void *descriptor;
};

struct share_info_501
{
    uint16_t *name;
    uint32_t type;
    uint16_t *remark;
    uint32_t csc_flags;
};

struct share_info_503
{
    uint16_t *name;
    uint32_t type;
    uint16_t *remark;
    uint32_t permissions;
    uint32_t uses_max;
    uint32_t uses;
    uint16_t *path;
    uint16_t *password;
    uint16_t *server;
    uint32_t descriptor_size;
    void *descriptor;
};

struct share_info_1004
{
    uint16_t *remark;
};

struct share_info_1501
{
    uint32_t descriptor_size;
    void *descriptor;
};

extern const struct info_family share_family;
/* Levels that a share can be asked for at: NetrShareGetInfo, 3.1.4.10. */
extern const struct info_family share_info_family;
/* Levels that shares can be listed at: SHARE_ENUM_UNION, 2.2.3.5. */
extern const struct info_family share_list_family;

#endif
