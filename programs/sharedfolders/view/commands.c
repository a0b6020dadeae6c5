/*
 * What the menus and keys do.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/commands.h"

#include "resource.h"
#include "view/actions.h"
#include "view/busy.h"
#include "view/help.h"
#include "view/list.h"
#include "view/refresh.h"
#include "view/save.h"
#include "view/servers.h"
#include "view/shares.h"
#include "view/status.h"
#include "view/tree.h"

static const unsigned intervals[] = { 2, 5, 10, 30, 60 };

/* ---- What is shown --------------------------------------------------------------------------- */

static void show_title(const struct state *state)
{
    struct text text = { 0 };

    text_append_visible(&text, node_name(&state->chosen));
    text_append(&text, u" - Shared Folders");
    SetWindowTextW(state->window, text_string(&text));
    text_free(&text);
}

void choose_node(struct state *state, const struct node *node)
{
    state->chosen = *node;
    show_title(state);
    refresh_show(state);
    refresh_start(state);
    status_say(state, NULL);
}

void choose_page(struct state *state, enum page page)
{
    const bool has_focus = GetFocus() == state->lists[state->page];

    ShowWindow(state->lists[page], SW_SHOW);
    if (page != state->page)
    {
        ShowWindow(state->lists[state->page], SW_HIDE);
    }
    state->page = page;
    TabCtrl_SetCurSel(state->tabs, (int)page);
    if (has_focus)
    {
        SetFocus(state->lists[page]);
    }
    refresh_show(state);
    refresh_start(state);
    status_say(state, NULL);
}

/* ---- Panes ----------------------------------------------------------------------------------- */

static void next_pane(const struct state *state, int step)
{
    const HWND panes[] = { state->tree, state->filter, state->tabs, state->lists[state->page],
                           state->notes };
    const int count = ARRAYSIZE(panes) - !state->notes_lines;
    int at = 0;

    for (int i = 0; i < count; i++)
    {
        at = GetFocus() == panes[i] ? i : at;
    }
    SetFocus(panes[(at + step + count) % count]);
}

/* Esc: ends a wait, else takes the filter away. */
static void cancel(struct state *state)
{
    const bool was_acting = busy_cancel(state);

    if (was_acting)
    {
        refresh_start(state);
        status_say(state, u"Cancelled: what was under way may still be done");
    }
    else if (refresh_cancel(state))
    {
        status_say(state, u"Cancelled: answers that come later are dropped");
    }
    else if (GetFocus() == state->filter)
    {
        SetWindowTextW(state->filter, L"");
        SetFocus(state->lists[state->page]);
    }
}

/* ---- Commands -------------------------------------------------------------------------------- */

static void do_sort(struct state *state, unsigned command)
{
    const size_t column =
        command == IDM_SORT_REVERSE ? state->orders[state->page].column : command - IDM_SORT_FIRST;

    if (column < page_tables[state->page].count)
    {
        list_sort(state, state->page, column);
    }
}

void command_do(struct state *state, unsigned command)
{
    if (command >= IDM_SORT_FIRST && command <= IDM_SORT_REVERSE)
    {
        do_sort(state, command);
        return;
    }
    if (command >= IDM_EVERY_FIRST && command <= IDM_EVERY_LAST)
    {
        refresh_every(state, intervals[command - IDM_EVERY_FIRST]);
        return;
    }
    switch (command)
    {
    case IDM_PAGE_SHARES: choose_page(state, PAGE_SHARES); break;
    case IDM_PAGE_SESSIONS: choose_page(state, PAGE_SESSIONS); break;
    case IDM_PAGE_FILES: choose_page(state, PAGE_FILES); break;
    case IDM_PAGE_CONNECTIONS: choose_page(state, PAGE_CONNECTIONS); break;
    case IDM_NEXT_PAGE: choose_page(state, (state->page + 1) % PAGE_COUNT); break;
    case IDM_PREVIOUS_PAGE: choose_page(state, (state->page + PAGE_COUNT - 1) % PAGE_COUNT); break;
    case IDM_REFRESH:
        refresh_start(state);
        status_say(state, NULL);
        break;
    case IDM_PAUSE: refresh_pause(state, !state->is_paused); break;
    case IDM_CANCEL: cancel(state); break;
    case IDM_NEXT_PANE: next_pane(state, 1); break;
    case IDM_PREVIOUS_PANE: next_pane(state, -1); break;
    case IDM_FILTER:
        SetFocus(state->filter);
        SendMessageW(state->filter, EM_SETSEL, 0, -1);
        break;
    case IDM_SELECT_ALL:
        ListView_SetItemState(state->lists[state->page], -1, LVIS_SELECTED, LVIS_SELECTED);
        status_update(state);
        break;
    case IDM_CLOSE_SELECTED: action_end_selected(state); break;
    case IDM_DISCONNECT_ALL: action_end_all(state); break;
    case IDM_COPY: save_copy(state); break;
    case IDM_SAVE_AS: save_as(state); break;
    case IDM_PROPERTIES:
        (state->page == PAGE_SHARES ? shares_properties : save_show_details)(state);
        break;
    case IDM_NEW_SHARE: shares_add(state); break;
    case IDM_ADD_SERVER: servers_add(state); break;
    case IDM_NEW_GROUP: servers_new_group(state); break;
    case IDM_EDIT_GROUP: servers_edit_group(state); break;
    case IDM_REMOVE: servers_remove(state); break;
    case IDM_LOGIN:
        if (servers_login(state))
        {
            refresh_start(state);
        }
        break;
    case IDM_KEYS: help_keys(state); break;
    case IDM_ABOUT: help_about(state); break;
    case IDM_EXIT: DestroyWindow(state->window); break;
    default: break;
    }
}

/* ---- Menus ----------------------------------------------------------------------------------- */

static void enable(HMENU menu, UINT command, bool is_enabled)
{
    EnableMenuItem(menu, command, (UINT)(is_enabled ? MF_ENABLED : MF_GRAYED));
}

/* The columns of the page, in the menu that has the first. */
static void list_columns(const struct state *state, HMENU menu)
{
    const struct page_table *table = &page_tables[state->page];

    if (GetMenuItemID(menu, 0) != IDM_SORT_FIRST)
    {
        return;
    }
    while (GetMenuItemID(menu, 0) >= IDM_SORT_FIRST && GetMenuItemID(menu, 0) <= IDM_SORT_LAST)
    {
        DeleteMenu(menu, 0, MF_BYPOSITION);
    }
    for (size_t i = 0; i < table->count; i++)
    {
        struct text text = { 0 };

        text_append(&text, u"&");
        text_append_number(&text, (uint32_t)i + 1);
        text_append(&text, u" ");
        text_append(&text, table->columns[i].heading);
        text_append(&text, u"\tAlt+");
        text_append_number(&text, (uint32_t)i + 1);
        InsertMenuW(menu, (UINT)i, MF_BYPOSITION | MF_STRING, IDM_SORT_FIRST + i,
                    text_string(&text));
        text_free(&text);
    }
    CheckMenuRadioItem(menu, IDM_SORT_FIRST, IDM_SORT_LAST,
                       (UINT)(IDM_SORT_FIRST + state->orders[state->page].column), MF_BYCOMMAND);
}

void menu_prepare(const struct state *state, HMENU menu)
{
    static const WCHAR *const close_words[PAGE_COUNT] = {
        L"&Stop Sharing...\tDel",
        L"&Close Session...\tDel",
        L"&Close File...\tDel",
        L"&Close\tDel",
    };
    const bool is_selected = ListView_GetSelectedCount(state->lists[state->page]) > 0;

    list_columns(state, menu);
    for (unsigned i = 0; i < ARRAYSIZE(intervals); i++)
    {
        CheckMenuItem(menu, IDM_EVERY_FIRST + i,
                      (UINT)(intervals[i] == state->interval ? MF_CHECKED : MF_UNCHECKED));
    }
    CheckMenuItem(menu, IDM_PAUSE, (UINT)(state->is_paused ? MF_CHECKED : MF_UNCHECKED));
    CheckMenuRadioItem(menu, IDM_PAGE_SHARES, IDM_PAGE_CONNECTIONS, IDM_PAGE_SHARES + state->page,
                       MF_BYCOMMAND);
    enable(menu, IDM_LOGIN, state->chosen.kind == NODE_SERVER);
    enable(menu, IDM_COPY, is_selected);
    enable(menu, IDM_CLOSE_SELECTED, is_selected && state->page != PAGE_CONNECTIONS);
    if (GetMenuState(menu, IDM_CLOSE_SELECTED, MF_BYCOMMAND) != (UINT)-1)
    {
        const bool is_enabled = is_selected && state->page != PAGE_CONNECTIONS;

        ModifyMenuW(menu, IDM_CLOSE_SELECTED,
                    (UINT)(MF_STRING | (is_enabled ? MF_ENABLED : MF_GRAYED)), IDM_CLOSE_SELECTED,
                    close_words[state->page]);
    }
    enable(menu, IDM_PROPERTIES, is_selected);
    enable(menu, IDM_DISCONNECT_ALL, state->page == PAGE_SESSIONS || state->page == PAGE_FILES);
    enable(menu, IDM_EDIT_GROUP, state->chosen.kind == NODE_GROUP);
    enable(menu, IDM_REMOVE,
           state->chosen.kind == NODE_GROUP ||
               (state->chosen.kind == NODE_SERVER && *state->chosen.server->name));
}
