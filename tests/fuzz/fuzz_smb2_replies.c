/*
 * Fuzz target: a server that has the keys of the session and answers each request with whatever the
 * input says, signed or encrypted as it must be.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/status.h"
#include "crypto/crypto.h"
#include "platform/platform.h"
#include "rpc/client.h"
#include "rpc/smb_pipe.h"
#include "rpc/srvsvc.h"
#include "support/protected_session.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte of the input: how the session is protected, and its dialect. */
#define PROTECTION_MASK  0x03
#define PROTECTION_COUNT 3
#define OLD_DIALECT      0x80 /* 3.0.2, where NEGOTIATE is validated */
#define LONG_REQUEST     0x40 /* a request of several fragments */

/* In code units: more than a fragment takes. */
#define LONG_NAME 0x2000

/* The byte before each reply: what is unusual about it. Behind it comes the body, after its length
 * in two bytes. */
#define REPLY_INTERIM  0x01 /* an interim answer goes before */
#define REPLY_OVERFLOW 0x02 /* STATUS_BUFFER_OVERFLOW: there is more */
#define REPLY_STATUS   0x04 /* the status comes first, in four bytes */
#define REPLY_PLAIN    0x08 /* neither signed nor encrypted, whatever was agreed */
#define REPLY_ALTERED  0x10 /* a byte of it, signature and all, is another than was sent */

struct answering_server
{
    struct protected_session session; /* first: it begins with the transport */
    struct transport_operations operations;
    struct reader input;
    bool encrypts;  /* as the client's last frame */
    bool is_forged; /* an answer was not what somebody with the keys had sent */
};

static struct bytes next_body(struct reader *input)
{
    size_t size = reader_u16(input);

    if (size > reader_left(input))
    {
        size = reader_left(input);
    }
    return (struct bytes){ reader_bytes(input, size), size };
}

static void alter(struct answering_server *server, size_t begin)
{
    struct writer *stream = &server->session.stream;
    const size_t place = begin + reader_u16(&server->input) % (stream->size - begin);

    stream->data[place] ^= (uint8_t)(1 | reader_u8(&server->input));
}

/* That the session is gone is believed of anybody, and ends the connection. */
static bool is_lost(const struct smb2_header *header)
{
    return header->status == STATUS_USER_SESSION_DELETED ||
           header->status == STATUS_NETWORK_SESSION_EXPIRED;
}

static void answer(struct answering_server *server, const struct smb2_header *request)
{
    struct smb2_header header = protected_session_header(request->command, request->message_id);
    uint8_t manner = reader_u8(&server->input);
    size_t begin = 0;

    header.tree_id = 1;
    header.credits = 4;
    if (manner & REPLY_INTERIM)
    {
        struct smb2_header interim = header;

        interim.status = STATUS_PENDING;
        interim.flags |= SMB2_FLAGS_ASYNC_COMMAND;
        protected_session_say(&server->session, &interim, (struct bytes){ 0 }, server->encrypts);
    }
    if (manner & REPLY_OVERFLOW)
    {
        header.status = STATUS_BUFFER_OVERFLOW;
    }
    if (manner & REPLY_STATUS)
    {
        header.status = reader_u32(&server->input);
    }
    if (manner & REPLY_PLAIN)
    {
        header.flags &= ~(uint32_t)SMB2_FLAGS_SIGNED;
    }
    begin = server->session.stream.size;
    protected_session_say(&server->session, &header, next_body(&server->input),
                          server->encrypts && !(manner & REPLY_PLAIN));
    if (manner & REPLY_ALTERED)
    {
        alter(server, begin + FRAME_HEADER_SIZE);
    }
    server->is_forged |= (manner & (REPLY_PLAIN | REPLY_ALTERED)) != 0 && !is_lost(&header);
}

/* Decrypts the client's frame in place, if it is encrypted, which it must be exactly when the client
 * has decided so: from the start, or because the share wants it. */
static struct bytes open_frame(struct answering_server *server, uint8_t *frame, size_t size)
{
    struct bytes messages = { frame, size };

    server->encrypts = smb2_is_encrypted(messages);
    if (server->encrypts != server->session.connection.encrypting ||
        (server->encrypts && smb2_decrypt(&server->session.encryption, frame, size, &messages)))
    {
        abort();
    }
    return messages;
}

/* Answers the requests of a frame, one by one. */
static void answer_frame(struct answering_server *server, uint8_t *frame, size_t size)
{
    struct bytes messages = open_frame(server, frame, size);
    struct smb2_header header = { 0 };

    do
    {
        struct reader reader = reader_over(messages.data, messages.size);

        if (!smb2_header_decode(&header, &reader))
        {
            abort();
        }
        answer(server, &header);
        messages.data += header.next_command;
        messages.size -= header.next_command;
    } while (header.next_command);
}

/* The frames of requests that go together are sent together. */
static uint32_t answering_send(struct transport *transport, const void *data, size_t size,
                               uint64_t deadline)
{
    struct answering_server *server = (struct answering_server *)transport;
    struct writer frames = { 0 };
    size_t begin = 0;

    (void)deadline;
    writer_bytes(&frames, data, size);
    while (begin < size)
    {
        struct reader reader = reader_over(frames.data + begin, size - begin);
        const uint8_t type = reader_u8(&reader);
        const size_t frame_size = reader_u24_big_endian(&reader);

        if (type || reader.failed || frame_size > reader_left(&reader))
        {
            abort();
        }
        answer_frame(server, frames.data + begin + FRAME_HEADER_SIZE, frame_size);
        begin += FRAME_HEADER_SIZE + frame_size;
    }
    writer_free(&frames);
    return ERROR_SUCCESS;
}

static void use_connection(struct smb2_connection *connection, bool asks_long)
{
    static const uint16_t long_name[LONG_NAME];
    const struct utf16_name name = utf16_name_from_ascii("server");
    const struct utf16_slice server = utf16_from_name(&name);
    struct srvsvc_session_enum list = { .server = server, .sessions = { .level = 1 } };
    struct srvsvc_session_del del = { server, server, server, 0 };
    struct smb2_ipc_tree tree;
    struct rpc_smb_pipe pipe;
    struct rpc_client client;
    struct rpc_reply reply;
    uint32_t status = smb2_ipc_tree_init(&tree, connection, server);

    if (asks_long)
    {
        list.client = (struct utf16_slice){ long_name, LONG_NAME };
    }
    rpc_smb_pipe_init(&pipe, &tree);
    if (!status)
    {
        status = rpc_client_bind(&client, &pipe.pipe, &srvsvc_interface, UINT64_MAX);
    }
    if (!status)
    {
        status = rpc_call(&client, rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM), &list,
                          &reply, UINT64_MAX);
    }
    if (!status)
    {
        rpc_reply_free(&reply);
        if (!rpc_call(&client, rpc_operation(&srvsvc_interface, NETR_SESSION_DEL), &del, &reply,
                      UINT64_MAX))
        {
            rpc_reply_free(&reply);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct answering_server server;
    enum protection protection = PROTECTION_NONE;

    if (crypto_start() || !size)
    {
        return 0;
    }
    protection = (enum protection)((data[0] & PROTECTION_MASK) % PROTECTION_COUNT);
    protected_session_init(&server.session, protection);
    server.operations = *server.session.memory.transport.operations;
    server.operations.send = answering_send;
    server.session.memory.transport.operations = &server.operations;
    server.input = reader_over(data + 1, size - 1);
    server.encrypts = false;
    server.is_forged = false;
    if (data[0] & OLD_DIALECT)
    {
        server.session.connection.agreed.dialect = SMB2_DIALECT_302;
    }
    use_connection(&server.session.connection, data[0] & LONG_REQUEST);
    if (protection != PROTECTION_NONE && server.is_forged && !server.session.connection.broken)
    {
        abort(); /* something was taken for the server's */
    }
    protected_session_free(&server.session);
    return 0;
}
