/*
 * Requests out, replies in, signed and checked.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_EXCHANGE_H
#define NETAPI32_SMB_EXCHANGE_H

#include "smb/connection.h"
#include "smb/receive.h"

/* Sends `count` requests and waits for all replies, in the order of the requests. The replies may
 * say any NTSTATUS: that is for the caller to look at. They are there until the next exchange on the
 * connection. Errors are those of the stream and of the protocol: ERROR_NETNAME_DELETED,
 * ERROR_SEM_TIMEOUT, ERROR_BAD_NET_RESP (the reply is malformed, or not signed or encrypted as it
 * must be), ERROR_NOT_ENOUGH_MEMORY; then there are no replies, and the connection is broken. The
 * caller sees to it that there are enough credits. */
uint32_t smb2_exchange(struct smb2_connection *connection, const struct smb2_request *requests,
                       size_t count, enum smb2_grouping grouping, struct smb2_reply *replies,
                       uint64_t deadline);
/* The same for one request. */
uint32_t smb2_exchange_one(struct smb2_connection *connection, const struct smb2_request *request,
                           struct smb2_reply *reply, uint64_t deadline);
/* Sends separate requests and gives each reply to `take` as it comes, in whatever order, so that no
 * reply is kept. Errors as above; the replies that came before were taken. */
uint32_t smb2_exchange_each(struct smb2_connection *connection, const struct smb2_request *requests,
                            size_t count, smb2_take_reply *take, void *context, uint64_t deadline);
/* Sends a request to which no answer is awaited; for the last words on a connection. */
void smb2_send_only(struct smb2_connection *connection, const struct smb2_request *request,
                    uint64_t deadline);

#endif
