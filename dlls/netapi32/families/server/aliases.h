/*
 * Further names of a server: NetServerAlias*, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow [MS-SRVS] 3.1.4.44 to 3.1.4.46. What keeps a server from being asked is told as
 * remote_call() tells it; ERROR_NOT_SUPPORTED where it has no such operation, as Samba;
 * NERR_ServerNotStarted where this computer has no server.
 */
#ifndef NETAPI32_FAMILIES_SERVER_ALIASES_H
#define NETAPI32_FAMILIES_SERVER_ALIASES_H

#include <stdbool.h>

#include "levels/alias_levels.h"

/* SERVER_ALIAS_INFO_0. Results of remote_list_answer(). */
uint32_t aliases_enumerate(const struct info_request *request, struct info_answer *answer);

/* Gives a server an alias, or takes it away: SERVER_ALIAS_INFO_0. ERROR_INVALID_LEVEL;
 * ERROR_INVALID_PARAMETER where the structure or its name is missing; errors of remote_call(). */
uint32_t aliases_change(struct utf16_slice server, bool is_new, uint32_t level,
                        const void *structure);

#endif
