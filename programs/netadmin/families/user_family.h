/*
 * What else there is to users. The functions are for question_ask(); the name is the user's.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_USER_FAMILY_H
#define NETADMIN_USER_FAMILY_H

#include "families/query.h"

/* The kinds of accounts that can be asked for, by what a person calls them; ended by NULL. */
extern const WCHAR *const user_types[];

DWORD user_get(struct api_call *call);        /* the user of that name */
DWORD user_add(struct api_call *call);        /* info: USER_INFO_* of the level; takes no name */
DWORD user_set(struct api_call *call);        /* info: USER_INFO_* of the level */
DWORD user_set_groups(struct api_call *call); /* info: GROUP_USERS_INFO_0, as many as there are */
DWORD user_remove(struct api_call *call);

/* Changes the password of the user of the first name (NULL: whoever asks). info: the old and the new
 * password, two pointers. */
DWORD user_change_password(struct api_call *call);

#endif
