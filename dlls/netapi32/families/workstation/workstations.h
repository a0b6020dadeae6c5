/*
 * The functions for workstations, without Windows' types: NetWkstaGetInfo, NetWkstaSetInfo,
 * NetWkstaUserEnum, NetWkstaTransportEnum, NetWkstaTransportAdd, NetWkstaTransportDel.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow Microsoft's documentation of the functions and [MS-WKST] 3.2.4.1 to 3.2.4.6. What
 * keeps a server from being asked is told as remote_call() tells it; ERROR_NOT_SUPPORTED where it has
 * no such operation. This computer is answered for by the host, whether it has a server or not: its
 * workstation is this DLL, and what asks for it must be quick.
 */
#ifndef NETAPI32_FAMILIES_WORKSTATION_WORKSTATIONS_H
#define NETAPI32_FAMILIES_WORKSTATION_WORKSTATIONS_H

#include "families/workstation/workstation_host.h"
#include "levels/workstation_levels.h"

/* A workstation as a structure of the level, which the caller owns (platform_api_free()).
 * ERROR_INVALID_LEVEL, also where the server has no level that tells as much; errors of
 * remote_get_info(). */
uint32_t workstations_get_info(struct utf16_slice server, uint32_t level,
                               const struct workstation_host *host, void **buffer);

/* Changes the settings of a redirector: level 502, or one of them at 1010 to 1062. Those that the
 * wire has no level for are read and written back with the others. *parameter_error is 0, or says
 * which member of the structure the server refuses. ERROR_INVALID_LEVEL; ERROR_INVALID_PARAMETER where
 * the structure is missing; ERROR_NOT_SUPPORTED for this computer, which has no redirector; errors of
 * remote_call(). */
uint32_t workstations_set_info(struct utf16_slice server, uint32_t level, const void *structure,
                               uint32_t *parameter_error);

/* The user that runs this program: WKSTA_USER_INFO_0, 1 or 1101. ERROR_INVALID_LEVEL; errors of the
 * host. */
uint32_t workstations_get_user(uint32_t level, const struct workstation_host *host, void **buffer);

/* Who is logged on: WKSTA_USER_INFO_x, level 0 or 1. Rows without a name, which Samba 4.20 and later
 * may send, are left out. Results of remote_list_answer(). */
uint32_t workstations_list_users(const struct info_request *request,
                                 const struct workstation_host *host, struct info_answer *answer);
/* WKSTA_TRANSPORT_INFO_0. Results of remote_list_answer(). */
uint32_t workstations_list_transports(const struct info_request *request,
                                      const struct workstation_host *host,
                                      struct info_answer *answer);

/* Binds the redirector to a transport, WKSTA_TRANSPORT_INFO_0, and unbinds it; `force_level` is a
 * USE_*FORCE. *parameter_error is as above. ERROR_INVALID_LEVEL; ERROR_INVALID_PARAMETER where the
 * structure or the name is missing; ERROR_NOT_SUPPORTED for this computer; errors of remote_call(). */
uint32_t workstations_add_transport(struct utf16_slice server, uint32_t level,
                                    const void *structure, uint32_t *parameter_error);
uint32_t workstations_del_transport(struct utf16_slice server, struct utf16_slice name,
                                    uint32_t force_level);

#endif
