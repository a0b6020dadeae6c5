/*
 * The clock of a server, over SMB and [MS-SRVS].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/server/server_time.h"

#include "remote/call.h"
#include "rpc/srvsvc.h"

static uint32_t ask_for_time(struct server_connection *connection, void *parameters,
                             uint64_t deadline)
{
    struct utf16_name server = server_unc_name(&connection->key.name);

    return srvsvc_net_remote_tod(&connection->srvsvc, utf16_from_name(&server), parameters,
                                 deadline);
}

uint32_t server_time_of_day(const struct target *target, struct time_of_day *time)
{
    return server_call(target, ask_for_time, time, MAY_REPEAT);
}
