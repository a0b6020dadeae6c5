/*
 * A console window that is drawn over and over in place.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SCREEN_H
#define NETADMIN_SCREEN_H

#include <windows.h>

#include "base/text.h"

/* Shows the lines of the text in the console window, from its first row on, and nothing else. Lines
 * that are too long are cut; in place of lines that do not fit, the last row says how many there
 * are. The cursor stays behind the last line. Returns a Win32 error. */
DWORD screen_draw(const struct text *text);

#endif
