/*
 * Requests out, replies in.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/exchange.h"

#include <string.h>

#include "base/status.h"
#include "platform/log.h"
#include "smb/send.h"

static uint32_t exchange(struct smb2_connection *connection, const struct smb2_request *requests,
                         size_t count, enum smb2_grouping grouping, smb2_take_reply *take,
                         void *context, uint64_t deadline)
{
    uint64_t first_message_id = connection->next_message_id;
    uint32_t status = ERROR_SUCCESS;

    if (connection->broken)
    {
        return ERROR_NETNAME_DELETED;
    }
    arena_free(&connection->kept_replies);
    status = smb2_send(connection, requests, count, grouping, deadline);
    if (!status)
    {
        status =
            smb2_receive(connection, requests, count, first_message_id, take, context, deadline);
    }
    if (status)
    {
        TRACE("command %u: error %u, the connection is given up\n", requests[0].command, status);
        connection->broken = true;
    }
    return status;
}

/* The replies, and what those lie in that are not the last to come. */
struct kept_replies
{
    struct smb2_reply *replies;
    struct arena *arena;
};

static uint32_t keep_reply(void *context, size_t index, const struct smb2_reply *reply, bool last)
{
    const struct kept_replies *kept = context;
    uint8_t *copy = NULL;

    kept->replies[index] = *reply;
    if (last)
    {
        return ERROR_SUCCESS;
    }
    copy = arena_allocate(kept->arena, reply->message.size);
    if (!copy)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    memcpy(copy, reply->message.data, reply->message.size);
    kept->replies[index].message.data = copy;
    return ERROR_SUCCESS;
}

uint32_t smb2_exchange(struct smb2_connection *connection, const struct smb2_request *requests,
                       size_t count, enum smb2_grouping grouping, struct smb2_reply *replies,
                       uint64_t deadline)
{
    struct kept_replies kept = { replies, &connection->kept_replies };
    uint32_t status = ERROR_SUCCESS;

    memset(replies, 0, count * sizeof(*replies));
    status = exchange(connection, requests, count, grouping, keep_reply, &kept, deadline);
    if (status)
    {
        memset(replies, 0, count * sizeof(*replies));
    }
    return status;
}

uint32_t smb2_exchange_each(struct smb2_connection *connection, const struct smb2_request *requests,
                            size_t count, smb2_take_reply *take, void *context, uint64_t deadline)
{
    return exchange(connection, requests, count, SMB2_SEPARATE, take, context, deadline);
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
