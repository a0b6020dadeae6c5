/*
 * Requests out, replies in.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/exchange.h"

#include <string.h>

#include "base/status.h"
#include "platform/log.h"
#include "smb/receive.h"
#include "smb/send.h"

uint32_t smb2_exchange(struct smb2_connection *connection, const struct smb2_request *requests,
                       size_t count, enum smb2_grouping grouping, struct smb2_reply *replies,
                       uint64_t deadline)
{
    uint64_t first_message_id = connection->next_message_id;
    uint32_t status = ERROR_SUCCESS;

    memset(replies, 0, count * sizeof(*replies));
    if (connection->broken)
    {
        return ERROR_NETNAME_DELETED;
    }
    status = smb2_send(connection, requests, count, grouping, deadline);
    if (!status)
    {
        status = smb2_receive(connection, requests, count, first_message_id, replies, deadline);
    }
    if (status)
    {
        TRACE("command %u: error %u, the connection is given up\n", requests[0].command, status);
        connection->broken = true;
        for (size_t i = 0; i < count; i++)
        {
            smb2_reply_free(&replies[i]);
        }
    }
    return status;
}

uint32_t smb2_exchange_one(struct smb2_connection *connection, const struct smb2_request *request,
                           struct smb2_reply *reply, uint64_t deadline)
{
    return smb2_exchange(connection, request, 1, SMB2_SEPARATE, reply, deadline);
}

void smb2_send_only(struct smb2_connection *connection, const struct smb2_request *request,
                    uint64_t deadline)
{
    if (!connection->broken && smb2_send(connection, request, 1, SMB2_SEPARATE, deadline))
    {
        connection->broken = true;
    }
}
