/*
 * New shares, and the properties of those that there are.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_SHARES_H
#define SHAREDFOLDERS_SHARES_H

#include "view/state.h"

/* Asks for what a share is to be, and adds it. */
void shares_add(struct state *state);

/* Asks the server for the selected share, shows it, and changes what was changed. */
void shares_properties(struct state *state);

#endif
