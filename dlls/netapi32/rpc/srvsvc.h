/*
 * The Server Service: [MS-SRVS], the session methods and the time of day.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SRVSVC_H
#define NETAPI32_RPC_SRVSVC_H

#include "levels/level.h"
#include "rpc/client.h"
#include "rpc/time_of_day.h"

extern const struct rpc_interface srvsvc_interface;

/* What NetrSessionEnum (opnum 12, 3.1.4.5) is asked for. Absent strings are NULL pointers. */
struct srvsvc_session_enum
{
    struct utf16_slice server; /* \\server */
    struct utf16_slice client; /* \\client */
    struct utf16_slice user;
    uint32_t preferred_length;
    uint32_t resume_handle;
};

/* What it answers. */
struct srvsvc_session_list
{
    struct writer stub; /* what the strings of the rows point into */
    struct info_rows rows;
    uint32_t total_entries;
    uint32_t resume_handle;
};

/* ERROR_SUCCESS or ERROR_MORE_DATA with a list, which the caller releases with
 * srvsvc_session_list_free(); the server's own error, RPC_X_BAD_STUB_DATA, or an error of
 * rpc_client_call() without one. */
uint32_t srvsvc_net_session_enum(struct rpc_client *client,
                                 const struct srvsvc_session_enum *request,
                                 const struct info_family *family, const struct info_level *level,
                                 struct srvsvc_session_list *list, uint64_t deadline);
void srvsvc_session_list_free(struct srvsvc_session_list *list);

/* NetrSessionDel (opnum 13, 3.1.4.6). Absent strings are NULL pointers. */
uint32_t srvsvc_net_session_del(struct rpc_client *client, struct utf16_slice server,
                                struct utf16_slice session_client, struct utf16_slice user,
                                uint64_t deadline);

/* NetrRemoteTOD (opnum 28, 3.1.4.21): the server's clock, in Greenwich time. */
uint32_t srvsvc_net_remote_tod(struct rpc_client *client, struct utf16_slice server,
                               struct time_of_day *time, uint64_t deadline);

/* Decodes the stub of an answer to NetrSessionEnum, which the list then owns. Apart for tests. */
uint32_t srvsvc_session_list_decode(struct srvsvc_session_list *list,
                                    const struct info_family *family,
                                    const struct info_level *level);

#endif
