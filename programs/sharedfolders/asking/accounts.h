/*
 * Names of accounts and their SIDs, as servers tell them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_ACCOUNTS_H
#define SHAREDFOLDERS_ACCOUNTS_H

#include "asking/permissions.h"

/* Names the accounts: those that every system knows, and those that the server tells. In any thread. */
void permissions_name(struct permissions *permissions, const WCHAR *server);

/* The SID of an account of a server, or of one that every system knows, or in letters ("S-1-..."), to be
 * freed with free(). Returns a Win32 or NERR code. In any thread. */
DWORD account_find(const WCHAR *server, const WCHAR *account, SID **sid);

#endif
