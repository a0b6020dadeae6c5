/*
 * What a user account is before anybody says anything else.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_USER_DEFAULTS_H
#define NETAPI32_ACCOUNTS_USER_DEFAULTS_H

#include "families/accounts/accounts.h"

/* A normal account of the group of all users, which may log on at any hour and never expires. Its
 * logon hours are static. */
struct user user_defaults(void);

#endif
