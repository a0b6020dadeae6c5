/*
 * The Server Service: [MS-SRVS].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Each structure holds the parameters of one method, in and out, by their order in the
 * specification. `server` is for the log of the server at most; an absent string is a NULL pointer.
 */
#ifndef NETAPI32_RPC_SRVSVC_H
#define NETAPI32_RPC_SRVSVC_H

#include "rpc/ndr.h"
#include "rpc/pdu.h"
#include "rpc/time_of_day.h"

extern const struct rpc_interface srvsvc_interface;

enum srvsvc_operation
{
    NETR_SESSION_ENUM = 12,
    NETR_SESSION_DEL = 13,
    NETR_REMOTE_TOD = 28,
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

/* NetrRemoteTOD, 3.1.4.21: the server's clock, in Greenwich time. */
struct srvsvc_remote_tod
{
    struct utf16_slice server;
    struct time_of_day *time;
    uint32_t result;
};

#endif
