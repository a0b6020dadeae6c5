/*
 * What servers and workstations count: NetStatisticsGet, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow Microsoft's documentation of the function, [MS-SRVS] 3.1.4.20 and [MS-WKST]
 * 3.2.4.11. What keeps a server from being asked is told as remote_call() tells it;
 * ERROR_NOT_SUPPORTED where it does not count, as Samba. This computer is answered for by the host.
 */
#ifndef NETAPI32_FAMILIES_SERVER_STATISTICS_H
#define NETAPI32_FAMILIES_SERVER_STATISTICS_H

#include "families/server/server_host.h"

/* STAT_SERVER_0 or STAT_WORKSTATION_0, which the caller owns (platform_api_free()); NULL after an
 * error. */
uint32_t statistics_of_server(struct utf16_slice server, const struct server_host *host,
                              void **buffer);
uint32_t statistics_of_workstation(struct utf16_slice server, const struct server_host *host,
                                   void **buffer);

#endif
