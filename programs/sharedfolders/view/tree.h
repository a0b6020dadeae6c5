/*
 * The tree of servers and groups.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_TREE_H
#define SHAREDFOLDERS_TREE_H

#include "view/state.h"

void tree_create(struct state *state);

/* Makes the items anew from servers and groups, and chooses the node that is like this one, or this
 * computer. */
void tree_fill(struct state *state, const struct node *chosen);

/* The node that the tree has selected. */
const struct node *tree_selected(const struct state *state);

/* What a node is called. */
const WCHAR *node_name(const struct node *node);

#endif
