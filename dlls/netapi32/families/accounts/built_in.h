/*
 * The accounts that are always there: the program's user, Administrator, Guest, and the groups
 * that every Windows has.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_BUILT_IN_H
#define NETAPI32_ACCOUNTS_BUILT_IN_H

#include "families/accounts/accounts.h"

/* Adds them to accounts that have none. ERROR_NOT_ENOUGH_MEMORY, or what LSA says. */
DWORD accounts_add_built_in(struct accounts *accounts);

#endif
