/*
 * Taking rows out of the window: the clipboard, files, a row by itself.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_SAVE_H
#define SHAREDFOLDERS_SAVE_H

#include "view/state.h"

/* The selected rows, as the list shows them, to the clipboard. */
void save_copy(struct state *state);

/* What the list shows, without what is gone or old, to a file that is asked for: CSV or JSON, in
 * UTF-8. */
void save_as(struct state *state);

/* All that is known of the row with the focus. */
void save_show_details(struct state *state);

#endif
