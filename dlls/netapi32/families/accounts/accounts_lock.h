/*
 * The accounts of this process, for one at a time.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_LOCK_H
#define NETAPI32_ACCOUNTS_LOCK_H

#include "families/accounts/accounts.h"

/* Locks the accounts and gives them; the first call makes those that are always there. NULL, and
 * nothing locked, without memory. */
struct accounts *accounts_enter(void);
void accounts_leave(void);

#endif
