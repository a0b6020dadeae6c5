/*
 * Questions to a computer about its domain.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/netlogon_call.h"

#include "base/status.h"

static uint32_t ask(struct netlogon_call *call, const struct rpc_interface *interface,
                    uint16_t operation, void *parameters)
{
    uint32_t status = remote_call(&call->remote, interface, operation, parameters, &call->reply);

    status = remote_result(&call->remote, status, ERROR_BAD_NETPATH);
    return status == ERROR_FILE_NOT_FOUND || status == RPC_S_UNKNOWN_IF ? RPC_S_SERVER_UNAVAILABLE
                                                                        : status;
}

uint32_t netlogon_call(struct netlogon_call *call, const struct target *target,
                       const struct rpc_interface *interface, uint16_t operation, void *parameters)
{
    remote_begin(&call->remote, target);
    return ask(call, interface, operation, parameters);
}

uint32_t netlogon_call_again(struct netlogon_call *call, const struct rpc_interface *interface,
                             uint16_t operation, void *parameters)
{
    rpc_reply_free(&call->reply);
    return ask(call, interface, operation, parameters);
}

void netlogon_call_end(struct netlogon_call *call)
{
    rpc_reply_free(&call->reply);
    remote_end(&call->remote);
}
