/*
 * The disks of a server: NetServerDiskEnum, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_FAMILIES_SERVER_DISKS_H
#define NETAPI32_FAMILIES_SERVER_DISKS_H

#include "families/server/server_host.h"
#include "levels/disk_levels.h"

/* The letters, as [MS-SRVS] 3.1.4.19 lists them; this computer's are the host's. Windows are made
 * here, and the resume handle is an index. Results of info_answer_from(); ERROR_INVALID_LEVEL;
 * RPC_X_BAD_STUB_DATA where a server's name is no letter with a colon; ERROR_NOT_SUPPORTED where a
 * server has no such operation; errors of remote_call(). */
uint32_t disks_enumerate(const struct info_request *request, const struct server_host *host,
                         struct info_answer *answer);

#endif
