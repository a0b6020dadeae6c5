/*
 * New shares.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/shares.h"

#include <stdlib.h>
#include <wchar.h>
#include <lm.h>

#include "asking/share.h"
#include "base/memory.h"
#include "resource.h"
#include "view/busy.h"
#include "view/dialogs.h"
#include "view/refresh.h"
#include "view/share_fields.h"
#include "view/status.h"

#define NAME_FORBIDDEN L"\"/\\[]:|<>+=;,*?" /* [MS-SRVS] 2.2.4: what a share name has not */
#define NAME_LENGTH    80

struct addition
{
    struct job job;
    struct state *state;
    struct share share;
    DWORD error;
};

/* ---- The dialog ------------------------------------------------------------------------------ */

static void list_servers(HWND dialog, const struct state *state, const WCHAR *wanted)
{
    struct server **servers;
    const size_t count = state_scope(state, &servers);

    for (size_t i = 0; i < count; i++)
    {
        const LRESULT index = SendDlgItemMessageW(dialog, IDC_SHARE_SERVER, CB_ADDSTRING, 0,
                                                  (LPARAM)servers[i]->shown);

        SendDlgItemMessageW(dialog, IDC_SHARE_SERVER, CB_SETITEMDATA, (WPARAM)index,
                            (LPARAM)servers[i]);
        if (!i || !string_compare_exactly(servers[i]->name, wanted))
        {
            SendDlgItemMessageW(dialog, IDC_SHARE_SERVER, CB_SETCURSEL, (WPARAM)index, 0);
        }
    }
    free(servers);
}

static void show(HWND dialog, const struct addition *addition)
{
    const struct share *share = &addition->share;

    list_servers(dialog, addition->state, share->server ? share->server : L"");
    SetDlgItemTextW(dialog, IDC_SHARE_NAME, share->name);
    SetDlgItemTextW(dialog, IDC_SHARE_PATH, share->path);
    SetDlgItemTextW(dialog, IDC_SHARE_COMMENT, share->comment);
    share_fields_show_limit(dialog, share->maximum);
}

static const struct server *chosen_server(HWND dialog)
{
    const LRESULT index = SendDlgItemMessageW(dialog, IDC_SHARE_SERVER, CB_GETCURSEL, 0, 0);

    return index == CB_ERR ? NULL
                           : (const struct server *)SendDlgItemMessageW(
                                 dialog, IDC_SHARE_SERVER, CB_GETITEMDATA, (WPARAM)index, 0);
}

static bool is_acceptable(HWND dialog, const struct share *share)
{
    if (!*share->name || wcslen(share->name) > NAME_LENGTH || wcspbrk(share->name, NAME_FORBIDDEN))
    {
        dialog_object(
            dialog, IDC_SHARE_NAME,
            u"A share needs a name of at most 80 characters, without any of \" / \\ [ ] : | < "
            u"> + = ; , * ? in it.");
        return false;
    }
    if (!*share->path)
    {
        dialog_object(dialog, IDC_SHARE_PATH,
                      u"Which folder of the server is to be shared? For instance C:\\srv\\files.");
        return false;
    }
    return true;
}

static void take_share(HWND dialog, struct addition *addition)
{
    const struct server *server = chosen_server(dialog);
    struct share share = { 0 };

    if (!server)
    {
        return;
    }
    share.server = string_copy(server->name);
    share.name = dialog_text(dialog, IDC_SHARE_NAME);
    share.path = dialog_text(dialog, IDC_SHARE_PATH);
    share.comment = dialog_text(dialog, IDC_SHARE_COMMENT);
    if (is_acceptable(dialog, &share) && share_fields_read_limit(dialog, &share.maximum))
    {
        share_free(&addition->share);
        addition->share = share;
        EndDialog(dialog, IDOK);
        return;
    }
    share_free(&share);
}

static INT_PTR CALLBACK procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam)
{
    if (message == WM_INITDIALOG)
    {
        dialog_start(dialog, lparam);
        show(dialog, (const struct addition *)lparam);
        SetFocus(GetDlgItem(dialog, IDC_SHARE_NAME));
        return FALSE;
    }
    if (message != WM_COMMAND)
    {
        return FALSE;
    }
    switch (LOWORD(wparam))
    {
    case IDC_SHARE_UNLIMITED:
    case IDC_SHARE_LIMITED: share_fields_limit_chosen(dialog); return TRUE;
    case IDOK: take_share(dialog, dialog_context(dialog)); return TRUE;
    case IDCANCEL: EndDialog(dialog, IDCANCEL); return TRUE;
    default: return FALSE;
    }
}

/* ---- Adding ---------------------------------------------------------------------------------- */

static void addition_free(struct addition *addition)
{
    share_free(&addition->share);
    free(addition);
}

static void addition_run(struct job *job)
{
    struct addition *addition = (struct addition *)job;

    addition->error = share_add(&addition->share);
}

static void ask_and_add(struct addition *addition);

/* What was typed is not lost where the server does not want it. */
static void addition_done(struct job *job)
{
    struct addition *addition = (struct addition *)job;
    struct state *state = addition->state;

    if (!busy_end(state, job))
    {
        addition_free(addition);
        return;
    }
    if (addition->error)
    {
        error_show(state->window, u"The share was not added.", addition->error);
        ask_and_add(addition);
        return;
    }
    addition_free(addition);
    refresh_start(state);
    status_say(state, u"Added 1 share");
}

/* Takes over the addition. */
static void ask_and_add(struct addition *addition)
{
    struct state *state = addition->state;

    if (dialog_run(state, state->window, IDD_NEW_SHARE, procedure, addition) != IDOK)
    {
        addition_free(addition);
        return;
    }
    addition->job = (struct job){ .run = addition_run, .done = addition_done };
    busy_start(state, &addition->job, L"adding a share");
}

void shares_add(struct state *state)
{
    struct addition *addition;

    if (!state->action)
    {
        addition = memory_zeros(1, sizeof(*addition));
        addition->state = state;
        addition->share.maximum = SHI_USES_UNLIMITED;
        ask_and_add(addition);
    }
}
