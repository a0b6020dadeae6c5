/*
 * Fonts, and where the controls are.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_LAYOUT_H
#define SHAREDFOLDERS_LAYOUT_H

#include "view/state.h"

/* The font for the screen's resolution, in all controls. */
void layout_set_dpi(struct state *state, int dpi);

/* The resolution of the screen that the window is on. */
int layout_dpi(HWND window);

/* Places the controls in the window. */
void layout_place(struct state *state);

/* Where the line between tree and lists can be taken; in the window's coordinates. */
bool layout_is_divider(const struct state *state, POINT point);
void layout_move_divider(struct state *state, int x);

#endif
