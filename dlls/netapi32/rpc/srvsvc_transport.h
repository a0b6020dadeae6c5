/*
 * The Server Service: [MS-SRVS]. The transports of the server: 3.1.4.22 to 3.1.4.26.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SRVSVC_TRANSPORT_H
#define NETAPI32_RPC_SRVSVC_TRANSPORT_H

#include "levels/transport_levels.h"
#include "rpc/ndr.h"

/* NetrServerTransportAdd, 3.1.4.22, and NetrServerTransportDel, 3.1.4.25 */
struct srvsvc_server_transport
{
    struct utf16_slice server;
    uint32_t level; /* 0 */
    struct server_transport transport;
    uint32_t result;
};

/* NetrServerTransportAddEx, 3.1.4.23, and NetrServerTransportDelEx, 3.1.4.26 */
struct srvsvc_server_transport_ex
{
    struct utf16_slice server;
    uint32_t level;
    struct server_transport transport;
    uint32_t result;
};

/* NetrServerTransportEnum, 3.1.4.24 */
struct srvsvc_server_transport_enum
{
    struct utf16_slice server;
    struct ndr_level_list transports; /* rows are struct server_transport */
    uint32_t preferred_length;
    uint32_t total_entries;
    uint32_t *resume_handle;
    uint32_t result;
};

#endif
