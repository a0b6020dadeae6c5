/*
 * A pipe of a service of this computer, as the system has it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/schedule/local_pipe.h"

#include <stdio.h>

/* How long a service with all its pipes in use is waited for. */
#define BUSY_MILLISECONDS 5000

static struct local_pipe *local_of(struct rpc_pipe *pipe)
{
    return (struct local_pipe *)(void *)pipe;
}

static uint32_t open_handle(struct local_pipe *local, const char *name)
{
    char path[64];

    snprintf(path, sizeof(path), "\\\\.\\pipe\\%s", name);
    for (;;)
    {
        local->handle = CreateFileA(path, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING,
                                    SECURITY_SQOS_PRESENT | SECURITY_IMPERSONATION, NULL);
        if (local->handle != INVALID_HANDLE_VALUE)
        {
            return ERROR_SUCCESS;
        }
        if (GetLastError() != ERROR_PIPE_BUSY || !WaitNamedPipeA(path, BUSY_MILLISECONDS))
        {
            return GetLastError();
        }
    }
}

static uint32_t write_pipe(struct rpc_pipe *pipe, struct bytes message, uint64_t deadline)
{
    DWORD written = 0;

    (void)deadline;
    return WriteFile(local_of(pipe)->handle, message.data, (DWORD)message.size, &written, NULL)
               ? ERROR_SUCCESS
               : GetLastError();
}

static uint32_t read_pipe(struct rpc_pipe *pipe, struct bytes *answer, bool *more,
                          uint64_t deadline)
{
    struct local_pipe *local = local_of(pipe);
    DWORD size = 0;

    (void)deadline;
    *more = !ReadFile(local->handle, local->received, sizeof(local->received), &size, NULL);
    if (*more && GetLastError() != ERROR_MORE_DATA)
    {
        return GetLastError();
    }
    *answer = (struct bytes){ local->received, size };
    return size ? ERROR_SUCCESS : ERROR_BROKEN_PIPE;
}

static uint32_t transceive(struct rpc_pipe *pipe, struct bytes message, struct bytes *answer,
                           bool *more, uint64_t deadline)
{
    uint32_t status = write_pipe(pipe, message, deadline);

    return status ? status : read_pipe(pipe, answer, more, deadline);
}

static uint32_t open_pipe(struct rpc_pipe *pipe, const char *name, struct bytes message,
                          struct bytes *answer, bool *more, uint64_t deadline)
{
    uint32_t status = open_handle(local_of(pipe), name);

    return status ? status : transceive(pipe, message, answer, more, deadline);
}

static void set_broken(struct rpc_pipe *pipe)
{
    local_of(pipe)->broken = true;
}

static bool is_broken(const struct rpc_pipe *pipe)
{
    return ((const struct local_pipe *)(const void *)pipe)->broken;
}

void local_pipe_init(struct local_pipe *pipe)
{
    static const struct rpc_pipe_kind kind = {
        .open = open_pipe,
        .transceive = transceive,
        .write = write_pipe,
        .read = read_pipe,
        .set_broken = set_broken,
        .is_broken = is_broken,
        .answers_have_first_call_id = true,
    };

    *pipe = (struct local_pipe){ .pipe = { &kind }, .handle = INVALID_HANDLE_VALUE };
}

void local_pipe_close(struct local_pipe *pipe)
{
    if (pipe->handle != INVALID_HANDLE_VALUE)
    {
        CloseHandle(pipe->handle);
    }
    pipe->handle = INVALID_HANDLE_VALUE;
}
