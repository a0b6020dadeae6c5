/*
 * What else there is to groups, global and local. The functions are for question_ask(); the first name
 * is the group's.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_GROUP_FAMILY_H
#define NETADMIN_GROUP_FAMILY_H

#include "families/query.h"

DWORD group_add(struct api_call *call);         /* info: GROUP_INFO_1; takes no name */
DWORD group_set_comment(struct api_call *call); /* info: GROUP_INFO_1002 */
DWORD group_remove(struct api_call *call);
DWORD group_add_member(struct api_call *call);    /* the second name */
DWORD group_remove_member(struct api_call *call); /* the second name */
DWORD group_set_members(struct api_call *call); /* info: GROUP_USERS_INFO_0, as many as there are */

DWORD localgroup_add(struct api_call *call);         /* info: LOCALGROUP_INFO_1; takes no name */
DWORD localgroup_set_comment(struct api_call *call); /* info: LOCALGROUP_INFO_1002 */
DWORD localgroup_remove(struct api_call *call);
/* info: LOCALGROUP_MEMBERS_INFO_* of the level (0: SIDs, 3: names), as many as there are */
DWORD localgroup_add_members(struct api_call *call);
DWORD localgroup_remove_members(struct api_call *call);
DWORD localgroup_set_members(struct api_call *call);

#endif
