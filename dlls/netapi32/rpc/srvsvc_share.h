/*
 * The Server Service: [MS-SRVS]. Shares: 3.1.4.7 to 3.1.4.16 and 3.1.4.47.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SRVSVC_SHARE_H
#define NETAPI32_RPC_SRVSVC_SHARE_H

#include "levels/share_levels.h"
#include "rpc/ndr.h"

/* NetrShareAdd, 3.1.4.7 */
struct srvsvc_share_add
{
    struct utf16_slice server;
    uint32_t level;
    struct share *share;
    uint32_t *parameter_error;
    uint32_t result;
};

/* NetrShareEnum, 3.1.4.8, and NetrShareEnumSticky, 3.1.4.9 */
struct srvsvc_share_enum
{
    struct utf16_slice server;
    struct ndr_level_list shares; /* rows are struct share */
    uint32_t preferred_length;
    uint32_t total_entries;
    uint32_t *resume_handle;
    uint32_t result;
};

/* NetrShareGetInfo, 3.1.4.10 */
struct srvsvc_share_get_info
{
    struct utf16_slice server;
    struct utf16_slice name;
    uint32_t level;
    struct share *share;
    uint32_t result;
};

/* NetrShareSetInfo, 3.1.4.11 */
struct srvsvc_share_set_info
{
    struct utf16_slice server;
    struct utf16_slice name;
    uint32_t level;
    struct share *share;
    uint32_t *parameter_error;
    uint32_t result;
};

/* NetrShareDel, 3.1.4.12, and NetrShareDelSticky, 3.1.4.13 */
struct srvsvc_share_del
{
    struct utf16_slice server;
    struct utf16_slice name;
    uint32_t reserved;
    uint32_t result;
};

/* NetrShareDelStart, 3.1.4.14 */
struct srvsvc_share_del_start
{
    struct utf16_slice server;
    struct utf16_slice name;
    uint32_t reserved;
    struct context_handle context;
    uint32_t result;
};

/* NetrShareDelCommit, 3.1.4.15: the only method without the name of the server */
struct srvsvc_share_del_commit
{
    struct context_handle context; /* of NetrShareDelStart; zeros afterwards */
    uint32_t result;
};

/* NetrShareCheck, 3.1.4.16 */
struct srvsvc_share_check
{
    struct utf16_slice server;
    struct utf16_slice device;
    uint32_t type; /* STYPE_* */
    uint32_t result;
};

/* NetrShareDelEx, 3.1.4.47 */
struct srvsvc_share_del_ex
{
    struct utf16_slice server;
    uint32_t level; /* 0 or 503 */
    struct share *share;
    uint32_t result;
};

#endif
