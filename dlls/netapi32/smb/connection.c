/*
 * One SMB2 connection: what it holds, and what its replies are checked by.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/connection.h"

#include "base/status.h"
#include "base/wipe.h"

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
    return smb2_check_signature(&connection->signer, reply->message);
}

uint32_t smb2_start_encryption(struct smb2_connection *connection)
{
    if (!connection->signing || !connection->encryption.cipher)
    {
        return ERROR_NOT_SUPPORTED;
    }
    connection->encrypting = true;
    return ERROR_SUCCESS;
}

void smb2_connection_close(struct smb2_connection *connection)
{
    if (connection->transport)
    {
        connection->transport->operations->close(connection->transport);
    }
    smb2_signer_close(&connection->signer);
    smb2_encryption_close(&connection->encryption);
    writer_free(&connection->sending);
    frame_receiver_free(&connection->receiver);
    arena_free(&connection->kept_replies);
    wipe(connection, sizeof(*connection));
    connection->broken = true;
}
