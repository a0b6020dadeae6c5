/*
 * What the Help menu says.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_HELP_H
#define SHAREDFOLDERS_HELP_H

#include "view/state.h"

void help_keys(const struct state *state);
void help_about(const struct state *state);

#endif
