/*
 * The levels of user accounts.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_USER_LEVELS_H
#define NETAPI32_ACCOUNTS_USER_LEVELS_H

#include "levels/level.h"

/* Rows are struct user. The levels of NetUserGetInfo, of NetUserEnum, of NetUserAdd, and of
 * NetUserSetInfo. */
extern const struct info_family accounts_user_info_family;
extern const struct info_family accounts_user_enum_family;
extern const struct info_family accounts_user_add_family;
extern const struct info_family accounts_user_set_family;

#endif
