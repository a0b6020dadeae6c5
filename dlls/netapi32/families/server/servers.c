/*
 * The functions for servers, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/server/servers.h"

#include "base/status.h"
#include "levels/server_levels.h"
#include "remote/any_level.h"
#include "remote/host_answer.h"
#include "rpc/srvsvc.h"

/* ---- NetServerGetInfo ------------------------------------------------------------------------ */

/* The latest one: the NDR engine of a server that has never heard of it refuses the question. */
#define LEVEL_OF_CAPABILITIES 103

static uint32_t get_info(struct utf16_slice server, uint32_t level, void **buffer)
{
    struct srvsvc_server_get_info parameters = { .info = NULL };
    const struct remote_get call = {
        .interface = &srvsvc_interface,
        .operation = NETR_SERVER_GET_INFO,
        .parameters = &parameters,
        .level_place = &parameters.level,
        .row_offset = offsetof(struct srvsvc_server_get_info, info),
        .family = &server_info_family,
        .level = level,
    };
    struct remote remote;
    uint32_t status = remote_begin_for(&remote, server);

    if (!status)
    {
        status = remote_get_info(&remote, &call, buffer);
        status = remote_result(&remote, status, NERR_ServerNotStarted);
    }
    if (status == RPC_X_BAD_STUB_DATA && level == LEVEL_OF_CAPABILITIES)
    {
        status = ERROR_INVALID_LEVEL;
    }
    remote_end(&remote);
    return status;
}

uint32_t servers_get_info(struct utf16_slice server, uint32_t level, const struct server_host *host,
                          void **buffer)
{
    uint32_t status = ERROR_INVALID_LEVEL;

    *buffer = NULL;
    if (info_find_level(&server_info_family, level))
    {
        status = get_info(server, level, buffer);
    }
    if (status && host_stands_in(server))
    {
        status = host_get_info(&server_local_family, level, host->describe, buffer);
    }
    return status;
}
