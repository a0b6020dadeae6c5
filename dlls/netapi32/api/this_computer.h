/*
 * What the functions that only know this computer have in common.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_API_THIS_COMPUTER_H
#define NETAPI32_API_THIS_COMPUTER_H

#include <windows.h>

#include "base/utf16.h"
#include "membership/membership.h"
#include "remote/target.h"

/* target_parse(), but ERROR_BAD_NETPATH for a name with blanks, as Windows' other functions have it.
 */
DWORD target_from_name(const WCHAR *server, struct target *target);

/* Errors of target_from_name(): for functions whose portable part finds the target by itself. */
DWORD server_name_check(const WCHAR *server);

/* Errors of target_from_name(), and `other_computer` unless the target is this computer. */
DWORD this_computer_check(const WCHAR *server, DWORD other_computer);

/* membership_read(), with what this system knows beyond the host's files: the domain of its LSA, and
 * the name of the workgroup, which is never empty. */
DWORD this_computer_membership(struct membership *membership);

#endif
