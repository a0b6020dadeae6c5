/*
 * The functions for shares, without Windows' types: NetShareEnum, NetShareEnumSticky,
 * NetShareGetInfo and NetShareCheck.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow Microsoft's documentation of the functions and [MS-SRVS] 3.1.4.8 to 3.1.4.10 and
 * 3.1.4.16. What keeps a server from being asked is told as remote_call() tells it. This computer
 * shares nothing unless a server answers for it.
 *
 * A security descriptor of a server is given out if it is one (base/security_descriptor.h); else the
 * function fails as a whole, with RPC_X_BAD_STUB_DATA. A server that knows no names of servers for
 * shares has them all under "*", as SHARE_INFO_503 is documented.
 */
#ifndef NETAPI32_SHARE_SHARES_H
#define NETAPI32_SHARE_SHARES_H

#include "levels/level.h"

/* The levels are those of share_list_family, the structures SHARE_INFO_x. Results of
 * remote_list_answer(), RPC_X_BAD_STUB_DATA; this computer without a server: an empty list. */
uint32_t shares_enumerate(const struct info_request *request, struct info_answer *answer);
/* The same for the shares that outlast the end of the server. ERROR_NOT_SUPPORTED where a server does
 * not tell them apart. */
uint32_t shares_enumerate_sticky(const struct info_request *request, struct info_answer *answer);

/* A share, as a structure of a level of share_info_family, which the caller owns
 * (platform_api_free()). ERROR_INVALID_PARAMETER without a name; ERROR_INVALID_LEVEL;
 * NERR_NetNameNotFound; errors of remote_get_info(). */
uint32_t shares_get_info(struct utf16_slice server, struct utf16_slice name, uint32_t level,
                         void **buffer);

/* As what a device of the server (C:, a folder, a printer's port) is shared: *type is an STYPE_*
 * value, which never has STYPE_SPECIAL, and 0 after an error. ERROR_INVALID_PARAMETER without a
 * device; NERR_DeviceNotShared; errors of remote_call() and, where the server has no such operation,
 * of listing its shares at level 2. */
uint32_t shares_check(struct utf16_slice server, struct utf16_slice device, uint32_t *type);

#endif
