/*
 * A pipe of a service of this computer, as the system has it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/schedule/local_pipe.h"

#include <stdio.h>

#include "platform/platform.h"

/* How long a service with all its pipes in use is waited for, at a time. */
#define BUSY_MILLISECONDS 5000

static struct local_pipe *local_of(struct rpc_pipe *pipe)
{
    return (struct local_pipe *)(void *)pipe;
}

/* How long from now to the deadline, for the system. */
static DWORD patience(uint64_t deadline)
{
    const uint64_t now = platform_now();
    const uint64_t left = deadline > now ? deadline - now : 0;

    return left < INFINITE ? (DWORD)left : INFINITE - 1;
}

static uint32_t open_handle(struct local_pipe *local, const char *name, uint64_t deadline)
{
    char path[64];

    snprintf(path, sizeof(path), "\\\\.\\pipe\\%s", name);
    local->done = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (!local->done)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (;;)
    {
        const DWORD left = patience(deadline);

        local->handle = CreateFileA(
            path, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING,
            FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IMPERSONATION, NULL);
        if (local->handle != INVALID_HANDLE_VALUE)
        {
            return ERROR_SUCCESS;
        }
        if (GetLastError() != ERROR_PIPE_BUSY)
        {
            return GetLastError();
        }
        if (!left)
        {
            return ERROR_SEM_TIMEOUT;
        }
        if (!WaitNamedPipeA(path, left < BUSY_MILLISECONDS ? left : BUSY_MILLISECONDS))
        {
            return GetLastError();
        }
    }
}

/* Waits until a transfer that was begun is done; where it is too late, ends it. `result` is what beginning
 * it returned. ERROR_MORE_DATA: a part of a message. */
static uint32_t finish(struct local_pipe *local, BOOL result, OVERLAPPED *transfer, DWORD *size,
                       uint64_t deadline)
{
    const DWORD error = result ? ERROR_SUCCESS : GetLastError();
    bool is_late = false;

    if (error && error != ERROR_IO_PENDING && error != ERROR_MORE_DATA)
    {
        return error;
    }
    is_late = error == ERROR_IO_PENDING &&
              WaitForSingleObject(local->done, patience(deadline)) != WAIT_OBJECT_0;
    if (is_late)
    {
        CancelIoEx(local->handle, transfer);
    }
    if (GetOverlappedResult(local->handle, transfer, size, TRUE))
    {
        return ERROR_SUCCESS;
    }
    return is_late ? ERROR_SEM_TIMEOUT : GetLastError();
}

static uint32_t write_pipe(struct rpc_pipe *pipe, struct bytes message, uint64_t deadline)
{
    struct local_pipe *local = local_of(pipe);
    OVERLAPPED transfer = { .hEvent = local->done };
    DWORD written = 0;
    const BOOL result =
        WriteFile(local->handle, message.data, (DWORD)message.size, NULL, &transfer);

    return finish(local, result, &transfer, &written, deadline);
}

/* Who sends one message after the other is given up in time, too. */
static uint32_t read_pipe(struct rpc_pipe *pipe, struct bytes *answer, bool *more,
                          uint64_t deadline)
{
    struct local_pipe *local = local_of(pipe);
    OVERLAPPED transfer = { .hEvent = local->done };
    DWORD size = 0;
    uint32_t status = ERROR_SEM_TIMEOUT;

    if (patience(deadline))
    {
        const BOOL result =
            ReadFile(local->handle, local->received, sizeof(local->received), NULL, &transfer);

        status = finish(local, result, &transfer, &size, deadline);
    }
    *more = status == ERROR_MORE_DATA;
    *answer = (struct bytes){ local->received, size };
    if (status && !*more)
    {
        return status;
    }
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
    uint32_t status = open_handle(local_of(pipe), name, deadline);

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
    if (pipe->done)
    {
        CloseHandle(pipe->done);
    }
    pipe->handle = INVALID_HANDLE_VALUE;
    pipe->done = NULL;
}
