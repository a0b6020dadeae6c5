/*
 * sharedfolders.exe: what servers share, who is connected and which files are open, in a window.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdlib.h>
#include <wchar.h>
#include <windows.h>
#include <shellapi.h>

#include "asking/netapi.h"
#include "base/memory.h"
#include "view/dialogs.h"
#include "view/main_window.h"
#include "view/servers.h"

#define INTERVAL 5 /* seconds from one refresh to the next, at first */

/* The group of what the command line names, where it is more than one. */
#define ARGUMENTS L"Command line"

static void object(const WCHAR *argument, const WCHAR *objection)
{
    struct text text = { 0 };

    text_append(&text, u"\"");
    text_append_visible(&text, argument);
    text_append(&text, u"\" is no server. ");
    text_append(&text, objection);
    text_append(&text, u"\n\nUsage: sharedfolders [SERVER...]");
    MessageBoxW(NULL, text_string(&text), L"Shared Folders", MB_ICONWARNING);
    text_free(&text);
}

/* Leading backslashes, or slashes that a shell has left, are no part of a name. */
static void take_argument(struct state *state, const WCHAR *argument, struct group *group)
{
    const size_t prefix = wcsspn(argument, L"\\/");
    const WCHAR *name = argument + (prefix == 2 ? 2 : 0);
    const WCHAR *objection = *name == L'-' ? L"There are no options." : server_objection(name);

    if (objection)
    {
        object(argument, objection);
        return;
    }
    group_add(group, state_server(state, name));
}

static void take_arguments(struct state *state)
{
    struct group *group = state_group(state, ARGUMENTS);
    int count;
    WCHAR **arguments = CommandLineToArgvW(GetCommandLineW(), &count);

    for (int i = 1; arguments && i < count; i++)
    {
        take_argument(state, arguments[i], group);
    }
    LocalFree(arguments);
    if (group->count > 1)
    {
        state->chosen = (struct node){ .kind = NODE_GROUP, .group = group };
        return;
    }
    if (group->count)
    {
        state->chosen = (struct node){ .kind = NODE_SERVER, .server = group->servers[0] };
    }
    state_remove_group(state, group);
}

int WINAPI wWinMain(HINSTANCE hInstance, HINSTANCE hPrevInstance, LPWSTR lpCmdLine, int nShowCmd)
{
    const INITCOMMONCONTROLSEX controls = { sizeof(controls),
                                            ICC_LISTVIEW_CLASSES | ICC_TREEVIEW_CLASSES |
                                                ICC_TAB_CLASSES | ICC_BAR_CLASSES };
    struct state *state = memory_zeros(1, sizeof(*state));
    DWORD error;

    (void)hPrevInstance;
    (void)lpCmdLine;
    InitCommonControlsEx(&controls);
    error = netapi_start();
    if (error)
    {
        error_show(NULL, u"There is no netapi32.dll.", error);
        return 1;
    }
    state->instance = hInstance;
    state->interval = INTERVAL;
    state->page = PAGE_SESSIONS;
    state->filter_text = memory_zeros(1, sizeof(*state->filter_text));
    state->chosen = (struct node){ .kind = NODE_SERVER, .server = state_server(state, L"") };
    servers_load(state);
    take_arguments(state);
    if (!main_window_create(state, nShowCmd))
    {
        return 1;
    }
    return main_window_run(state);
}
