/*
 * Who may change a user's password: the DACL of the user, [MS-SAMR] 3.1.5.12, [MS-DTYP] 2.4.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_SERVER_DACL_H
#define NETAPI32_ACCOUNTS_ACCOUNT_SERVER_DACL_H

#include "base/wire.h"

/* Whether a security descriptor of a user, which is self-relative, lets that user change the password:
 * USER_CHANGE_PASSWORD for the user or for Everyone. True where it does not say: no DACL. */
bool user_dacl_lets_change_password(struct bytes descriptor, struct bytes sid);
/* A security descriptor that has nothing but the DACL that SAM gives to users, which lets this one
 * change the password or not. */
void user_dacl_write(struct writer *writer, struct bytes sid, bool may_change_password);

#endif
