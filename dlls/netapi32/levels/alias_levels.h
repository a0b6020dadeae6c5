/*
 * Other names of a server: the row, and the level of [MS-SRVS] 2.2.4.102.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LEVELS_ALIAS_LEVELS_H
#define NETAPI32_LEVELS_ALIAS_LEVELS_H

#include "levels/level.h"

struct server_alias
{
    struct utf16_slice alias;
    struct utf16_slice target;
    uint8_t is_default; /* the target stands for every name that is no alias */
    uint32_t reserved;
};

/* SERVER_ALIAS_INFO_0 without Windows' types; no header here has it to compare with. */
struct server_alias_info_0
{
    uint16_t *alias;
    uint16_t *target;
    uint8_t is_default;
    uint32_t reserved;
};

extern const struct info_family server_alias_family;

#endif
