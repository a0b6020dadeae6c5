/*
 * A user of a server: what [MS-SAMR] says of it, and what the API does.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_SERVER_USER_H
#define NETAPI32_ACCOUNTS_ACCOUNT_SERVER_USER_H

#include "families/accounts/account_server.h"
#include "families/accounts/user_flags.h"

/* Bits of the user account control, [MS-SAMR] 2.2.1.12, that this code looks at by name. */
#define USER_ACCOUNT_DISABLED     0x00000001u
#define USER_NORMAL_ACCOUNT       0x00000010u
#define USER_DONT_EXPIRE_PASSWORD 0x00000200u
#define USER_ACCOUNT_AUTO_LOCKED  0x00000400u
#define USER_PASSWORD_EXPIRED     0x00020000u
/* The types, of which an account has one. */
#define USER_ACCOUNT_TYPE_MASK 0x000001D8u

/* SID_NAME_USE of users, and of the accounts of computers and domains where a server tells these
 * apart. */
#define USE_USER     1u
#define USE_COMPUTER 9u

/* ---- account_server_values.c ----------------------------------------------------------------- */

/* What one of them is in the other's bits; what the other has none for is dropped. UF_SCRIPT is always
 * set, UF_PASSWD_CANT_CHANGE never: that is the security descriptor's. */
uint32_t user_flags_of_control(uint32_t control);
uint32_t user_control_of_flags(uint32_t flags);
/* Seconds since 1970 of 100 ns since 1601; `unknown` for what is none: 0, what is beyond both ends,
 * never. */
uint32_t user_time_of_samr(uint64_t time, uint32_t unknown);
/* The inverse; UINT32_MAX is never. */
uint64_t samr_time_of_user(uint32_t time);

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

/* ---- account_server_dacl.c ------------------------------------------------------------------- */

/* Whether a security descriptor of a user, which is self-relative, lets that user change the password:
 * USER_CHANGE_PASSWORD for the user or for Everyone. True where it does not say: no DACL. */
bool user_dacl_lets_change_password(struct bytes descriptor, struct bytes sid);
/* A security descriptor that has nothing but the DACL that SAM gives to users, which lets this one
 * change the password or not. */
void user_dacl_write(struct writer *writer, struct bytes sid, bool may_change_password);

#endif
