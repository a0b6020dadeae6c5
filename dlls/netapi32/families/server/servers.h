/*
 * The functions for servers, without Windows' types: NetServerGetInfo, NetServerSetInfo,
 * NetServerEnum, NetRemoteComputerSupports.
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

/* Changes what a server is, at a level of [MS-SRVS] 3.1.4.18; *parameter_error is 0, or says which
 * member of the structure the server refuses. Samba succeeds, and changes nothing.
 * ERROR_INVALID_LEVEL; ERROR_INVALID_PARAMETER where the structure is missing; NERR_ServerNotStarted
 * where this computer has no server; errors of remote_call(). */
uint32_t servers_set_info(struct utf16_slice server, uint32_t level, const void *structure,
                          uint32_t *parameter_error);

struct servers_request
{
    struct info_request list;  /* level 100 or 101 */
    uint32_t types;            /* SV_TYPE_*: those that have one of them */
    struct utf16_slice domain; /* those that belong to it; absent or empty: all */
};

/* The servers that a server knows of. There are no browsers any more, from which it could know: the
 * list is the server itself, or empty where it is of none of the types. ERROR_NO_BROWSER_SERVERS_FOUND
 * for this computer, and for a domain that the server does not belong to; ERROR_INVALID_LEVEL; errors
 * of remote_call(). */
uint32_t servers_enumerate(const struct servers_request *request, struct info_answer *answer);

/* What a computer can do, SUPPORTS_* of lmremutl.h. There is no operation that tells; what every
 * server of Windows NT has is said of each that answers, and SUPPORTS_LOCAL of this computer. Errors of
 * remote_call(), with which *options is 0. */
uint32_t servers_supported_options(struct utf16_slice server, uint32_t *options);

#endif
