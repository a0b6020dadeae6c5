/*
 * Users of this computer or of a server: what the exported functions do, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every function asks the accounts of `server` (absent: this computer), and gives the codes of
 * account_source.h and those of target_parse(). Structures are those of levels/user_levels.h.
 */
#ifndef NETAPI32_ACCOUNTS_USERS_H
#define NETAPI32_ACCOUNTS_USERS_H

#include "levels/user_levels.h"

/* NetUserEnum: users whose type `filter` (FILTER_; 0: all) names, by relative identifier. The resume
 * handle is the relative identifier of the last user that was given: the next page begins behind it,
 * whatever was added and removed meanwhile. ERROR_MORE_DATA, NERR_BufTooSmall. */
uint32_t users_enumerate(const struct info_request *request, uint32_t filter,
                         struct info_answer *answer);
/* NetUserGetInfo. *buffer is an API buffer. */
uint32_t users_get_info(struct utf16_slice server, struct utf16_slice name, uint32_t level,
                        void **buffer);
/* NetUserAdd, NetUserSetInfo. *parameter becomes what parm_err is documented to say: 0, the number of
 * the parameter that is to blame for ERROR_INVALID_PARAMETER, or PARM_ERROR_UNKNOWN. */
uint32_t users_add(struct utf16_slice server, uint32_t level, const void *structure,
                   uint32_t *parameter);
uint32_t users_set_info(struct utf16_slice server, struct utf16_slice name, uint32_t level,
                        const void *structure, uint32_t *parameter);
/* NetUserDel, NetUserChangePassword */
uint32_t users_delete(struct utf16_slice server, struct utf16_slice name);
uint32_t users_change_password(struct utf16_slice server, struct utf16_slice name,
                               struct utf16_slice old_password, struct utf16_slice new_password);

#endif
