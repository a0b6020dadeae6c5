/*
 * The check, on a signed connection, that nobody changed NEGOTIATE on its way.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/validate_negotiate.h"

#include <string.h>

#include "base/status.h"
#include "platform/log.h"
#include "smb/exchange.h"

#define REPLY_SIZE 24

bool smb2_must_validate_negotiate(const struct smb2_connection *connection)
{
    return connection->signing && connection->agreed.dialect < SMB2_DIALECT_311;
}

static void encode_request(const void *parameters, size_t header, struct writer *writer)
{
    const struct smb2_negotiate_request *offered = parameters;
    struct writer input = { 0 };

    writer_u32(&input, offered->capabilities);
    writer_bytes(&input, offered->client_guid, sizeof(offered->client_guid));
    writer_u16(&input, offered->security_mode);
    writer_u16(&input, (uint16_t)smb2_dialect_count);
    for (size_t i = 0; i < smb2_dialect_count; i++)
    {
        writer_u16(&input, smb2_dialects[i]);
    }
    writer->failed |= input.failed;
    smb2_ioctl_encode(FSCTL_VALIDATE_NEGOTIATE_INFO, smb2_related_file_id,
                      (struct bytes){ input.data, input.size }, REPLY_SIZE, header, writer);
    writer_free(&input);
}

static bool is_what_was_agreed(const struct smb2_negotiate_reply *agreed, struct bytes output)
{
    struct reader reader = reader_over(output.data, output.size);
    uint32_t capabilities = reader_u32(&reader);
    const uint8_t *server_guid = reader_bytes(&reader, SMB2_GUID_SIZE);
    uint16_t security_mode = reader_u16(&reader);
    uint16_t dialect = reader_u16(&reader);

    return !reader.failed && server_guid && capabilities == agreed->capabilities &&
           !memcmp(server_guid, agreed->server_guid, SMB2_GUID_SIZE) &&
           security_mode == agreed->security_mode && dialect == agreed->dialect;
}

uint32_t smb2_validate_negotiate(struct smb2_connection *connection, uint32_t tree_id,
                                 uint64_t deadline)
{
    const struct smb2_request request = {
        .command = SMB2_IOCTL,
        .tree_id = tree_id,
        .encode = encode_request,
        .parameters = &connection->offered,
    };
    struct smb2_reply reply;
    struct bytes output = { 0 };
    uint32_t status = ERROR_SUCCESS;

    if (!smb2_must_validate_negotiate(connection))
    {
        return ERROR_SUCCESS;
    }
    status = smb2_exchange_one(connection, &request, &reply, deadline);
    if (status)
    {
        /* A server that saw something else than we sent ends the connection (3.3.5.15.12). */
        return status == ERROR_NETNAME_DELETED ? ERROR_BAD_NET_RESP : status;
    }
    /* The reply is signed, so an error is the server's own: it does not know the request, as
     * servers of 2.0.2 and 2.1 may not. One that speaks 3.x must. */
    if (win32_from_ntstatus(reply.header.status))
    {
        status =
            connection->agreed.dialect >= SMB2_DIALECT_300 ? ERROR_BAD_NET_RESP : ERROR_SUCCESS;
    }
    else if (smb2_ioctl_decode(&output, FSCTL_VALIDATE_NEGOTIATE_INFO, reply.message) ||
             !is_what_was_agreed(&connection->agreed, output))
    {
        status = ERROR_BAD_NET_RESP;
    }
    if (status)
    {
        WARN("NEGOTIATE was changed on its way\n");
        connection->broken = true;
    }
    return status;
}
