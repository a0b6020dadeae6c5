/*
 * What a program knows of the accounts that are always there, for as long as it runs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_STORE_BUILT_IN_H
#define NETAPI32_ACCOUNTS_ACCOUNT_STORE_BUILT_IN_H

/* Forgets it, before the library is unloaded. */
void account_store_forget_built_in(void);

#endif
