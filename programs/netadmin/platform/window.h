/*
 * The window of a console, which is drawn in place.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_WINDOW_H
#define NETADMIN_WINDOW_H

#include <stddef.h>
#include <windows.h>

struct window
{
    size_t width; /* in characters */
    size_t height;
    COORD corner; /* where it begins, for whoever draws there */
};

/* Of standard output, which is a console. Returns a Win32 error. */
DWORD window_open(struct window *window);

/* Writes a row in one go, so that nothing flickers: as many units as the window is wide. */
void window_draw(const struct window *window, size_t row, const WCHAR *units);

/* Puts the cursor at the beginning of a row. */
void window_go(const struct window *window, size_t row);

#endif
