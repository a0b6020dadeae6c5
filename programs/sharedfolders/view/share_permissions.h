/*
 * The permissions in the dialog of a share.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_SHARE_PERMISSIONS_H
#define SHAREDFOLDERS_SHARE_PERMISSIONS_H

#include "asking/share.h"
#include "view/state.h"

/* Shows the permissions of a share that the dialog may change, in WM_INITDIALOG. */
void share_permissions_show(HWND dialog, const struct share *share);

/* A message to the dialog. Returns whether it was for the permissions. */
bool share_permissions_message(HWND dialog, struct state *state, struct share *share, UINT message,
                               WPARAM wparam, LPARAM lparam);

/* "alice: allow Read" */
void permission_append(struct text *text, const struct permission *permission);

#endif
