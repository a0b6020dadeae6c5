/*
 * Remote calls over a named pipe.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/client.h"

#include <string.h>

#include "base/status.h"
#include "platform/log.h"

#define FIRST_CALL_ID 1

/* What comes out of the pipe, on its way to becoming PDUs. */
struct pipe_stream
{
    struct writer data; /* not taken yet */
    bool more;          /* the message goes on */
    size_t messages;    /* that were received */
};

/* Reads on until the first PDU is whole. */
static uint32_t read_pdu(struct rpc_client *client, struct pipe_stream *stream, size_t *length,
                         uint64_t deadline)
{
    for (;;)
    {
        struct writer *data = &stream->data;
        uint32_t status = rpc_pdu_length((struct bytes){ data->data, data->size }, length);

        if (status || *length)
        {
            return status;
        }
        if (!stream->more && data->size)
        {
            TRACE("a message that ends within a PDU; its rest is awaited in the next\n");
        }
        status = client->pipe->kind->read(client->pipe, data, &stream->more, deadline);
        if (status)
        {
            return status;
        }
        stream->messages++;
    }
}

uint32_t rpc_client_bind(struct rpc_client *client, struct rpc_pipe *pipe,
                         const struct rpc_interface *interface, uint64_t deadline)
{
    struct writer bind = { 0 };
    struct pipe_stream stream = { .messages = 1 };
    size_t length = 0;
    uint32_t status = ERROR_SUCCESS;

    *client = (struct rpc_client){ .pipe = pipe, .last_call_id = FIRST_CALL_ID };
    rpc_bind_encode(interface, client->last_call_id, &bind);
    if (bind.failed)
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        status =
            pipe->kind->open(pipe, interface->pipe_name, (struct bytes){ bind.data, bind.size },
                             &stream.data, &stream.more, deadline);
    }
    if (!status)
    {
        status = read_pdu(client, &stream, &length, deadline);
    }
    if (!status)
    {
        status = rpc_bind_ack_decode((struct bytes){ stream.data.data, length },
                                     client->last_call_id, &client->sizes);
    }
    client->bound = !status;
    if (status == ERROR_BAD_NET_RESP || status == RPC_S_PROTOCOL_ERROR)
    {
        pipe->kind->set_broken(pipe);
    }
    if (status && pipe->kind->close)
    {
        pipe->kind->close(pipe, deadline);
    }
    writer_free(&bind);
    writer_free(&stream.data);
    return status;
}

/* Sends the request in fragments; the last one brings back the beginning of the answer. */
static uint32_t send_request(struct rpc_client *client, uint16_t operation, struct bytes stub,
                             struct pipe_stream *stream, uint64_t deadline)
{
    const size_t part_max = client->sizes.transmit_max - RPC_REQUEST_HEADER_SIZE;
    struct rpc_request_fragment fragment = {
        .call_id = client->last_call_id,
        .operation = operation,
        .first = true,
    };
    uint32_t status = ERROR_SUCCESS;

    while (!fragment.last && !status)
    {
        struct writer pdu = { 0 };
        struct bytes message = { 0 };

        fragment.stub.data = stub.data;
        fragment.stub.size = stub.size < part_max ? stub.size : part_max;
        fragment.last = fragment.stub.size == stub.size;
        fragment.stub_size = (uint32_t)stub.size;
        rpc_request_encode(&fragment, &pdu);
        message = (struct bytes){ pdu.data, pdu.size };
        if (pdu.failed)
        {
            status = ERROR_NOT_ENOUGH_MEMORY;
        }
        else if (fragment.last)
        {
            status = client->pipe->kind->transceive(client->pipe, message, &stream->data,
                                                    &stream->more, deadline);
            stream->messages++;
        }
        else
        {
            status = client->pipe->kind->write(client->pipe, message, deadline);
        }
        writer_free(&pdu);
        stub.data += fragment.stub.size;
        stub.size -= fragment.stub.size;
        fragment.first = false;
    }
    return status;
}

/* What a server says when the pipe has ended since the call before: its service was started anew. */
static bool says_pipe_is_gone(uint32_t status)
{
    return status == ERROR_BROKEN_PIPE || status == ERROR_PIPE_NOT_CONNECTED ||
           status == ERROR_NO_DATA || status == ERROR_INVALID_HANDLE ||
           status == ERROR_NETNAME_DELETED;
}

/* Takes the first `size` bytes off. */
static void drop_front(struct writer *data, size_t size)
{
    memmove(data->data, data->data + size, data->size - size);
    data->size -= size;
}

/* Takes the next PDU, reading what is missing of it. */
static uint32_t take_pdu(struct rpc_client *client, struct pipe_stream *stream,
                         struct rpc_answer *answer, uint64_t deadline)
{
    size_t length = 0;
    uint32_t status = read_pdu(client, stream, &length, deadline);

    if (status)
    {
        return status;
    }
    if (length > client->sizes.receive_max)
    {
        client->sizes.receive_max = RPC_FRAGMENT_SIZE_MAX;
    }
    status = rpc_answer_add(answer, (struct bytes){ stream->data.data, length });
    drop_front(&stream->data, length);
    return status;
}

/* ---- Reading ahead --------------------------------------------------------------------------- */

/* How many reads may be on their way together. A read too many would wait for a message that never
 * comes. So there are no more than fragments are left at least, and only where each fragment so far
 * was a message of its own and foretold what was left. */
static size_t reads_ahead(const struct rpc_client *client, const struct pipe_stream *stream,
                          const struct rpc_answer *answer)
{
    const size_t part_max = client->sizes.receive_max - RPC_RESPONSE_HEADER_SIZE;
    const size_t left = answer->left / part_max + (answer->left % part_max ? 1 : 0);
    size_t most = 0;

    if (!client->pipe->kind->reads_at_once || !answer->counts_down ||
        stream->messages != answer->fragments || stream->data.size || stream->more)
    {
        return 0;
    }
    most = client->pipe->kind->reads_at_once(client->pipe);
    return left < most ? left : most;
}

/* Adds that message which is the next fragment, and releases it. */
static uint32_t add_next(struct rpc_answer *answer, struct writer *messages, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        const struct bytes pdu = { messages[i].data, messages[i].size };

        if (rpc_answer_is_next(answer, pdu))
        {
            uint32_t status = rpc_answer_add(answer, pdu);

            writer_free(&messages[i]);
            return status;
        }
    }
    return RPC_S_PROTOCOL_ERROR;
}

static uint32_t take_pdus(struct rpc_client *client, size_t count, struct pipe_stream *stream,
                          struct rpc_answer *answer, uint64_t deadline)
{
    struct writer messages[RPC_READS_MAX] = { { 0 } };
    uint32_t status = client->pipe->kind->read_ahead(client->pipe, count, messages, deadline);

    stream->messages += count;
    for (size_t taken = 0; taken < count && !status; taken++)
    {
        status = add_next(answer, messages, count);
    }
    for (size_t i = 0; i < count; i++)
    {
        writer_free(&messages[i]);
    }
    return status;
}

/* ---- The call -------------------------------------------------------------------------------- */

static uint32_t next_call_id(struct rpc_client *client)
{
    client->last_call_id += client->pipe->kind->answers_have_first_call_id ? 0 : 1;
    return client->last_call_id;
}

uint32_t rpc_client_call(struct rpc_client *client, uint16_t operation, struct bytes stub,
                         struct writer *answer, uint64_t deadline)
{
    struct rpc_answer assembled = { .call_id = next_call_id(client) };
    struct pipe_stream stream = { .messages = 0 };
    uint32_t status = send_request(client, operation, stub, &stream, deadline);

    if (says_pipe_is_gone(status) && !client->pipe->kind->is_broken(client->pipe))
    {
        client->pipe_lost = true;
        status = ERROR_NETNAME_DELETED;
    }
    while (!status && !assembled.complete)
    {
        const size_t ahead = reads_ahead(client, &stream, &assembled);

        status = ahead > 1 ? take_pdus(client, ahead, &stream, &assembled, deadline)
                           : take_pdu(client, &stream, &assembled, deadline);
    }
    writer_free(&stream.data);
    if (status)
    {
        writer_free(&assembled.stub);
        /* An answer that was not followed to its end leaves the pipe in a state nobody knows. */
        if (!assembled.is_fault)
        {
            client->pipe->kind->set_broken(client->pipe);
        }
        return status;
    }
    *answer = assembled.stub;
    return ERROR_SUCCESS;
}

/* ---- Described operations -------------------------------------------------------------------- */

const struct ndr_operation *rpc_operation(const struct rpc_interface *interface, uint16_t number)
{
    for (size_t i = 0; i < interface->count; i++)
    {
        if (interface->operations[i].number == number)
        {
            return &interface->operations[i];
        }
    }
    return NULL;
}

bool rpc_names_server(const struct rpc_interface *interface, const struct ndr_operation *operation)
{
    return interface->names_server && operation->parameters[0].type == &ndr_unique_string;
}

uint32_t rpc_call(struct rpc_client *client, const struct ndr_operation *operation,
                  void *parameters, struct rpc_reply *reply, uint64_t deadline)
{
    struct writer request = { 0 };
    uint32_t status = ndr_encode(operation, NDR_IN, parameters, &request);

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    if (!status)
    {
        status =
            rpc_client_call(client, operation->number, (struct bytes){ request.data, request.size },
                            &reply->stub, deadline);
    }
    writer_free(&request);
    if (!status)
    {
        status =
            ndr_decode(operation, NDR_OUT, (struct bytes){ reply->stub.data, reply->stub.size },
                       parameters, &reply->arena);
        if (status == RPC_X_BAD_STUB_DATA)
        {
            client->pipe->kind->set_broken(client->pipe);
        }
        TRACE("%s: error %u, result %#x\n", operation->name, status,
              status ? 0 : ndr_result(operation, parameters));
    }
    if (status)
    {
        rpc_reply_free(reply);
    }
    return status;
}

void rpc_reply_free(struct rpc_reply *reply)
{
    arena_free(&reply->arena);
    writer_free(&reply->stub);
}
