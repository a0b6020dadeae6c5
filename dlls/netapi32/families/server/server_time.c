/*
 * The clock of a server, over SMB and [MS-SRVS].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/server/server_time.h"

#include "base/status.h"
#include "remote/call.h"
#include "rpc/srvsvc.h"

uint32_t server_time_of_day(const struct target *target, struct time_of_day *time)
{
    struct srvsvc_remote_tod parameters = { .time = NULL };
    struct rpc_reply reply;
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    remote_begin(&remote, target);
    status = remote_call(&remote, &srvsvc_interface, NETR_REMOTE_TOD, &parameters, &reply);
    if (!status && !parameters.time)
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        *time = *parameters.time;
    }
    status = remote_result(&remote, status, status);
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}
