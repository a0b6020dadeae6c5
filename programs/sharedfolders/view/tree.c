/*
 * The tree of servers and groups.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/tree.h"

#include <stdlib.h>

#include "base/memory.h"
#include "resource.h"

void tree_create(struct state *state)
{
    state->tree =
        CreateWindowExW(WS_EX_CLIENTEDGE, WC_TREEVIEWW, L"Servers",
                        WS_CHILD | WS_VISIBLE | WS_TABSTOP | TVS_HASLINES | TVS_LINESATROOT |
                            TVS_HASBUTTONS | TVS_SHOWSELALWAYS,
                        0, 0, 0, 0, state->window, (HMENU)IDC_TREE, state->instance, NULL);
}

const WCHAR *node_name(const struct node *node)
{
    switch (node->kind)
    {
    case NODE_SERVER: return node->server->shown;
    case NODE_GROUP: return node->group->name;
    default: return L"All servers";
    }
}

/* ---- Items ----------------------------------------------------------------------------------- */

static HTREEITEM add_item(struct state *state, HTREEITEM parent, const struct node *node)
{
    struct node *kept = memory_resize(NULL, 1, sizeof(*kept));
    TVINSERTSTRUCTW insert = {
        .hParent = parent,
        .hInsertAfter = TVI_LAST,
        .item = { .mask = TVIF_TEXT | TVIF_PARAM, .lParam = (LPARAM)kept },
    };

    *kept = *node;
    insert.item.pszText = (WCHAR *)(ULONG_PTR)node_name(node); /* is only read */
    state->nodes = memory_resize(state->nodes, state->node_count + 1, sizeof(*state->nodes));
    state->nodes[state->node_count++] = kept;
    return (HTREEITEM)SendMessageW(state->tree, TVM_INSERTITEMW, 0, (LPARAM)&insert);
}

static bool nodes_are_alike(const struct node *a, const struct node *b)
{
    return a->kind == b->kind && a->server == b->server && a->group == b->group;
}

/* Adds an item, and notes it where it is the wanted one. */
static HTREEITEM add(struct state *state, HTREEITEM parent, const struct node *node,
                     const struct node *wanted, HTREEITEM *found)
{
    HTREEITEM item = add_item(state, parent, node);

    if (nodes_are_alike(node, wanted))
    {
        *found = item;
    }
    return item;
}

static void add_servers(struct state *state, const struct node *wanted, HTREEITEM *found)
{
    HTREEITEM all;

    if (state->server_count < 2)
    {
        return;
    }
    all = add(state, TVI_ROOT, &(struct node){ .kind = NODE_ALL }, wanted, found);
    for (size_t i = 1; i < state->server_count; i++)
    {
        add(state, all, &(struct node){ .kind = NODE_SERVER, .server = state->servers[i] }, wanted,
            found);
    }
    TreeView_Expand(state->tree, all, TVE_EXPAND);
}

static void add_group(struct state *state, struct group *group, const struct node *wanted,
                      HTREEITEM *found)
{
    HTREEITEM parent =
        add(state, TVI_ROOT, &(struct node){ .kind = NODE_GROUP, .group = group }, wanted, found);

    for (size_t i = 0; i < group->count; i++)
    {
        add(state, parent,
            &(struct node){ .kind = NODE_SERVER, .server = group->servers[i], .group = group },
            wanted, found);
    }
    TreeView_Expand(state->tree, parent, TVE_EXPAND);
}

static void clear(struct state *state)
{
    TreeView_DeleteAllItems(state->tree);
    for (size_t i = 0; i < state->node_count; i++)
    {
        free(state->nodes[i]);
    }
    state->node_count = 0;
}

void tree_fill(struct state *state, const struct node *chosen)
{
    const struct node wanted = *chosen;
    HTREEITEM found = NULL;
    HTREEITEM first;

    state->is_updating = true;
    SendMessageW(state->tree, WM_SETREDRAW, FALSE, 0);
    clear(state);
    first = add(state, TVI_ROOT, &(struct node){ .kind = NODE_SERVER, .server = state->servers[0] },
                &wanted, &found);
    add_servers(state, &wanted, &found);
    for (size_t i = 0; i < state->group_count; i++)
    {
        add_group(state, state->groups[i], &wanted, &found);
    }
    SendMessageW(state->tree, WM_SETREDRAW, TRUE, 0);
    state->is_updating = false;
    TreeView_SelectItem(state->tree, found ? found : first);
}

const struct node *tree_selected(const struct state *state)
{
    TVITEMW item = { .mask = TVIF_PARAM, .hItem = TreeView_GetSelection(state->tree) };

    return item.hItem && SendMessageW(state->tree, TVM_GETITEMW, 0, (LPARAM)&item)
               ? (const struct node *)item.lParam
               : NULL;
}
