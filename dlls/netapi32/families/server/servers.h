/*
 * The functions for servers, without Windows' types: NetServerGetInfo.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow Microsoft's documentation of the functions and [MS-SRVS] 3.1.4.17 to 3.1.4.21. What
 * keeps a server from being asked is told as remote_call() tells it.
 */
#ifndef NETAPI32_FAMILIES_SERVER_SERVERS_H
#define NETAPI32_FAMILIES_SERVER_SERVERS_H

#include "families/server/server_host.h"

/* A server as a structure of the level, which the caller owns (platform_api_free()). This computer is
 * described by its own server; by the host, where that does not answer and LocalSource leaves it to
 * the host. ERROR_INVALID_LEVEL, also where the server has no level that tells as much; errors of
 * remote_get_info(). */
uint32_t servers_get_info(struct utf16_slice server, uint32_t level, const struct server_host *host,
                          void **buffer);

#endif
