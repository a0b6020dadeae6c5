/*
 * Servers and groups.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/servers.h"

#include <netapi32_settings.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wincred.h>

#include "asking/netapi.h"
#include "base/memory.h"
#include "resource.h"
#include "settings/known_servers.h"
#include "view/dialogs.h"
#include "view/tree.h"

#define GROUPS_DEPTH_MAX 8 /* of groups in groups, which may be in a circle */
#define BLANKS           L" \t\r\n"
#define PORT_MAX         65535

/* ---- Those that are kept --------------------------------------------------------------------- */

static bool is_this_computer(const WCHAR *name)
{
    return !_wcsicmp(name, L"" NETAPI32_THIS_COMPUTER);
}

static void add_members(struct state *state, struct group *group, const WCHAR *names,
                        unsigned depth);

/* A member is a server or, behind an @, another group. */
static void add_member(struct state *state, struct group *group, const WCHAR *name, unsigned depth)
{
    if (*name != L'@')
    {
        group_add(group, state_server(state, is_this_computer(name) ? L"" : name));
    }
    else if (depth < GROUPS_DEPTH_MAX)
    {
        WCHAR *members = known_group_read(name + 1);

        add_members(state, group, members ? members : L"", depth + 1);
        free(members);
    }
}

static void add_members(struct state *state, struct group *group, const WCHAR *names,
                        unsigned depth)
{
    WCHAR *copy = string_copy(names);
    WCHAR *name = copy;

    while (*(name += wcsspn(name, BLANKS)))
    {
        const size_t length = wcscspn(name, BLANKS);
        const bool is_last = !name[length];

        name[length] = 0;
        add_member(state, group, name, depth);
        name += length + !is_last;
    }
    free(copy);
}

void servers_load(struct state *state)
{
    WCHAR name[NAME_CAPACITY];

    for (DWORD i = 0; !known_server_at(i, name); i++)
    {
        if (!is_this_computer(name))
        {
            state_server(state, name)->is_kept = true;
        }
    }
    for (DWORD i = 0; !known_group_at(i, name); i++)
    {
        WCHAR *members = known_group_read(name);
        struct group *group = state_group(state, name);

        group->is_kept = true;
        add_members(state, group, members ? members : L"", 0);
        free(members);
    }
}

/* ---- A server -------------------------------------------------------------------------------- */

static void add_from_dialog(HWND dialog, struct state *state, const WCHAR *name)
{
    WCHAR *address = dialog_text(dialog, IDC_SERVER_ADDRESS);
    const UINT port = GetDlgItemInt(dialog, IDC_SERVER_PORT, NULL, FALSE);
    const DWORD error = known_server_keep(name, address, port);

    free(address);
    if (error)
    {
        error_show(dialog, u"The server was not added.", error);
        return;
    }
    state_server(state, name)->is_kept = true;
    state->chosen = (struct node){ .kind = NODE_SERVER, .server = state_server(state, name) };
    EndDialog(dialog, IDOK);
}

static void server_wanted(HWND dialog)
{
    WCHAR *typed = dialog_text(dialog, IDC_SERVER_NAME);
    WCHAR *port = dialog_text(dialog, IDC_SERVER_PORT);
    const WCHAR *name = typed + wcsspn(typed, L"\\/");
    const char16_t *objection = server_objection(name);
    BOOL is_number;
    const UINT number = GetDlgItemInt(dialog, IDC_SERVER_PORT, &is_number, FALSE);

    if (objection || is_this_computer(name))
    {
        dialog_object(dialog, IDC_SERVER_NAME,
                      objection ? objection : u"This computer is in the tree already.");
    }
    else if (*port && (!is_number || number < 1 || number > PORT_MAX))
    {
        dialog_object(dialog, IDC_SERVER_PORT, u"A port is a number from 1 to 65535.");
    }
    else
    {
        add_from_dialog(dialog, dialog_context(dialog), name);
    }
    free(typed);
    free(port);
}

static INT_PTR CALLBACK server_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam)
{
    if (message == WM_INITDIALOG)
    {
        dialog_start(dialog, lparam);
        SendDlgItemMessageW(dialog, IDC_SERVER_PORT, EM_SETLIMITTEXT, 5, 0);
        return TRUE;
    }
    if (message == WM_COMMAND && LOWORD(wparam) == IDOK)
    {
        server_wanted(dialog);
        return TRUE;
    }
    if (message == WM_COMMAND && LOWORD(wparam) == IDCANCEL)
    {
        EndDialog(dialog, IDCANCEL);
        return TRUE;
    }
    return FALSE;
}

void servers_add(struct state *state)
{
    if (dialog_run(state, state->window, IDD_SERVER, server_procedure, state) == IDOK)
    {
        const struct node node = state->chosen;

        tree_fill(state, &node);
    }
}

/* ---- A group --------------------------------------------------------------------------------- */

/* Names on lines, or with blanks between them, as one line. Returns what is wrong with one, or NULL. */
static const char16_t *read_names(const WCHAR *typed, struct text *names)
{
    while (*(typed += wcsspn(typed, BLANKS)))
    {
        const size_t length = wcscspn(typed, BLANKS);
        WCHAR *name = string_copy(typed);
        const char16_t *objection;

        name[length] = 0;
        objection = server_objection(name + (*name == L'@'));
        text_append(names, names->length ? u" " : u"");
        text_append(names, name);
        free(name);
        if (objection)
        {
            return objection;
        }
        typed += length;
    }
    return names->length ? NULL : u"A group needs at least one server.";
}

struct group_dialog
{
    struct state *state;
    struct group *group; /* NULL: a new one */
};

static void keep_group(HWND dialog, const WCHAR *name, const struct text *names)
{
    const struct group_dialog *context = dialog_context(dialog);
    const DWORD error = known_group_keep(name, text_string(names));
    struct group *group;

    if (error)
    {
        error_show(dialog, u"The group was not kept.", error);
        return;
    }
    group = state_group(context->state, name);
    group->is_kept = true;
    group_clear(group);
    add_members(context->state, group, text_string(names), 0);
    context->state->chosen = (struct node){ .kind = NODE_GROUP, .group = group };
    EndDialog(dialog, IDOK);
}

static void group_wanted(HWND dialog)
{
    WCHAR *name = dialog_text(dialog, IDC_GROUP_NAME);
    WCHAR *typed = window_text(GetDlgItem(dialog, IDC_GROUP_SERVERS));
    struct text names = { 0 };
    const char16_t *objection = read_names(typed, &names);

    if (!*name || wcspbrk(name, BLANKS L"\\/@"))
    {
        dialog_object(dialog, IDC_GROUP_NAME,
                      u"A group needs a name without blanks, \\, / and @ in it.");
    }
    else if (objection)
    {
        dialog_object(dialog, IDC_GROUP_SERVERS, objection);
    }
    else
    {
        keep_group(dialog, name, &names);
    }
    free(name);
    free(typed);
    text_free(&names);
}

static void show_group(HWND dialog, const struct group *group)
{
    WCHAR *servers = known_group_read(group->name);
    struct text lines = { 0 };

    for (const WCHAR *name = servers ? servers : L""; *(name += wcsspn(name, BLANKS));
         name += wcscspn(name, BLANKS))
    {
        text_append_units(&lines, name, wcscspn(name, BLANKS));
        text_append(&lines, u"\r\n");
    }
    SetDlgItemTextW(dialog, IDC_GROUP_NAME, group->name);
    SendDlgItemMessageW(dialog, IDC_GROUP_NAME, EM_SETREADONLY, TRUE, 0);
    SetDlgItemTextW(dialog, IDC_GROUP_SERVERS, text_string(&lines));
    SetWindowTextW(dialog, L"Edit Group");
    text_free(&lines);
    free(servers);
}

static INT_PTR CALLBACK group_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam)
{
    if (message == WM_INITDIALOG)
    {
        const struct group_dialog *context = (const struct group_dialog *)lparam;

        dialog_start(dialog, lparam);
        if (context->group)
        {
            show_group(dialog, context->group);
        }
        return TRUE;
    }
    if (message == WM_COMMAND && LOWORD(wparam) == IDOK)
    {
        group_wanted(dialog);
        return TRUE;
    }
    if (message == WM_COMMAND && LOWORD(wparam) == IDCANCEL)
    {
        EndDialog(dialog, IDCANCEL);
        return TRUE;
    }
    return FALSE;
}

static void run_group_dialog(struct state *state, struct group *group)
{
    struct group_dialog context = { state, group };

    if (dialog_run(state, state->window, IDD_GROUP, group_procedure, &context) == IDOK)
    {
        const struct node node = state->chosen;

        tree_fill(state, &node);
    }
}

void servers_new_group(struct state *state)
{
    run_group_dialog(state, NULL);
}

void servers_edit_group(struct state *state)
{
    if (state->chosen.kind == NODE_GROUP)
    {
        run_group_dialog(state, state->chosen.group);
    }
}

/* ---- Removing -------------------------------------------------------------------------------- */

static bool is_removal_wanted(const struct state *state, const struct node *node)
{
    struct text text = { 0 };
    bool wanted;

    text_append(&text, u"Remove ");
    text_append_visible(&text, node_name(node));
    text_append(&text,
                node->kind == NODE_GROUP
                    ? u" from the tree? The group is no longer kept. Its servers are."
                    : u" from the tree? Its address, its port and its other settings go with "
                      u"it, for netadmin, too. On the server itself nothing changes.");
    wanted = MessageBoxW(state->window, text_string(&text), L"Shared Folders",
                         MB_YESNO | MB_ICONQUESTION | MB_DEFBUTTON2) == IDYES;
    text_free(&text);
    return wanted;
}

void servers_remove(struct state *state)
{
    const struct node node = state->chosen;
    DWORD error = ERROR_SUCCESS;

    if (node.kind == NODE_ALL || (node.kind == NODE_SERVER && !*node.server->name) ||
        !is_removal_wanted(state, &node))
    {
        return;
    }
    if (node.kind == NODE_GROUP)
    {
        error = node.group->is_kept ? known_group_remove(node.group->name) : ERROR_SUCCESS;
    }
    else if (node.server->is_kept)
    {
        error = known_server_remove(node.server->name);
    }
    if (error)
    {
        error_show(state->window, u"It was not removed.", error);
        return;
    }
    /* The lists still have its rows. */
    state->chosen = (struct node){ .kind = NODE_SERVER, .server = state->servers[0] };
    tree_fill(state, &state->chosen);
    if (node.kind == NODE_GROUP)
    {
        state_remove_group(state, node.group);
    }
    else
    {
        state_remove_server(state, node.server);
    }
    tree_fill(state, &state->chosen);
}

/* ---- Logging in ------------------------------------------------------------------------------ */

/* Where netapi32.dll and netadmin look for it. */
static DWORD keep_password(const WCHAR *server, WCHAR *user, const WCHAR *password)
{
    CREDENTIALW credential = {
        .Type = CRED_TYPE_DOMAIN_PASSWORD,
        .TargetName = (WCHAR *)(ULONG_PTR)server,
        .CredentialBlobSize = (DWORD)(wcslen(password) * sizeof(*password)),
        .CredentialBlob = (BYTE *)(ULONG_PTR)password,
        .Persist = CRED_PERSIST_LOCAL_MACHINE,
        .UserName = user,
    };

    return CredWriteW(&credential, 0) ? ERROR_SUCCESS : GetLastError();
}

static void login_wanted(HWND dialog)
{
    const struct state *state = dialog_context(dialog);
    const WCHAR *server = state->chosen.server->name;
    WCHAR *user = dialog_text(dialog, IDC_LOGIN_USER);
    WCHAR *password = window_text(GetDlgItem(dialog, IDC_LOGIN_PASSWORD));
    const bool keep = IsDlgButtonChecked(dialog, IDC_LOGIN_KEEP) == BST_CHECKED;
    DWORD error;

    if (!*user)
    {
        dialog_object(dialog, IDC_LOGIN_USER, u"Who are you to the server: NAME or DOMAIN\\NAME?");
    }
    else
    {
        error = keep ? keep_password(*server ? server : L"" NETAPI32_THIS_COMPUTER, user, password)
                     : netapi_login(server, user, password);
        if (error)
        {
            error_show(dialog, u"You are not logged in.", error);
        }
        else
        {
            EndDialog(dialog, IDOK);
        }
    }
    SecureZeroMemory(password, wcslen(password) * sizeof(*password));
    free(password);
    free(user);
}

static INT_PTR CALLBACK login_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam)
{
    if (message == WM_INITDIALOG)
    {
        const struct state *state = (const struct state *)lparam;

        dialog_start(dialog, lparam);
        SetDlgItemTextW(dialog, IDC_LOGIN_SERVER, state->chosen.server->shown);
        return TRUE;
    }
    if (message == WM_COMMAND && LOWORD(wparam) == IDOK)
    {
        login_wanted(dialog);
        return TRUE;
    }
    if (message == WM_COMMAND && LOWORD(wparam) == IDCANCEL)
    {
        EndDialog(dialog, IDCANCEL);
        return TRUE;
    }
    return FALSE;
}

bool servers_login(struct state *state)
{
    return state->chosen.kind == NODE_SERVER &&
           dialog_run(state, state->window, IDD_LOGIN, login_procedure, state) == IDOK;
}
