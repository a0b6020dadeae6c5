/*
 * Remote calls to a service of this computer, over a named pipe of the system.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SCHEDULE_LOCAL_RPC_H
#define NETAPI32_SCHEDULE_LOCAL_RPC_H

/* Without COM, which makes `interface` a keyword. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "rpc/pdu.h"

struct local_rpc
{
    HANDLE pipe;
    struct rpc_fragment_sizes sizes;
};

/* Opens \\.\pipe\NAME of the interface and binds. ERROR_FILE_NOT_FOUND when no service listens;
 * else errors of the pipe and of rpc_bind_ack_decode(). Close after success. */
DWORD local_rpc_bind(struct local_rpc *rpc, const struct rpc_interface *interface);
/* Calls an operation; the request fits one fragment, or ERROR_INVALID_PARAMETER. The stub of the
 * answer is the caller's to free (writer_free()). Errors of the pipe and of rpc_answer_add(). */
DWORD local_rpc_call(struct local_rpc *rpc, WORD operation, struct bytes stub,
                     struct writer *answer);
void local_rpc_close(struct local_rpc *rpc);

#endif
