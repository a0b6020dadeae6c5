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
    struct bytes message; /* what is not taken yet of the latest message, in the pipe's memory */
    struct writer cut;    /* the beginning of a PDU that goes on in the next message */
    bool more;            /* the message goes on */
    size_t messages;      /* that were received */
};

/* Keeps what a further read would overwrite. */
static uint32_t keep_cut(struct pipe_stream *stream)
{
    if (stream->message.size)
    {
        writer_bytes(&stream->cut, stream->message.data, stream->message.size);
        stream->message = (struct bytes){ 0 };
    }
    return stream->cut.failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
}

static struct bytes untaken(const struct pipe_stream *stream)
{
    return stream->cut.size ? (struct bytes){ stream->cut.data, stream->cut.size }
                            : stream->message;
}

/* Reads on until the first PDU is whole. It is there until take_off(). */
static uint32_t read_pdu(struct rpc_client *client, struct pipe_stream *stream, struct bytes *pdu,
                         uint64_t deadline)
{
    for (;;)
    {
        const struct bytes there = untaken(stream);
        size_t length = 0;
        uint32_t status = rpc_pdu_length(there, &length);

        *pdu = (struct bytes){ there.data, length };
        if (status || length)
        {
            return status;
        }
        if (!stream->more && there.size)
        {
            TRACE("a message that ends within a PDU; its rest is awaited in the next\n");
        }
        status = keep_cut(stream);
        if (!status)
        {
            status =
                client->pipe->kind->read(client->pipe, &stream->message, &stream->more, deadline);
        }
        if (!status && stream->cut.size)
        {
            status = keep_cut(stream);
        }
        if (status)
        {
            return status;
        }
        stream->messages++;
    }
}

/* Takes the first `size` bytes off. */
static void take_off(struct pipe_stream *stream, size_t size)
{
    struct writer *cut = &stream->cut;

    if (cut->size)
    {
        memmove(cut->data, cut->data + size, cut->size - size);
        cut->size -= size;
    }
    else
    {
        stream->message.data += size;
        stream->message.size -= size;
    }
}

uint32_t rpc_client_bind(struct rpc_client *client, struct rpc_pipe *pipe,
                         const struct rpc_interface *interface, uint64_t deadline)
{
    struct writer bind = { 0 };
    struct pipe_stream stream = { .messages = 1 };
    struct bytes pdu = { 0 };
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
                             &stream.message, &stream.more, deadline);
    }
    if (!status)
    {
        status = read_pdu(client, &stream, &pdu, deadline);
    }
    if (!status)
    {
        status = rpc_bind_ack_decode(pdu, client->last_call_id, &client->sizes);
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
    writer_free(&stream.cut);
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
            status = client->pipe->kind->transceive(client->pipe, message, &stream->message,
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

/* Takes the next PDU, reading what is missing of it. */
static uint32_t take_pdu(struct rpc_client *client, struct pipe_stream *stream,
                         struct rpc_answer *answer, uint64_t deadline)
{
    struct bytes pdu = { 0 };
    uint32_t status = read_pdu(client, stream, &pdu, deadline);

    if (status)
    {
        return status;
    }
    if (pdu.size > client->sizes.receive_max)
    {
        client->sizes.receive_max = RPC_FRAGMENT_SIZE_MAX;
    }
    status = rpc_answer_add(answer, pdu);
    take_off(stream, pdu.size);
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
        stream->messages != answer->fragments || untaken(stream).size || stream->more)
    {
        return 0;
    }
    most = client->pipe->kind->reads_at_once(client->pipe);
    return left < most ? left : most;
}

/* The fragments that came before their turn. */
struct ahead
{
    struct rpc_answer *answer;
    struct writer early[RPC_READS_MAX];
    size_t early_count;
    uint32_t status; /* of what was added */
};

/* Adds those whose turn has come. */
static void add_early(struct ahead *ahead)
{
    for (size_t i = 0; i < ahead->early_count && !ahead->status;)
    {
        struct writer *early = &ahead->early[i];
        const struct bytes pdu = { early->data, early->size };

        if (!early->size || !rpc_answer_is_next(ahead->answer, pdu))
        {
            i++;
            continue;
        }
        ahead->status = rpc_answer_add(ahead->answer, pdu);
        writer_free(early);
        i = 0;
    }
}

static void take_ahead(void *context, struct bytes message)
{
    struct ahead *ahead = context;

    if (ahead->status)
    {
        return;
    }
    if (rpc_answer_is_next(ahead->answer, message))
    {
        ahead->status = rpc_answer_add(ahead->answer, message);
        add_early(ahead);
        return;
    }
    writer_bytes(&ahead->early[ahead->early_count], message.data, message.size);
    if (ahead->early[ahead->early_count++].failed)
    {
        ahead->status = ERROR_NOT_ENOUGH_MEMORY;
    }
}

static uint32_t take_pdus(struct rpc_client *client, size_t count, struct pipe_stream *stream,
                          struct rpc_answer *answer, uint64_t deadline)
{
    struct ahead ahead = { .answer = answer };
    const size_t fragments = answer->fragments;
    uint32_t status =
        client->pipe->kind->read_ahead(client->pipe, count, take_ahead, &ahead, deadline);

    if (!status)
    {
        status = ahead.status;
    }
    if (!status && answer->fragments != fragments + count)
    {
        status = RPC_S_PROTOCOL_ERROR; /* some never had their turn */
    }
    stream->messages += count;
    for (size_t i = 0; i < ahead.early_count; i++)
    {
        writer_free(&ahead.early[i]);
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
    writer_free(&stream.cut);
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
    const struct ndr_type *first = operation->parameters[0].type;

    return interface->names_server && (first == &ndr_unique_string || first == &ndr_string);
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
