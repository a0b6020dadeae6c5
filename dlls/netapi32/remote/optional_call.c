/*
 * Operations that a server may lack: asked for once, then known.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/optional_call.h"

#include "base/status.h"
#include "platform/log.h"
#include "platform/platform.h"
#include "remote/facts.h"

uint32_t remote_call_if_offered(struct remote *remote, const struct rpc_interface *interface,
                                uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    const struct facts_subject subject = remote_subject(remote, interface, operation);
    uint32_t status = remote_prepare(remote);

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    remote->lacks_operation = !status && facts_lacks_operation(&subject, platform_now());
    if (status || remote->lacks_operation)
    {
        return status ? status : RPC_S_PROCNUM_OUT_OF_RANGE;
    }
    status = remote_call(remote, interface, operation, parameters, reply);
    if (remote->lacks_operation)
    {
        TRACE("the server has no operation %u\n", operation);
        facts_learn_lacks_operation(&subject, platform_now());
    }
    return status;
}
