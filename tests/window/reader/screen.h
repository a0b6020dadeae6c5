/*
 * Windows of other programs: which there are, where they stand, what they say. Each function writes
 * one JSON value.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef TESTS_WINDOW_READER_SCREEN_H
#define TESTS_WINDOW_READER_SCREEN_H

#include <windows.h>

/* The windows on the desktop that can be seen: as write_children(), from the top to the bottom. */
void write_windows(void);

/*
 * All below a window, those first that the Tab key reaches first: [{ "window", "parent", "id", "class",
 * "text", "visible", "enabled", "style", "rect", "client" (both on the screen), "process", "owner" }]
 */
void write_children(HWND parent);

/* { "foreground", "active", "focus", "menu" (a menu is open) } */
void write_focus(void);

/* { "text" } of the clipboard, empty where there is none. */
void write_clipboard(void);

/* The clipboard has this text from now on. */
void set_clipboard(const WCHAR *text);

/* { "dpi", "needed": { "width", "height" } of a control's text in the font of messages, in lines no
 * longer than the control is wide } */
void write_needed_size(HWND control);

#endif
