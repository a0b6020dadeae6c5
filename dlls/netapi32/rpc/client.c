/*
 * Remote calls over a named pipe.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/client.h"

#include <string.h>

#include "base/log.h"
#include "base/status.h"

/* Reads on until the first PDU in `data` is whole. */
static uint32_t read_pdu(struct rpc_client *client, struct writer *data, bool more, size_t *length,
                         uint64_t deadline)
{
    for (;;)
    {
        uint32_t status = rpc_pdu_length((struct bytes){ data->data, data->size }, length);

        if (status || *length)
        {
            return status;
        }
        if (!more && data->size)
        {
            TRACE("a message that ends within a PDU; its rest is awaited in the next\n");
        }
        status = smb2_pipe_read(&client->pipe, data, &more, deadline);
        if (status)
        {
            return status;
        }
    }
}

uint32_t rpc_client_bind(struct rpc_client *client, struct smb2_ipc_tree *tree,
                         const struct rpc_interface *interface, uint64_t deadline)
{
    struct writer bind = { 0 };
    struct writer answer = { 0 };
    size_t length = 0;
    bool more = false;
    uint32_t status = ERROR_SUCCESS;

    *client = (struct rpc_client){ .last_call_id = 1 };
    rpc_bind_encode(interface, client->last_call_id, &bind);
    if (bind.failed)
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!status)
    {
        status = smb2_pipe_open(tree, interface->pipe_name, (struct bytes){ bind.data, bind.size },
                                &client->pipe, &answer, &more, deadline);
    }
    if (!status)
    {
        status = read_pdu(client, &answer, more, &length, deadline);
    }
    if (!status)
    {
        status = rpc_bind_ack_decode((struct bytes){ answer.data, length }, client->last_call_id,
                                     &client->transmit_size_max);
    }
    client->bound = !status;
    if (status == ERROR_BAD_NET_RESP || status == RPC_S_PROTOCOL_ERROR)
    {
        tree->connection->broken = true;
    }
    writer_free(&bind);
    writer_free(&answer);
    return status;
}

/* Sends the request in fragments; the last one brings back the beginning of the answer. */
static uint32_t send_request(struct rpc_client *client, uint16_t operation, struct bytes stub,
                             struct writer *answer, bool *more, uint64_t deadline)
{
    const size_t part_max = client->transmit_size_max - RPC_REQUEST_HEADER_SIZE;
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
            status = smb2_pipe_transceive(&client->pipe, message, answer, more, deadline);
        }
        else
        {
            status = smb2_pipe_write(&client->pipe, message, deadline);
        }
        writer_free(&pdu);
        stub.data += fragment.stub.size;
        stub.size -= fragment.stub.size;
        fragment.first = false;
    }
    return status;
}

/* Takes the first `size` bytes off. */
static void drop_front(struct writer *data, size_t size)
{
    memmove(data->data, data->data + size, data->size - size);
    data->size -= size;
}

uint32_t rpc_client_call(struct rpc_client *client, uint16_t operation, struct bytes stub,
                         struct writer *answer, uint64_t deadline)
{
    struct rpc_answer assembled = { .call_id = ++client->last_call_id };
    struct writer received = { 0 };
    bool more = false;
    uint32_t status = send_request(client, operation, stub, &received, &more, deadline);

    while (!status && !assembled.complete)
    {
        size_t length = 0;

        status = read_pdu(client, &received, more, &length, deadline);
        if (!status)
        {
            status = rpc_answer_add(&assembled, (struct bytes){ received.data, length });
            drop_front(&received, length);
        }
    }
    writer_free(&received);
    if (status)
    {
        writer_free(&assembled.stub);
        /* An answer that was not followed to its end leaves the pipe in a state nobody knows. */
        client->pipe.tree->connection->broken |= !assembled.is_fault;
        return status;
    }
    *answer = assembled.stub;
    return ERROR_SUCCESS;
}
