/*
 * A user of a server: what [MS-SAMR] says of it, and what the API does.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_SERVER_USER_H
#define NETAPI32_ACCOUNTS_ACCOUNT_SERVER_USER_H

#include "families/accounts/account_server.h"

/* ---- account_server_user.c ------------------------------------------------------------------- */

/* Who a name is. NERR_UserNotFound for what is something else, too. */
uint32_t account_server_find_user_rid(struct account_call *call, struct utf16_slice name,
                                      uint32_t *rid);
/* Fills in a user, whose relative identifier says who it is: with USER_ALL everything but the privilege
 * and the operator's rights, with less what SamrQueryInformationUser tells at once. */
uint32_t account_server_query_user(struct account_call *call, enum user_part part,
                                   const struct context_handle *handle, struct user *user);

/* ---- account_server_passwords.c --------------------------------------------------------------- */

/* Sets a user's password and, at once, the members that `user` says (which_fields, which may be 0),
 * encrypted with the session's key in the strongest way that the server offers. ERROR_NOT_SUPPORTED
 * where the connection is not protected. */
uint32_t account_server_set_password(struct account_call *call, const struct context_handle *handle,
                                     const struct samr_user *user, struct utf16_slice password);

/* ---- account_server_privileges.c ------------------------------------------------------------- */

/* Fills in privilege and auth_flags of users, whose sid they have: who is in which of the groups that
 * are in BUILTIN, directly or by a global group. `handle` is of the one user that there is then; absent,
 * the groups are asked for their members, once for all users. */
uint32_t account_server_find_privilege(struct account_call *call,
                                       const struct context_handle *handle, struct user *user);
uint32_t account_server_find_privileges(struct account_call *call, struct user *users,
                                        size_t count);

#endif
