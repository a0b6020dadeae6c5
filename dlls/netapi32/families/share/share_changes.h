/*
 * The functions that change what a server shares, without Windows' types: NetShareAdd,
 * NetShareSetInfo, NetShareDel, NetShareDelSticky and NetShareDelEx.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow Microsoft's documentation of the functions and [MS-SRVS] 3.1.4.7, 3.1.4.11 to
 * 3.1.4.13 and 3.1.4.47. What keeps a server from being asked is told as remote_call() tells it.
 */
#ifndef NETAPI32_SHARE_SHARE_CHANGES_H
#define NETAPI32_SHARE_SHARE_CHANGES_H

#include "levels/share_levels.h"

/* The number of a member that is wrong, [MS-SRVS] 2.2.2.11. */
#define SHARE_NO_PARAMETER_ERROR   0
#define SHARE_PARAMETER_NAME       1
#define SHARE_PARAMETER_DESCRIPTOR 501

struct share_change
{
    struct utf16_slice server; /* absent: this computer */
    struct utf16_slice name;   /* of the share; not for shares_add() */
    uint32_t level;
    /* What the caller's structure of the level says (info_read()). The descriptor is self-relative or
     * absent; its size is found out here. */
    struct share share;
    uint32_t parameter_error; /* out: the number of the member that was wrong, or 0 */
};

/* Shares something at level 2, 502 or 503; where the server lacks level 503, and no name of it is
 * given, at 502. ERROR_INVALID_LEVEL; ERROR_INVALID_PARAMETER without a
 * name; ERROR_INVALID_SECURITY_DESCR; what the server says: NERR_DuplicateShare, NERR_UnknownDevDir,
 * ERROR_INVALID_NAME, ERROR_ACCESS_DENIED, ...; NERR_ServerNotStarted where this computer has no
 * server. */
uint32_t shares_add(struct share_change *change);
/* Changes a share at level 1, 2, 502, 503, 1004, 1005, 1006 or 1501. ERROR_INVALID_LEVEL, also where
 * the server lacks the level: it is not filled from another, which would set more than was asked
 * for; ERROR_INVALID_PARAMETER without a name, or without a descriptor at level 1501;
 * ERROR_INVALID_SECURITY_DESCR; NERR_NetNameNotFound; what the server says. */
uint32_t shares_set_info(struct share_change *change);

/* Ends a share, and all connections to it. ERROR_INVALID_PARAMETER without a name or with something
 * reserved; NERR_NetNameNotFound; what the server says. */
uint32_t shares_delete(struct utf16_slice server, struct utf16_slice name, uint32_t reserved);
/* Makes a share end with its server. The same results; ERROR_NOT_SUPPORTED where a server does not
 * tell such shares apart. */
uint32_t shares_delete_sticky(struct utf16_slice server, struct utf16_slice name,
                              uint32_t reserved);
/* shares_delete() for change->share, by its name and, at level 503, by the name of the server that it
 * is shared under. ERROR_INVALID_LEVEL for others than 0, 1, 2, 502, 503; ERROR_NOT_SUPPORTED where
 * the server knows no such names, and one is given. */
uint32_t shares_delete_ex(const struct share_change *change);

#endif
