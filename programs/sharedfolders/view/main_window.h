/*
 * The main window.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_MAIN_WINDOW_H
#define SHAREDFOLDERS_MAIN_WINDOW_H

#include "view/state.h"

/* Makes the window for a state that has its servers and the node to choose; what it lives with stays as
 * long as the window does. Returns whether it is there. */
bool main_window_create(struct state *state, int show);

/* Gives a message to keys, dialogs and windows until the window is closed. Returns the exit status. */
int main_window_run(struct state *state);

#endif
