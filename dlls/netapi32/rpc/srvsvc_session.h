/*
 * The Server Service: [MS-SRVS]. Connections to shares, and sessions: 3.1.4.1, 3.1.4.5 and 3.1.4.6.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SRVSVC_SESSION_H
#define NETAPI32_RPC_SRVSVC_SESSION_H

#include "levels/connection_levels.h"
#include "levels/session_levels.h"
#include "rpc/ndr.h"

/* NetrConnectionEnum, 3.1.4.1 */
struct srvsvc_connection_enum
{
    struct utf16_slice server;
    struct utf16_slice qualifier;      /* a share, or \\client */
    struct ndr_level_list connections; /* rows are struct connection */
    uint32_t preferred_length;
    uint32_t total_entries;
    uint32_t *resume_handle;
    uint32_t result;
};

/* NetrSessionEnum, 3.1.4.5 */
struct srvsvc_session_enum
{
    struct utf16_slice server;
    struct utf16_slice client; /* \\client */
    struct utf16_slice user;
    struct ndr_level_list sessions; /* rows are struct session */
    uint32_t preferred_length;
    uint32_t total_entries;
    uint32_t *resume_handle;
    uint32_t result;
};

/* NetrSessionDel, 3.1.4.6 */
struct srvsvc_session_del
{
    struct utf16_slice server;
    struct utf16_slice client;
    struct utf16_slice user;
    uint32_t result;
};

#endif
