/*
 * Where the window stood when it was closed last, in the registry.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_WINDOW_PLACE_H
#define SHAREDFOLDERS_WINDOW_PLACE_H

#include <stdbool.h>
#include <windows.h>

/* Puts a window that is not shown yet where it stood. False, and nothing is done, where nothing is kept, or
 * what cannot be, or a place that no monitor shows (any longer). *maximized says how it stood, and is false
 * then. */
bool window_place_restore(HWND window, bool *maximized);

/* Keeps where the window stands; what it has on the whole monitor, or as an icon, is no place of its own. */
void window_place_keep(HWND window);

#endif
