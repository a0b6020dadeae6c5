/*
 * Accounts as lists show them: the row, and the levels of NetQueryDisplayInformation.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_DISPLAY_LEVELS_H
#define NETAPI32_LEVELS_DISPLAY_LEVELS_H

#include "levels/level.h"

/* The levels are what is listed. */
enum display_level
{
    DISPLAY_USERS = 1,
    DISPLAY_MACHINES = 2,
    DISPLAY_GROUPS = 3,
};

struct display_entry
{
    struct utf16_slice name;
    struct utf16_slice comment;
    struct utf16_slice full_name; /* of a user */
    uint32_t flags;               /* UF_; of a group SE_GROUP_ */
    uint32_t relative_id;
    uint32_t next_index; /* where the list goes on behind this entry */
};

/* The structures of the API without Windows' types; tests/winetest/layouts.c asserts that they are
 * the same. */
struct net_display_user
{
    uint16_t *name;
    uint16_t *comment;
    uint32_t flags;
    uint16_t *full_name;
    uint32_t relative_id;
    uint32_t next_index;
};

struct net_display_machine
{
    uint16_t *name;
    uint16_t *comment;
    uint32_t flags;
    uint32_t relative_id;
    uint32_t next_index;
};

struct net_display_group
{
    uint16_t *name;
    uint16_t *comment;
    uint32_t relative_id;
    uint32_t flags;
    uint32_t next_index;
};

extern const struct info_family display_family;

#endif
