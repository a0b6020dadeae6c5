/*
 * Connections to shares, without Windows' types: NetConnectionEnum.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_CONNECTION_CONNECTIONS_H
#define NETAPI32_CONNECTION_CONNECTIONS_H

#include "levels/level.h"

struct connections_request
{
    struct info_request list;     /* level 0 or 1 */
    struct utf16_slice qualifier; /* a share; or \\client */
};

/* Results of remote_list_answer(), and ERROR_INVALID_PARAMETER for a qualifier that is absent or
 * empty; what a server says of one that it does not know: NERR_NetNameNotFound for a share,
 * NERR_ClientNameNotFound for a client. This computer: neither is there unless a server answers for
 * it. The structures are CONNECTION_INFO_x. [MS-SRVS] 3.1.4.1. */
uint32_t connections_enumerate(const struct connections_request *request,
                               struct info_answer *answer);

#endif
