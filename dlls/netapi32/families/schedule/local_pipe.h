/*
 * A pipe of a service of this computer, as the system has it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SCHEDULE_LOCAL_PIPE_H
#define NETAPI32_SCHEDULE_LOCAL_PIPE_H

/* Without COM, which makes `interface` a keyword. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rpc/pipe.h"

#define LOCAL_PIPE_READ_SIZE 4096

struct local_pipe
{
    struct rpc_pipe pipe;
    HANDLE handle;
    HANDLE done; /* an event: what was begun on the handle is done */
    bool broken;
    uint8_t received[LOCAL_PIPE_READ_SIZE];
};

/* A pipe to be opened as \\.\pipe\NAME: ERROR_FILE_NOT_FOUND then says that no service listens.
 * ERROR_SEM_TIMEOUT where one takes too long; what else goes wrong has the system's code. */
void local_pipe_init(struct local_pipe *pipe);
void local_pipe_close(struct local_pipe *pipe);

#endif
