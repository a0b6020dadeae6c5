/*
 * The fields of a share that two dialogs have.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_SHARE_FIELDS_H
#define SHAREDFOLDERS_SHARE_FIELDS_H

#include <stdbool.h>
#include <windows.h>

#include "asking/share.h"

/* The limit of users: unlimited, or a number. */
void share_fields_show_limit(HWND dialog, DWORD maximum);
/* False, after a message, where the number is none. */
bool share_fields_read_limit(HWND dialog, DWORD *maximum);
/* What goes with the choice of a limit: WM_COMMAND of the two buttons. */
void share_fields_limit_chosen(HWND dialog);

#endif
