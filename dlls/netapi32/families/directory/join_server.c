/*
 * What a server is joined to.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/join_server.h"

#include "base/status.h"
#include "remote/call.h"
#include "rpc/wkssvc.h"

uint32_t join_of_server(const struct target *target, struct utf16_name *name,
                        enum join_status *joined)
{
    struct wkssvc_get_join_information call = { .status = JOIN_UNKNOWN };
    struct rpc_reply reply;
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *name = utf16_name_from_ascii("");
    *joined = JOIN_UNKNOWN;
    remote_begin(&remote, target);
    status = remote_call(&remote, &wkssvc_interface, NETR_GET_JOIN_INFORMATION, &call, &reply);
    status = remote_result(&remote, status, ERROR_BAD_NETPATH);
    if (!status && (call.status > JOIN_DOMAIN || !utf16_name_set(name, call.name)))
    {
        status = RPC_X_BAD_STUB_DATA;
    }
    if (!status)
    {
        *joined = (enum join_status)call.status;
    }
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}
