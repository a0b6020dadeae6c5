/*
 * What the menus and keys do.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_COMMANDS_H
#define SHAREDFOLDERS_COMMANDS_H

#include "view/state.h"

/* Shows and asks for a page, or a node. */
void choose_page(struct state *state, enum page page);
void choose_node(struct state *state, const struct node *node);

/* WM_COMMAND of menus and keys. */
void command_do(struct state *state, unsigned command);

/* Greys what cannot be done, in a menu that opens. */
void menu_prepare(const struct state *state, HMENU menu);

#endif
