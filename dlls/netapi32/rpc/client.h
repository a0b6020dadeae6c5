/*
 * Remote calls over a pipe.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_CLIENT_H
#define NETAPI32_RPC_CLIENT_H

#include "rpc/ndr.h"
#include "rpc/pdu.h"
#include "rpc/pipe.h"

/* A pipe that is bound to an interface. */
struct rpc_client
{
    struct rpc_pipe *pipe; /* the caller's */
    struct rpc_fragment_sizes sizes;
    uint32_t last_call_id;
    bool bound;
    bool pipe_lost; /* the server said so before any of the answer came */
};

/* Opens the interface's pipe and binds. Errors of the pipe and of rpc_bind_ack_decode(). */
uint32_t rpc_client_bind(struct rpc_client *client, struct rpc_pipe *pipe,
                         const struct rpc_interface *interface, uint64_t deadline);
/* Calls an operation by its number. The stub of the answer is the caller's to free (writer_free()).
 * Errors of the pipe and of rpc_answer_add(). After any error but a fault the pipe is broken. */
uint32_t rpc_client_call(struct rpc_client *client, uint16_t operation, struct bytes stub,
                         struct writer *answer, uint64_t deadline);

/* What the parameters that came back lie in. */
struct rpc_reply
{
    struct writer stub;
    struct arena arena;
};

/* Calls a described operation: `parameters` is the structure of its description, in and out. What it
 * returned is in there; the result of this function is whether there is an answer at all: errors of
 * ndr_encode(), rpc_client_call() and ndr_decode(). An answer that breaks the rules breaks the pipe.
 * Release *reply with rpc_reply_free(); after an error there is nothing in it. */
uint32_t rpc_call(struct rpc_client *client, const struct ndr_operation *operation,
                  void *parameters, struct rpc_reply *reply, uint64_t deadline);
void rpc_reply_free(struct rpc_reply *reply);
/* The description of an operation; NULL where there is none. */
const struct ndr_operation *rpc_operation(const struct rpc_interface *interface, uint16_t number);
/* Whether the parameters of an operation begin with the name of the server. */
bool rpc_names_server(const struct rpc_interface *interface, const struct ndr_operation *operation);

#endif
