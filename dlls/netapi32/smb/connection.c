/*
 * One SMB2 connection: what it holds, and the exchange of requests and replies on it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/connection.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "base/wipe.h"
#include "platform/log.h"
#include "smb/receive.h"
#include "smb/send.h"

bool smb2_is_before_session(uint16_t command)
{
    return command == SMB2_NEGOTIATE || command == SMB2_SESSION_SETUP;
}

uint32_t smb2_preauth_update(struct smb2_connection *connection, struct bytes message)
{
    const struct bytes parts[] = {
        { connection->preauth_hash, sizeof(connection->preauth_hash) },
        message,
    };

    return crypto_sha512(parts, sizeof(parts) / sizeof(parts[0]), connection->preauth_hash);
}

uint32_t smb2_reply_check_signature(const struct smb2_connection *connection,
                                    const struct smb2_reply *reply)
{
    if (!(reply->header.flags & SMB2_FLAGS_SIGNED))
    {
        return ERROR_BAD_NET_RESP;
    }
    return smb2_check_signature(connection->agreed.signing, connection->keys.signing,
                                reply->message);
}

uint32_t smb2_start_encryption(struct smb2_connection *connection)
{
    if (!connection->signing || !connection->keys.cipher_key_size)
    {
        return ERROR_NOT_SUPPORTED;
    }
    connection->encrypting = true;
    return ERROR_SUCCESS;
}

void smb2_reply_free(struct smb2_reply *reply)
{
    free(reply->block);
    *reply = (struct smb2_reply){ 0 };
}

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

void smb2_connection_close(struct smb2_connection *connection)
{
    if (connection->transport)
    {
        connection->transport->operations->close(connection->transport);
    }
    frame_receiver_free(&connection->receiver);
    wipe(connection, sizeof(*connection));
    connection->broken = true;
}
