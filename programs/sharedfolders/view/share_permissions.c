/*
 * The permissions in the dialog of a share.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/share_permissions.h"

#include <stdlib.h>
#include <lm.h>

#include "asking/accounts.h"
#include "base/memory.h"
#include "resource.h"
#include "view/dialogs.h"
#include "view/error_words.h"

static const DWORD rights[] = { SHARE_READ, SHARE_CHANGE, SHARE_FULL_CONTROL };

void permission_append(struct text *text, const struct permission *permission)
{
    text_append_visible(text, permission->account);
    text_append(text, permission->is_denied ? u": deny " : u": allow ");
    access_append(text, permission->access);
}

/* ---- An entry -------------------------------------------------------------------------------- */

struct entry
{
    struct state *state;
    const WCHAR *server;
    WCHAR *account;
    SID *sid; /* NULL: the account is looked for */
    bool is_denied;
    DWORD access;
    struct search *search; /* that runs, or NULL */
};

/* The server is asked for an account while the dialog waits. */
struct search
{
    struct job job;
    HWND dialog;
    WCHAR *server;
    WCHAR *account;
    SID *sid;
    DWORD error;
};

static void search_run(struct job *job)
{
    struct search *search = (struct search *)job;

    search->error = account_find(search->server, search->account, &search->sid);
}

static void search_done(struct job *job)
{
    struct search *search = (struct search *)job;

    if (!job->is_dropped)
    {
        struct entry *entry = dialog_context(search->dialog);

        entry->search = NULL;
        EnableWindow(GetDlgItem(search->dialog, IDOK), TRUE);
        if (search->error)
        {
            error_show(search->dialog, u"The account was not found.", search->error);
            SendMessageW(search->dialog, WM_NEXTDLGCTL,
                         (WPARAM)GetDlgItem(search->dialog, IDC_PERMISSION_ACCOUNT), TRUE);
        }
        else
        {
            entry->account = string_copy(search->account);
            entry->sid = search->sid;
            search->sid = NULL;
            EndDialog(search->dialog, IDOK);
        }
    }
    free(search->server);
    free(search->account);
    free(search->sid);
    free(search);
}

static void search_start(HWND dialog, struct entry *entry)
{
    struct search *search = memory_zeros(1, sizeof(*search));

    search->job = (struct job){ .run = search_run, .done = search_done };
    search->dialog = dialog;
    search->server = string_copy(entry->server);
    search->account = dialog_text(dialog, IDC_PERMISSION_ACCOUNT);
    entry->search = search;
    EnableWindow(GetDlgItem(dialog, IDOK), FALSE);
    jobs_add(&entry->state->jobs, &search->job);
}

static void entry_wanted(HWND dialog, struct entry *entry)
{
    WCHAR *account = dialog_text(dialog, IDC_PERMISSION_ACCOUNT);
    const LRESULT index = SendDlgItemMessageW(dialog, IDC_PERMISSION_ACCESS, CB_GETCURSEL, 0, 0);

    if (index >= 0 && (size_t)index < ARRAYSIZE(rights))
    {
        entry->access = rights[index];
    }
    entry->is_denied = IsDlgButtonChecked(dialog, IDC_PERMISSION_DENY) == BST_CHECKED;
    if (!*account)
    {
        dialog_object(dialog, IDC_PERMISSION_ACCOUNT,
                      u"Whose permission: the name of a user or a group, Everyone, or a SID.");
    }
    else if (entry->sid)
    {
        EndDialog(dialog, IDOK);
    }
    else
    {
        search_start(dialog, entry);
    }
    free(account);
}

static void show_entry(HWND dialog, const struct entry *entry)
{
    for (size_t i = 0; i < ARRAYSIZE(rights); i++)
    {
        struct text text = { 0 };

        access_append(&text, rights[i]);
        SendDlgItemMessageW(dialog, IDC_PERMISSION_ACCESS, CB_ADDSTRING, 0,
                            (LPARAM)text_string(&text));
        if (rights[i] == entry->access)
        {
            SendDlgItemMessageW(dialog, IDC_PERMISSION_ACCESS, CB_SETCURSEL, i, 0);
        }
        text_free(&text);
    }
    CheckRadioButton(dialog, IDC_PERMISSION_ALLOW, IDC_PERMISSION_DENY,
                     entry->is_denied ? IDC_PERMISSION_DENY : IDC_PERMISSION_ALLOW);
    if (entry->sid)
    {
        SetDlgItemTextW(dialog, IDC_PERMISSION_ACCOUNT, entry->account);
        SendDlgItemMessageW(dialog, IDC_PERMISSION_ACCOUNT, EM_SETREADONLY, TRUE, 0);
    }
}

static INT_PTR CALLBACK entry_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam)
{
    struct entry *entry =
        message == WM_INITDIALOG ? (struct entry *)lparam : dialog_context(dialog);

    if (message == WM_INITDIALOG)
    {
        dialog_start(dialog, lparam);
        show_entry(dialog, entry);
        return TRUE;
    }
    if (message == WM_COMMAND && LOWORD(wparam) == IDOK)
    {
        entry_wanted(dialog, entry);
        return TRUE;
    }
    if (message == WM_COMMAND && LOWORD(wparam) == IDCANCEL)
    {
        if (entry->search)
        {
            jobs_drop(&entry->state->jobs, &entry->search->job);
        }
        EndDialog(dialog, IDCANCEL);
        return TRUE;
    }
    return FALSE;
}

/* ---- The list -------------------------------------------------------------------------------- */

static void set_cell(HWND list, int index, int column, const char16_t *text)
{
    LVITEMW item = { .mask = LVIF_TEXT, .iItem = index, .iSubItem = column };

    item.pszText = (WCHAR *)(ULONG_PTR)text; /* is only read */
    SendMessageW(list, column ? LVM_SETITEMW : LVM_INSERTITEMW, 0, (LPARAM)&item);
}

static void show_entries(HWND dialog, const struct permissions *permissions, int selected)
{
    HWND list = GetDlgItem(dialog, IDC_PERMISSIONS);

    SendMessageW(list, LVM_DELETEALLITEMS, 0, 0);
    for (size_t i = 0; i < permissions->count; i++)
    {
        const struct permission *entry = &permissions->entries[i];
        struct text access = { 0 };

        access_append(&access, entry->access);
        set_cell(list, (int)i, 0, entry->account);
        set_cell(list, (int)i, 1, text_string(&access));
        set_cell(list, (int)i, 2, entry->is_denied ? u"Deny" : u"Allow");
        text_free(&access);
    }
    if ((size_t)selected >= permissions->count)
    {
        selected = (int)permissions->count - 1;
    }
    ListView_SetItemState(list, selected, LVIS_SELECTED | LVIS_FOCUSED,
                          LVIS_SELECTED | LVIS_FOCUSED);
}

static void add_columns(HWND list)
{
    static const WCHAR *const headings[] = { L"Account", L"Access", L"Kind" };
    static const int shares[] = { 52, 30, 16 }; /* of a hundred */
    RECT area;

    GetClientRect(list, &area);
    for (int i = 0; i < (int)ARRAYSIZE(headings); i++)
    {
        LVCOLUMNW column = { .mask = LVCF_TEXT | LVCF_WIDTH, .cx = area.right * shares[i] / 100 };

        column.pszText = (WCHAR *)(ULONG_PTR)headings[i]; /* is only read */
        SendMessageW(list, LVM_INSERTCOLUMNW, (WPARAM)i, (LPARAM)&column);
    }
    SendMessageW(list, LVM_SETEXTENDEDLISTVIEWSTYLE, LVS_EX_FULLROWSELECT, LVS_EX_FULLROWSELECT);
}

/* Why the list is as it is, and whether it can be changed. */
static void append_note(struct text *text, const struct share *share)
{
    if (!share->permissions.are_told)
    {
        text_append(text,
                    u"The server does not tell the permissions, so they cannot be changed here. ");
        if (share->reason)
        {
            error_append(text, share->reason);
        }
    }
    else if (share->permissions.are_strange)
    {
        text_append(text,
                    u"There are entries of kinds that are not shown; the list is read-only here.");
    }
    else if (!share->permissions.have_list)
    {
        text_append(text,
                    u"There is no list: everybody may do everything. The first entry makes one.");
    }
    else
    {
        text_append(
            text, u"These are the permissions of the share; those of the folder itself hold, too.");
    }
}

static bool is_editable(const struct share *share)
{
    return share->permissions.are_told && !share->permissions.are_strange;
}

static void show_buttons(HWND dialog, const struct share *share)
{
    const bool is_selected =
        ListView_GetSelectedCount(GetDlgItem(dialog, IDC_PERMISSIONS)) && is_editable(share);

    EnableWindow(GetDlgItem(dialog, IDC_PERMISSION_ADD), is_editable(share));
    EnableWindow(GetDlgItem(dialog, IDC_PERMISSION_CHANGE), is_selected);
    EnableWindow(GetDlgItem(dialog, IDC_PERMISSION_REMOVE), is_selected);
}

static int selected_entry(HWND dialog)
{
    return ListView_GetNextItem(GetDlgItem(dialog, IDC_PERMISSIONS), -1, LVNI_SELECTED);
}

static void changed(HWND dialog, const struct share *share, int selected)
{
    show_entries(dialog, &share->permissions, selected);
    show_buttons(dialog, share);
}

static void add_entry(HWND dialog, struct state *state, struct share *share)
{
    struct entry entry = { .state = state, .server = share->server, .access = SHARE_READ };

    if (dialog_run(state, dialog, IDD_PERMISSION, entry_procedure, &entry) == IDOK)
    {
        permissions_add(&share->permissions, entry.sid, entry.account, entry.is_denied,
                        entry.access);
        changed(dialog, share, (int)share->permissions.count - 1);
    }
    free(entry.account);
}

static void change_entry(HWND dialog, struct state *state, struct share *share)
{
    const int index = selected_entry(dialog);
    struct permission *permission;
    struct entry entry;

    if (index < 0 || !is_editable(share))
    {
        return;
    }
    permission = &share->permissions.entries[index];
    entry = (struct entry){ .state = state,
                            .server = share->server,
                            .account = permission->account,
                            .sid = permission->sid,
                            .is_denied = permission->is_denied,
                            .access = permission->access };
    if (dialog_run(state, dialog, IDD_PERMISSION, entry_procedure, &entry) == IDOK)
    {
        permission->is_denied = entry.is_denied;
        permission->access = entry.access;
        changed(dialog, share, index);
    }
}

static void remove_entry(HWND dialog, struct share *share)
{
    const int index = selected_entry(dialog);

    if (index >= 0 && is_editable(share))
    {
        permissions_remove(&share->permissions, (size_t)index);
        changed(dialog, share, index);
    }
}

/* ---- The dialog ------------------------------------------------------------------------------ */

void share_permissions_show(HWND dialog, const struct share *share)
{
    struct text note = { 0 };

    add_columns(GetDlgItem(dialog, IDC_PERMISSIONS));
    show_entries(dialog, &share->permissions, 0);
    show_buttons(dialog, share);
    append_note(&note, share);
    SetDlgItemTextW(dialog, IDC_PERMISSION_NOTE, text_string(&note));
    text_free(&note);
}

static bool notified(HWND dialog, struct state *state, struct share *share, const NMHDR *header)
{
    if (header->idFrom != IDC_PERMISSIONS)
    {
        return false;
    }
    switch (header->code)
    {
    case LVN_ITEMCHANGED: show_buttons(dialog, share); return true;
    case NM_DBLCLK: change_entry(dialog, state, share); return true;
    case LVN_KEYDOWN:
        if (((const NMLVKEYDOWN *)header)->wVKey == VK_DELETE)
        {
            remove_entry(dialog, share);
        }
        return true;
    default: return false;
    }
}

bool share_permissions_message(HWND dialog, struct state *state, struct share *share, UINT message,
                               WPARAM wparam, LPARAM lparam)
{
    if (message == WM_NOTIFY)
    {
        return notified(dialog, state, share, (const NMHDR *)lparam);
    }
    if (message != WM_COMMAND)
    {
        return false;
    }
    switch (LOWORD(wparam))
    {
    case IDC_PERMISSION_ADD: add_entry(dialog, state, share); return true;
    case IDC_PERMISSION_CHANGE: change_entry(dialog, state, share); return true;
    case IDC_PERMISSION_REMOVE: remove_entry(dialog, share); return true;
    default: return false;
    }
}
