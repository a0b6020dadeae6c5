/*
 * Groups of this computer or of a server: what the exported functions do, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Every function asks the accounts of `server` (absent: this computer), and gives the codes of
 * account_source.h and those of target_parse(). Structures are those of levels/group_levels.h, and
 * *parameter is what parm_err is documented to say.
 */
#ifndef NETAPI32_ACCOUNTS_GROUPS_H
#define NETAPI32_ACCOUNTS_GROUPS_H

#include "families/accounts/group_kind.h"
#include "levels/group_levels.h"

/* The levels of a kind of groups that can be listed, and that a group can be asked for at. */
const struct info_family *groups_list_family(enum group_kind kind);
const struct info_family *groups_info_family(enum group_kind kind);

/* NetGroupEnum, NetLocalGroupEnum: the resume handle is an index. ERROR_MORE_DATA, NERR_BufTooSmall. */
uint32_t groups_enumerate(enum group_kind kind, const struct info_request *request,
                          struct info_answer *answer);
/* NetGroupGetInfo, NetLocalGroupGetInfo. *buffer is an API buffer. */
uint32_t groups_get_info(enum group_kind kind, struct utf16_slice server, struct utf16_slice name,
                         uint32_t level, void **buffer);
/* NetGroupAdd, NetLocalGroupAdd */
uint32_t groups_add(enum group_kind kind, struct utf16_slice server, uint32_t level,
                    const void *structure, uint32_t *parameter);
/* NetGroupSetInfo, NetLocalGroupSetInfo */
uint32_t groups_set_info(enum group_kind kind, struct utf16_slice server, struct utf16_slice name,
                         uint32_t level, const void *structure, uint32_t *parameter);
/* NetGroupDel, NetLocalGroupDel */
uint32_t groups_delete(enum group_kind kind, struct utf16_slice server, struct utf16_slice name);

#endif
