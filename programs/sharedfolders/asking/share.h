/*
 * A share: what a server tells of it, and what it is to be.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_SHARE_H
#define SHAREDFOLDERS_SHARE_H

#include <stdbool.h>
#include <windows.h>

#include "asking/permissions.h"

/* Starts as { 0 } with server and name, ends with share_free(). */
struct share
{
    WCHAR *server; /* as functions want it */
    WCHAR *name;
    WCHAR *path; /* NULL: not told, as the numbers behind it and the permissions */
    WCHAR *comment;
    DWORD type;
    DWORD maximum; /* of users at a time; SHI_USES_UNLIMITED */
    DWORD uses;
    DWORD reason; /* why it is told that there is no more; 0: everything is told */
    struct permissions permissions;
};

/* Asks the server. Returns a Win32 or NERR code. */
DWORD share_ask(struct share *share);

/* Adds a share of a folder, with the permissions that the server gives it. */
DWORD share_add(const struct share *share);

/* What became of a change: codes, 0 for what was set and for what did not differ. */
struct share_change
{
    DWORD comment;
    DWORD maximum;
    DWORD permissions;
};

/* Sets what differs; one thing that fails keeps no other from being set. */
struct share_change share_change(const struct share *before, const struct share *after);

void share_copy(struct share *share, const struct share *from);
void share_free(struct share *share);

#endif
