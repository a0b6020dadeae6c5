/*
 * What a SID stands for: SID_NAME_USE, [MS-LSAT] 2.2.13 and [MS-SAMR] 2.2.2.3.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_BASE_SID_USE_H
#define NETAPI32_BASE_SID_USE_H

enum sid_use
{
    SID_USE_NONE = 0, /* nothing was found */
    SID_USE_USER = 1,
    SID_USE_GROUP = 2,
    SID_USE_DOMAIN = 3,
    SID_USE_ALIAS = 4,
    SID_USE_WELL_KNOWN_GROUP = 5,
    SID_USE_DELETED_ACCOUNT = 6,
    SID_USE_INVALID = 7,
    SID_USE_UNKNOWN = 8,
    SID_USE_COMPUTER = 9,
    SID_USE_LABEL = 10,
};

#endif
