/*
 * Servers and groups: which there are, and the dialogs that change that.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_SERVERS_H
#define SHAREDFOLDERS_SERVERS_H

#include "view/state.h"

/* Adds those that the settings have. */
void servers_load(struct state *state);

/* Ask for what it takes, do it, and show the tree anew. */
void servers_add(struct state *state);
void servers_new_group(struct state *state);
void servers_edit_group(struct state *state);
/* The chosen node, after a question. */
void servers_remove(struct state *state);
/* Says who this program is to the chosen server. Returns whether it is to be asked again. */
bool servers_login(struct state *state);

#endif
