/*
 * Ending what servers have: sessions, open files, shares.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_ACTIONS_H
#define SHAREDFOLDERS_ACTIONS_H

#include "view/state.h"

/* Ends what is selected, after a question that says what is lost. */
void action_end_selected(struct state *state);

/* Ends all sessions, or open files, of the chosen servers, those included that the filter hides, after
 * such a question. */
void action_end_all(struct state *state);

#endif
