/*
 * The functions for open files, without Windows' types: NetFileEnum, NetFileGetInfo, NetFileClose.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow Microsoft's documentation of the functions and [MS-SRVS] 3.1.4.2 to 3.1.4.4. What
 * keeps a server from being asked is told as remote_call() tells it. This computer has no open files
 * unless a server answers for it.
 */
#ifndef NETAPI32_FILE_FILES_H
#define NETAPI32_FILE_FILES_H

#include "levels/level.h"

struct files_request
{
    struct info_request list;     /* level 2 or 3 */
    struct utf16_slice base_path; /* the files whose paths begin with it; absent or empty: all */
    /* Those of a user; or, as \\name, of a connection, where the server knows what that means; absent
     * or empty: all */
    struct utf16_slice user;
};

/* Results of remote_list_answer(). The structures are FILE_INFO_x. */
uint32_t files_enumerate(const struct files_request *request, struct info_answer *answer);
/* The open file of an id, as a structure of the level, which the caller owns (platform_api_free()).
 * ERROR_INVALID_LEVEL; X errors of remote_get_info(). */
uint32_t files_get_info(struct utf16_slice server, uint32_t id, uint32_t level, void **buffer);
/* Takes a file from who has it open. X ERROR_ACCESS_DENIED; errors of
 * remote_call(). */
uint32_t files_close(struct utf16_slice server, uint32_t id);

#endif
