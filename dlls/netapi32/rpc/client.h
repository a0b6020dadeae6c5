/*
 * Remote calls over a named pipe.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_CLIENT_H
#define NETAPI32_RPC_CLIENT_H

#include "rpc/pdu.h"
#include "smb/pipe.h"

/* A pipe that is bound to an interface. */
struct rpc_client
{
    struct smb2_pipe pipe;
    struct rpc_fragment_sizes sizes;
    uint32_t last_call_id;
    bool bound;
    bool pipe_lost; /* the server said so before any of the answer came */
};

/* Opens the interface's pipe and binds. Errors of smb2_pipe_open() and rpc_bind_ack_decode(). */
uint32_t rpc_client_bind(struct rpc_client *client, struct smb2_ipc_tree *tree,
                         const struct rpc_interface *interface, uint64_t deadline);
/* Calls an operation. The stub of the answer is the caller's to free (writer_free()). Errors of
 * the pipe and of rpc_answer_add(). After any error but a fault the connection is broken. */
uint32_t rpc_client_call(struct rpc_client *client, uint16_t operation, struct bytes stub,
                         struct writer *answer, uint64_t deadline);

#endif
