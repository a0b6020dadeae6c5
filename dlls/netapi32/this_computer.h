/*
 * What the functions that only know this computer have in common.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_THIS_COMPUTER_H
#define NETAPI32_THIS_COMPUTER_H

#include <windows.h>

#include "base/utf16.h"

/* NERR_Success if `server` is this computer; ERROR_INVALID_NAME for what can be no name;
 * ERROR_BAD_NETPATH for a name with blanks; `other_computer` for another computer. */
DWORD this_computer_check(const WCHAR *server, DWORD other_computer);

/* The name of the user that runs this program. */
void this_computer_user(struct utf16_name *name);

/* What this computer belongs to. */
struct membership
{
    struct utf16_name name; /* of the domain or workgroup */
    BOOL is_domain;
};

void this_computer_membership(struct membership *membership);

/* Windows' own version, whatever the program's manifest says. */
void this_computer_version(uint32_t *major, uint32_t *minor);

#endif
