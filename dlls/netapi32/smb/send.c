/*
 * Requests on their way out. [MS-SMB2] 3.2.4.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/send.h"

#include "base/status.h"

/* Compounded messages begin at multiples of this. 3.2.4.1.4 */
#define COMPOUND_ALIGNMENT 8
/* What is asked for with every request: enough for a compound and reads in flight. */
#define CREDITS_WANTED        32
#define NEXT_COMMAND_POSITION 20

/* Writes one message: header and body. */
static void write_message(struct smb2_connection *connection, const struct smb2_request *request,
                          uint32_t flags, struct writer *writer)
{
    size_t header_offset = writer->size;
    struct smb2_header header = {
        .command = request->command,
        .credits = CREDITS_WANTED,
        .flags = flags,
        .message_id = connection->next_message_id++,
        .tree_id = request->tree_id,
        .session_id = connection->session_id,
    };

    /* Before 2.1 the field is reserved; a NEGOTIATE is sent before the dialect is known. */
    header.credit_charge = connection->agreed.dialect > SMB2_DIALECT_202 ? 1 : 0;
    if (connection->credits)
    {
        connection->credits--;
    }
    smb2_header_encode(&header, writer);
    request->encode(request->parameters, header_offset, writer);
}

/* Signs the message that ends the writer, or adds it to the preauthentication hash. */
static uint32_t finish_message(struct smb2_connection *connection,
                               const struct smb2_request *request, size_t header,
                               struct writer *writer)
{
    struct bytes message = { writer->data + header, writer->size - header };

    if (writer->failed)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (smb2_is_before_session(request->command))
    {
        return smb2_preauth_update(connection, message);
    }
    if (connection->signing && !connection->encrypting)
    {
        return smb2_sign(&connection->signer, writer->data + header, message.size);
    }
    return ERROR_SUCCESS;
}

static uint32_t flags_of(const struct smb2_connection *connection,
                         const struct smb2_request *request)
{
    bool is_signed =
        connection->signing && !connection->encrypting && !smb2_is_before_session(request->command);

    return is_signed ? SMB2_FLAGS_SIGNED : 0;
}

/* One compound. Each message is signed by itself, with its padding and with its place in the
 * compound already in the header. */
static uint32_t write_compound(struct smb2_connection *connection,
                               const struct smb2_request *requests, size_t count,
                               struct writer *writer)
{
    size_t begin = writer->size;

    for (size_t i = 0; i < count; i++)
    {
        size_t header = writer->size;
        uint32_t flags = flags_of(connection, &requests[i]);
        uint32_t status = ERROR_SUCCESS;

        write_message(connection, &requests[i], i ? flags | SMB2_FLAGS_RELATED_OPERATIONS : flags,
                      writer);
        if (i + 1 < count)
        {
            writer_align(writer, begin, COMPOUND_ALIGNMENT);
            writer_patch_u32(writer, header + NEXT_COMMAND_POSITION,
                             (uint32_t)(writer->size - header));
        }
        status = finish_message(connection, &requests[i], header, writer);
        if (status)
        {
            return status;
        }
    }
    return ERROR_SUCCESS;
}

/* One frame, encrypted where the session wants it. */
static uint32_t write_frame(struct smb2_connection *connection, const struct smb2_request *requests,
                            size_t count, struct writer *writer)
{
    size_t frame = frame_begin(writer);
    bool encrypt = connection->encrypting && !smb2_is_before_session(requests[0].command);
    size_t transform_header = encrypt ? smb2_transform_begin(writer) : 0;
    uint32_t status = write_compound(connection, requests, count, writer);

    if (!status && encrypt)
    {
        status = smb2_encrypt(&connection->encryption, writer, transform_header);
    }
    frame_end(writer, frame);
    return status;
}

uint32_t smb2_send(struct smb2_connection *connection, const struct smb2_request *requests,
                   size_t count, enum smb2_grouping grouping, uint64_t deadline)
{
    struct writer *writer = &connection->sending;
    uint32_t status = ERROR_SUCCESS;

    if (grouping == SMB2_RELATED)
    {
        status = write_frame(connection, requests, count, writer);
    }
    else
    {
        for (size_t i = 0; i < count && !status; i++)
        {
            status = write_frame(connection, &requests[i], 1, writer);
        }
    }
    if (!status && writer->failed)
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        status = connection->transport->operations->send(connection->transport, writer->data,
                                                         writer->size, deadline);
    }
    writer_clear(writer); /* what a request says may be a secret */
    return status;
}
