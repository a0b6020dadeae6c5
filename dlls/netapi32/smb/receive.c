/*
 * Replies on their way in. [MS-SMB2] 3.2.5.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/receive.h"

#include "base/status.h"
#include "platform/log.h"

#define CREDITS_MAX 65535u

/* What is awaited, and what has come of it. */
struct reception
{
    struct smb2_connection *connection;
    const struct smb2_request *requests;
    size_t count;
    uint64_t first_message_id;
    smb2_take_reply *take;
    void *context;
    bool answered[SMB2_REQUESTS_MAX];
    size_t missing;
};

/* A received frame. */
struct frame
{
    struct bytes messages;
    bool was_encrypted;
};

/* Decrypts a frame in place if it is encrypted, and refuses a plain one where encryption is due. */
static uint32_t frame_open(const struct reception *reception, uint8_t *data, size_t size,
                           struct frame *frame)
{
    struct smb2_connection *connection = reception->connection;

    frame->messages = (struct bytes){ data, size };
    frame->was_encrypted = smb2_is_encrypted(frame->messages);
    if (frame->was_encrypted)
    {
        return connection->encryption.cipher
                   ? smb2_decrypt(&connection->encryption, data, size, &frame->messages)
                   : ERROR_BAD_NET_RESP;
    }
    if (connection->encrypting && !smb2_is_before_session(reception->requests[0].command))
    {
        WARN("a reply that is not encrypted\n");
        return ERROR_BAD_NET_RESP;
    }
    return ERROR_SUCCESS;
}

/* A server that has lost our session has no key to sign with. Whoever sends such a reply can end the
 * connection in other ways too, so it is believed as it is. */
static bool says_session_is_gone(uint32_t status)
{
    return status == STATUS_USER_SESSION_DELETED || status == STATUS_NETWORK_SESSION_EXPIRED;
}

static uint32_t check_protection(const struct reception *reception, const struct smb2_reply *reply,
                                 bool was_encrypted)
{
    const struct smb2_connection *connection = reception->connection;

    if (was_encrypted || smb2_is_before_session(reply->header.command) || !connection->signing)
    {
        return ERROR_SUCCESS;
    }
    if (smb2_reply_check_signature(connection, reply))
    {
        WARN("command %u: a reply that is not signed, or not by the server\n",
             reply->header.command);
        return ERROR_BAD_NET_RESP;
    }
    return ERROR_SUCCESS;
}

/* The interim answer to a request that takes longer. 3.3.4.2 */
static bool is_interim(const struct smb2_header *header)
{
    return header->flags & SMB2_FLAGS_ASYNC_COMMAND && header->status == STATUS_PENDING;
}

/* The place of a reply among those awaited; `count` if it is not among them. */
static size_t place_of(const struct reception *reception, const struct smb2_header *header)
{
    uint64_t index = header->message_id - reception->first_message_id;

    if (index < reception->count && !reception->answered[index] &&
        header->command == reception->requests[index].command)
    {
        return (size_t)index;
    }
    return reception->count;
}

/* Takes in one message of a frame. */
static uint32_t take_message(struct reception *reception, const struct frame *frame,
                             const struct smb2_header *header, struct bytes message)
{
    struct smb2_connection *connection = reception->connection;
    const struct smb2_reply reply = { .header = *header, .message = message };
    size_t place = 0;
    uint32_t status = ERROR_SUCCESS;

    if (!(header->flags & SMB2_FLAGS_SERVER_TO_REDIR))
    {
        return ERROR_BAD_NET_RESP;
    }
    if (header->message_id == SMB2_UNSOLICITED_ID)
    {
        return ERROR_SUCCESS;
    }
    place = place_of(reception, header);
    if (place == reception->count)
    {
        WARN("a reply that nobody asked for, command %u\n", header->command);
        return ERROR_BAD_NET_RESP;
    }
    connection->credits += header->credits;
    if (connection->credits > CREDITS_MAX)
    {
        connection->credits = CREDITS_MAX;
    }
    if (is_interim(header))
    {
        return ERROR_SUCCESS;
    }
    if (says_session_is_gone(header->status))
    {
        connection->session_lost = true;
        return ERROR_NETNAME_DELETED;
    }
    status = check_protection(reception, &reply, frame->was_encrypted);
    if (status)
    {
        return status;
    }
    reception->answered[place] = true;
    reception->missing--;
    return reception->take(reception->context, place, &reply, !reception->missing);
}

/* Takes a frame apart into the messages of a compound. */
static uint32_t take_frame(struct reception *reception, const struct frame *frame)
{
    struct bytes rest = frame->messages;

    for (;;)
    {
        struct reader reader = reader_over(rest.data, rest.size);
        struct bytes message = rest;
        struct smb2_header header;
        uint32_t status = ERROR_SUCCESS;

        if (!smb2_header_decode(&header, &reader))
        {
            return ERROR_BAD_NET_RESP;
        }
        if (header.next_command)
        {
            message = reader_slice(&reader, 0, header.next_command);
            reader_seek(&reader, header.next_command);
            if (header.next_command < SMB2_HEADER_SIZE || reader.failed)
            {
                return ERROR_BAD_NET_RESP;
            }
        }
        status = take_message(reception, frame, &header, message);
        if (status || !header.next_command)
        {
            return status;
        }
        rest = reader_slice(&reader, reader.offset, reader_left(&reader));
    }
}

uint32_t smb2_receive(struct smb2_connection *connection, const struct smb2_request *requests,
                      size_t count, uint64_t first_message_id, smb2_take_reply *take, void *context,
                      uint64_t deadline)
{
    struct reception reception = {
        .connection = connection,
        .requests = requests,
        .count = count,
        .first_message_id = first_message_id,
        .take = take,
        .context = context,
        .missing = count,
    };

    while (reception.missing)
    {
        struct frame frame = { 0 };
        uint8_t *data = NULL;
        size_t size = 0;
        uint32_t status = ERROR_SEM_TIMEOUT;

        /* A server that keeps talking does not keep a call beyond its time. */
        if (platform_now() < deadline)
        {
            status =
                frame_receive(&connection->receiver, connection->transport, deadline, &data, &size);
        }
        if (!status)
        {
            status = frame_open(&reception, data, size, &frame);
        }
        if (!status)
        {
            status = take_frame(&reception, &frame);
        }
        if (status)
        {
            return status;
        }
    }
    return ERROR_SUCCESS;
}
