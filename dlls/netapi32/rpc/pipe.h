/*
 * A pipe that carries remote calls, whatever it is made of.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_PIPE_H
#define NETAPI32_RPC_PIPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/wire.h"

struct rpc_pipe;

/* Takes a message, which is there until this returns. */
typedef void rpc_pipe_take(void *context, struct bytes message);

/* What a kind of pipe can do. Results are Win32 codes; what is received lies in memory of the pipe's,
 * until what carries it is used again. */
struct rpc_pipe_kind
{
    /* Opens the pipe of this name, sends the first message and receives the answer. *more: the
     * message that was received goes on, and read() gets what follows. */
    uint32_t (*open)(struct rpc_pipe *pipe, const char *name, struct bytes message,
                     struct bytes *answer, bool *more, uint64_t deadline);
    /* Sends a message and receives the answer. */
    uint32_t (*transceive)(struct rpc_pipe *pipe, struct bytes message, struct bytes *answer,
                           bool *more, uint64_t deadline);
    uint32_t (*write)(struct rpc_pipe *pipe, struct bytes message, uint64_t deadline);
    /* Receives what comes next, waiting for it. */
    uint32_t (*read)(struct rpc_pipe *pipe, struct bytes *answer, bool *more, uint64_t deadline);
    /* How many read() may be on their way together: at most RPC_READS_MAX. NULL, like read_ahead():
     * one. */
    size_t (*reads_at_once)(const struct rpc_pipe *pipe);
    /* Receives `count` messages and gives each to `take` as it comes, in whatever order. */
    uint32_t (*read_ahead)(struct rpc_pipe *pipe, size_t count, rpc_pipe_take *take, void *context,
                           uint64_t deadline);
    /* Closes the pipe, which could not be bound. NULL: who made it does that. */
    void (*close)(struct rpc_pipe *pipe, uint64_t deadline);
    /* Nobody can say any more what the pipe will do: what carries it must be closed. */
    void (*set_broken)(struct rpc_pipe *pipe);
    bool (*is_broken)(const struct rpc_pipe *pipe);
    /* The servers behind such pipes (Wine's own) give the number of the bind to every answer. */
    bool answers_have_first_call_id;
};

/* The first member of the structure of a kind. */
struct rpc_pipe
{
    const struct rpc_pipe_kind *kind;
};

#define RPC_READS_MAX 32

#endif
