/*
 * The status bar, and the notes above it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_STATUS_H
#define SHAREDFOLDERS_STATUS_H

#include "view/state.h"

/* Says anew what goes on, what is listed and when it is refreshed. */
void status_update(struct state *state);

/* What part 0 says from now on while nothing is going on; NULL: "Ready". */
void status_say(struct state *state, const char16_t *message);

/* Divides the bar, which has the window's width. */
void status_layout(const struct state *state);

/* Writes the notes anew: what failed, and why something is not told, of the chosen servers and page.
 * Returns whether they have changed. */
bool notes_update(struct state *state);

/* How many lines of them are to be seen, in the width that they have: 0 without any. */
int notes_height(const struct state *state);

#endif
