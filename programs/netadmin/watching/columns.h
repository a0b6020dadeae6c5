/*
 * How wide the columns of a page are on a screen.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_COLUMNS_H
#define NETADMIN_COLUMNS_H

#include "watching/view.h"

#define COLUMN_GAP 2
#define MARK_WIDTH 2 /* the mark before the first column, and a blank */

/* Sets the widths: as wide as headings and what is shown, the widest ones less where the screen is not
 * wide enough. The heading of the column that is sorted by has room for its mark. */
void columns_fit(const struct view *view, size_t screen_width, size_t widths[PAGE_COLUMNS_MAX]);

#endif
