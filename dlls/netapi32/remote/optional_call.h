/*
 * Operations that a server may lack: asked for once, then known.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * For operations that their caller has a way round: Samba implements a part of what Windows does, and
 * answers the rest with a fault.
 */
#ifndef NETAPI32_REMOTE_OPTIONAL_CALL_H
#define NETAPI32_REMOTE_OPTIONAL_CALL_H

#include "remote/call.h"

/* remote_call(), but a server that is known to lack the operation (remote/facts.h) is not asked
 * again. Errors: those of remote_call(). Whoever goes another way asks
 *
 *   remote->lacks_operation    the server has no such operation: the result is
 *                              RPC_S_PROCNUM_OUT_OF_RANGE, the outputs are as they were
 *
 * and not the result, which may be an operation's own. rpc_reply_free() is always allowed. */
uint32_t remote_call_if_offered(struct remote *remote, const struct rpc_interface *interface,
                                uint16_t operation, void *parameters, struct rpc_reply *reply);

#endif
