/*
 * What an action does while the window goes on.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_BUSY_H
#define SHAREDFOLDERS_BUSY_H

#include "view/state.h"

/* Runs the job of an action, of which there is one at a time; the status bar says what it does. The job's
 * done() begins with busy_end(). */
void busy_start(struct state *state, struct job *job, const WCHAR *doing);

/* Returns whether the action is still wanted; what was cancelled only frees itself. */
bool busy_end(struct state *state, const struct job *job);

/* Nobody waits any more. Returns whether there was an action. */
bool busy_cancel(struct state *state);

#endif
