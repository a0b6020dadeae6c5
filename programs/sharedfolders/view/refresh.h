/*
 * Asking servers for what the lists show.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_REFRESH_H
#define SHAREDFOLDERS_REFRESH_H

#include "view/state.h"

/* Asks the chosen servers for the chosen page; those that are being asked already are not asked again.
 * Answers are shown as they come. */
void refresh_start(struct state *state);

/* Nobody waits any more for what is being asked. Returns whether anything was. */
bool refresh_cancel(struct state *state);

/* Shows what is known of the chosen servers and page, and the answers that came meanwhile. */
void refresh_show(struct state *state);

/* WM_TIMER. */
void refresh_timer(struct state *state, UINT_PTR timer);

/* How often, in seconds, and whether at all. */
void refresh_every(struct state *state, unsigned seconds);
void refresh_pause(struct state *state, bool is_paused);

#endif
