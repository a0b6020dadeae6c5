/*
 * What the functions for users and groups have in common.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_CALL_H
#define NETAPI32_ACCOUNTS_ACCOUNT_CALL_H

#include <windows.h>

#include "families/accounts/accounts_lock.h"

/* Checks the server's name, for only this computer's accounts are known here, and takes the lock;
 * on success the caller ends with accounts_leave(). NERR_InvalidComputer for another computer,
 * errors of this_computer_check(), ERROR_NOT_ENOUGH_MEMORY. */
DWORD accounts_call_begin(const WCHAR *server, struct accounts **accounts);

/* Whether a new user or group may have this name: not empty, not longer than `length_max`, no
 * character that Windows reserves, not only blanks and full stops. */
BOOL account_name_is_valid(struct utf16_slice name, size_t length_max);

/* NERR_UserExists, NERR_GroupExists or ERROR_ALIAS_EXISTS when there is an account of that name. */
DWORD account_name_check_free(const struct accounts *accounts, struct utf16_slice name);

/* For the parm_err parameter, which may be NULL. */
void set_parameter_error(DWORD *parm_err, DWORD value);

#endif
