/*
 * A view as a screen.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_RENDER_H
#define NETADMIN_RENDER_H

#include "base/grid.h"
#include "watching/view.h"

/* Draws all of it in a grid of a size. `servers` are the names, one for each server of the rows; `clock` is
 * what time the screen is of. The row at the top moves so that the selected one is seen. */
void view_render(struct view *view, const WCHAR *const *servers, const WCHAR *clock,
                 struct grid *grid, size_t width, size_t height);

/* How many rows of a page a screen of that height has room for. */
size_t view_list_height(const struct view *view, size_t height);

#endif
