/*
 * Connections to shares: the row, and the levels of [MS-SRVS] 2.2.4.1 and 2.2.4.2.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_CONNECTION_LEVELS_H
#define NETAPI32_LEVELS_CONNECTION_LEVELS_H

#include "levels/level.h"

struct connection
{
    uint32_t id;
    uint32_t type; /* STYPE_*, of the share */
    uint32_t opens;
    uint32_t users;
    uint32_t seconds;
    struct utf16_slice user;
    struct utf16_slice name; /* the share, or the client, whichever was not asked for */
};

/* The structures of the API without Windows' types; tests/winetest/layouts.c asserts that they are
 * the same. */
struct connection_info_0
{
    uint32_t id;
};

struct connection_info_1
{
    uint32_t id;
    uint32_t type;
    uint32_t opens;
    uint32_t users;
    uint32_t seconds;
    uint16_t *user;
    uint16_t *name;
};

extern const struct info_family connection_family;

#endif
