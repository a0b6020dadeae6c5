/*
 * Remote calls to a service of this computer, over a named pipe of the system.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/schedule/local_rpc.h"

#include <stdio.h>
#include <string.h>

#include "api/debug.h"

/* How long a service with all its pipes in use is waited for. */
#define BUSY_MILLISECONDS 5000
#define READ_SIZE         4096
/* Wine's servers give this number to every answer, whatever the request's was. */
#define CALL_ID 1

static DWORD open_pipe(const char *name, HANDLE *pipe)
{
    char path[64];

    snprintf(path, sizeof(path), "\\\\.\\pipe\\%s", name);
    for (;;)
    {
        *pipe = CreateFileA(path, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING,
                            SECURITY_SQOS_PRESENT | SECURITY_IMPERSONATION, NULL);
        if (*pipe != INVALID_HANDLE_VALUE)
        {
            return ERROR_SUCCESS;
        }
        if (GetLastError() != ERROR_PIPE_BUSY || !WaitNamedPipeA(path, BUSY_MILLISECONDS))
        {
            return GetLastError();
        }
    }
}

static DWORD write_all(HANDLE pipe, const struct writer *pdu)
{
    DWORD written = 0;

    if (pdu->failed)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    return WriteFile(pipe, pdu->data, (DWORD)pdu->size, &written, NULL) ? ERROR_SUCCESS
                                                                        : GetLastError();
}

/* Reads on until the first PDU in `data` is whole. */
static DWORD read_pdu(HANDLE pipe, struct writer *data, size_t *length)
{
    for (;;)
    {
        BYTE part[READ_SIZE];
        DWORD size = 0;
        DWORD status = rpc_pdu_length((struct bytes){ data->data, data->size }, length);

        if (status || *length)
        {
            return status;
        }
        if (!ReadFile(pipe, part, sizeof(part), &size, NULL) && GetLastError() != ERROR_MORE_DATA)
        {
            return GetLastError();
        }
        writer_bytes(data, part, size);
        if (data->failed || !size)
        {
            return data->failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_BROKEN_PIPE;
        }
    }
}

DWORD local_rpc_bind(struct local_rpc *rpc, const struct rpc_interface *interface)
{
    struct writer bind = { 0 };
    struct writer answer = { 0 };
    size_t length = 0;
    DWORD status = ERROR_SUCCESS;

    *rpc = (struct local_rpc){ 0 };
    status = open_pipe(interface->pipe_name, &rpc->pipe);
    if (status)
    {
        return status;
    }
    rpc_bind_encode(interface, CALL_ID, &bind);
    status = write_all(rpc->pipe, &bind);
    if (!status)
    {
        status = read_pdu(rpc->pipe, &answer, &length);
    }
    if (!status)
    {
        status = rpc_bind_ack_decode((struct bytes){ answer.data, length }, CALL_ID, &rpc->sizes);
    }
    if (status)
    {
        local_rpc_close(rpc);
    }
    writer_free(&bind);
    writer_free(&answer);
    return status;
}

static DWORD send_request(struct local_rpc *rpc, WORD operation, struct bytes stub)
{
    const struct rpc_request_fragment request = {
        .call_id = CALL_ID,
        .operation = operation,
        .first = true,
        .last = true,
        .stub_size = (DWORD)stub.size,
        .stub = stub,
    };
    struct writer pdu = { 0 };
    DWORD status = ERROR_INVALID_PARAMETER;

    if (stub.size <= (size_t)rpc->sizes.transmit_max - RPC_REQUEST_HEADER_SIZE)
    {
        rpc_request_encode(&request, &pdu);
        status = write_all(rpc->pipe, &pdu);
        writer_free(&pdu);
    }
    return status;
}

DWORD local_rpc_call(struct local_rpc *rpc, WORD operation, struct bytes stub,
                     struct writer *answer)
{
    struct rpc_answer assembled = { .call_id = CALL_ID };
    struct writer received = { 0 };
    DWORD status = send_request(rpc, operation, stub);

    while (!status && !assembled.complete)
    {
        size_t length = 0;

        status = read_pdu(rpc->pipe, &received, &length);
        if (!status)
        {
            status = rpc_answer_add(&assembled, (struct bytes){ received.data, length });
            memmove(received.data, received.data + length, received.size - length);
            received.size -= length;
        }
    }
    writer_free(&received);
    if (status)
    {
        writer_free(&assembled.stub);
        return status;
    }
    *answer = assembled.stub;
    return ERROR_SUCCESS;
}

void local_rpc_close(struct local_rpc *rpc)
{
    CloseHandle(rpc->pipe);
    rpc->pipe = INVALID_HANDLE_VALUE;
}
