/*
 * Who may do what: the list in a security descriptor.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_PERMISSIONS_H
#define SHAREDFOLDERS_PERMISSIONS_H

#include <stdbool.h>
#include <windows.h>

#include "base/text.h"

/* [MS-DTYP] 2.4.3, as share permissions have them. */
#define SHARE_FULL_CONTROL 0x001f01ff
#define SHARE_CHANGE       0x001301bf
#define SHARE_READ         0x001200a9

struct permission
{
    SID *sid;
    WCHAR *account; /* its name, or the SID in letters */
    bool is_denied;
    BYTE flags; /* of the entry */
    DWORD access;
};

/* Starts as { 0 }, ends with permissions_free(). */
struct permissions
{
    bool are_told;
    bool have_list;   /* without a list everybody may do everything */
    bool are_strange; /* there are entries of other kinds: they are not to be changed here */
    struct permission *entries;
    size_t count;
};

/* Reads the list of a valid descriptor, NULL: none was told. Accounts have no names so far. */
void permissions_read(struct permissions *permissions, SECURITY_DESCRIPTOR *descriptor);

/* A descriptor with the list, to be freed with free(); entries that deny come first. NULL where there is
 * none to be made. */
SECURITY_DESCRIPTOR *permissions_write(const struct permissions *permissions);

/* Takes over the SID. */
void permissions_add(struct permissions *permissions, SID *sid, const WCHAR *account,
                     bool is_denied, DWORD access);
void permissions_remove(struct permissions *permissions, size_t index);

/* "Full Control", "Change", "Read" or, for others, "Special (0x...)". */
void access_append(struct text *text, DWORD access);

bool permissions_are_same(const struct permissions *a, const struct permissions *b);
void permissions_copy(struct permissions *permissions, const struct permissions *from);
void permissions_free(struct permissions *permissions);

#endif
