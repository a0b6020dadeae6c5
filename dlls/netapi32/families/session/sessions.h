/*
 * The session functions of the API, without Windows' types: what NetSessionEnum, NetSessionGetInfo
 * and NetSessionDel do once their pointers are checked.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow Microsoft's documentation of the functions; docs/COMPATIBILITY.md has the table.
 * On any failure the outputs are zero.
 */
#ifndef NETAPI32_SESSION_SESSIONS_H
#define NETAPI32_SESSION_SESSIONS_H

#include <stdint.h>

#include "base/utf16.h"
#include "levels/level.h"

struct sessions_request
{
    struct info_request list;  /* level 0, 1, 2, 10 or 502 */
    struct utf16_slice client; /* \\client; absent or empty: all */
    struct utf16_slice user;   /* absent or empty: all */
};

/* ERROR_SUCCESS; ERROR_MORE_DATA, with what fits; or an error. The structures are SESSION_INFO_x. */
uint32_t sessions_enumerate(const struct sessions_request *request, struct info_answer *answer);
/* The first session of `client` (\\client) and `user`, as one structure of `level`. */
uint32_t sessions_get_info(struct utf16_slice server, struct utf16_slice client,
                           struct utf16_slice user, uint32_t level, void **buffer);
/* Ends the sessions of a client, of a user, or of a user on a client. */
uint32_t sessions_delete(struct utf16_slice server, struct utf16_slice client,
                         struct utf16_slice user);

#endif
