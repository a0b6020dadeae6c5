/*
 * What servers and workstations count.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/server/statistics.h"

#include <string.h>

#include "base/status.h"
#include "platform/platform.h"
#include "remote/call.h"
#include "remote/host_answer.h"
#include "rpc/srvsvc.h"
#include "rpc/wkssvc.h"

/* NULL stands for what a server did not send. */
static uint32_t copy_out(const void *statistics, size_t size, void **buffer)
{
    *buffer = statistics ? platform_api_allocate(size) : NULL;
    if (*buffer)
    {
        memcpy(*buffer, statistics, size);
        return ERROR_SUCCESS;
    }
    return statistics ? ERROR_NOT_ENOUGH_MEMORY : RPC_X_BAD_STUB_DATA;
}

uint32_t statistics_of_server(struct utf16_slice server, const struct server_host *host,
                              void **buffer)
{
    struct srvsvc_server_statistics_get parameters = { .level = 0 };
    struct server_statistics own = { .start = 0 };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (host_is_meant(server))
    {
        own.start = (uint32_t)((host->start_time() - FILETIME_OF_UNIX_EPOCH) / FILETIME_SECOND);
        return copy_out(&own, sizeof(own), buffer);
    }
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status = remote_call(&remote, &srvsvc_interface, NETR_SERVER_STATISTICS_GET, &parameters,
                             &reply);
        status = remote_result(&remote, status, status);
    }
    if (!status)
    {
        status = copy_out(parameters.statistics, sizeof(*parameters.statistics), buffer);
    }
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}

uint32_t statistics_of_workstation(struct utf16_slice server, const struct server_host *host,
                                   void **buffer)
{
    struct wkssvc_statistics_get parameters = { .level = 0 };
    struct workstation_statistics own = { .start_time = 0 };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (host_is_meant(server))
    {
        own.start_time = host->start_time();
        return copy_out(&own, sizeof(own), buffer);
    }
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status = remote_call(&remote, &wkssvc_interface, NETR_WORKSTATION_STATISTICS_GET,
                             &parameters, &reply);
        status = remote_result(&remote, status, status);
    }
    if (!status)
    {
        status = copy_out(parameters.statistics, sizeof(*parameters.statistics), buffer);
    }
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}
