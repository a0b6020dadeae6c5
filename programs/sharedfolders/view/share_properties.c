/*
 * The properties of a share.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/shares.h"

#include <stdlib.h>
#include <lm.h>

#include "asking/share.h"
#include "base/memory.h"
#include "resource.h"
#include "view/busy.h"
#include "view/dialogs.h"
#include "view/error_words.h"
#include "view/list.h"
#include "view/refresh.h"
#include "view/share_fields.h"
#include "view/share_permissions.h"
#include "view/status.h"

struct properties
{
    struct job job;
    struct state *state;
    WCHAR *shown; /* the server */
    struct share before;
    struct share after;
    bool is_changing;
    DWORD error;
    struct share_change change;
};

static void properties_free(struct properties *properties)
{
    share_free(&properties->before);
    share_free(&properties->after);
    free(properties->shown);
    free(properties);
}

static void properties_run(struct job *job)
{
    struct properties *properties = (struct properties *)job;

    if (properties->is_changing)
    {
        properties->change = share_change(&properties->before, &properties->after);
    }
    else
    {
        properties->error = share_ask(&properties->before);
    }
}

/* ---- The dialog ------------------------------------------------------------------------------ */

static void set_told(HWND dialog, int control, const WCHAR *text)
{
    SetDlgItemTextW(dialog, control, text ? text : L"not told");
}

static void show_type(HWND dialog, const struct share *share)
{
    struct value values[COLUMNS_MAX] = { [SHARE_TYPE] = value_number(share->type) };
    struct row *row = row_make(PAGE_SHARES, values);
    struct text text = { 0 };

    row_append_shown(row, SHARE_TYPE, &text);
    SetDlgItemTextW(dialog, IDC_SHARE_TYPE, text_string(&text));
    text_free(&text);
    free(row);
}

static void show_general(HWND dialog, const struct properties *properties)
{
    const struct share *share = &properties->before;

    SetDlgItemTextW(dialog, IDC_SHARE_SERVER, properties->shown);
    SetDlgItemTextW(dialog, IDC_SHARE_NAME, share->name);
    set_told(dialog, IDC_SHARE_PATH, share->path);
    SetDlgItemTextW(dialog, IDC_SHARE_COMMENT, share->comment);
    show_type(dialog, share);
    share_fields_show_limit(dialog, share->path ? share->maximum : SHI_USES_UNLIMITED);
    if (share->path)
    {
        SetDlgItemInt(dialog, IDC_SHARE_USES, share->uses, FALSE);
        return;
    }
    set_told(dialog, IDC_SHARE_USES, NULL);
    CheckDlgButton(dialog, IDC_SHARE_UNLIMITED, BST_UNCHECKED);
    for (int control = IDC_SHARE_UNLIMITED; control <= IDC_SHARE_MAXIMUM; control++)
    {
        EnableWindow(GetDlgItem(dialog, control), FALSE);
    }
}

static void show_note(HWND dialog, const struct share *share)
{
    struct text text = { 0 };

    if (share->reason && !share->path)
    {
        text_append(&text, u"What is not told cannot be changed. ");
        error_append(&text, share->reason);
    }
    SetDlgItemTextW(dialog, IDC_SHARE_NOTE, text_string(&text));
    text_free(&text);
}

/* What is typed is taken, or the dialog stays. */
static void take(HWND dialog, struct properties *properties)
{
    struct share *share = &properties->after;
    DWORD maximum = share->maximum;

    if (share->path && !share_fields_read_limit(dialog, &maximum))
    {
        return;
    }
    share->maximum = maximum;
    free(share->comment);
    share->comment = dialog_text(dialog, IDC_SHARE_COMMENT);
    EndDialog(dialog, IDOK);
}

static void show(HWND dialog, const struct properties *properties)
{
    struct text title = { 0 };

    text_append_visible(&title, properties->before.name);
    text_append(&title, u" Properties");
    SetWindowTextW(dialog, text_string(&title));
    text_free(&title);
    show_general(dialog, properties);
    show_note(dialog, &properties->before);
    share_permissions_show(dialog, &properties->after);
}

static INT_PTR CALLBACK procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam)
{
    struct properties *properties = dialog_context(dialog);

    if (message == WM_INITDIALOG)
    {
        dialog_start(dialog, lparam);
        show(dialog, (const struct properties *)lparam);
        SetFocus(GetDlgItem(dialog, IDC_SHARE_COMMENT));
        return FALSE;
    }
    if (!properties || share_permissions_message(dialog, properties->state, &properties->after,
                                                 message, wparam, lparam))
    {
        return properties != NULL;
    }
    if (message != WM_COMMAND)
    {
        return FALSE;
    }
    switch (LOWORD(wparam))
    {
    case IDC_SHARE_UNLIMITED:
    case IDC_SHARE_LIMITED: share_fields_limit_chosen(dialog); return TRUE;
    case IDOK: take(dialog, properties); return TRUE;
    case IDCANCEL: EndDialog(dialog, IDCANCEL); return TRUE;
    default: return FALSE;
    }
}

/* ---- What changes ---------------------------------------------------------------------------- */

static void append_limit(struct text *text, DWORD maximum)
{
    if (maximum == SHI_USES_UNLIMITED)
    {
        text_append(text, u"unlimited");
    }
    else
    {
        text_append_number(text, maximum);
    }
}

/* The entries that the other list has not. */
static void append_missing(struct text *text, const char16_t *sign,
                           const struct permissions *permissions, const struct permissions *other)
{
    for (size_t i = 0; i < permissions->count; i++)
    {
        const struct permission *entry = &permissions->entries[i];
        bool found = false;

        for (size_t j = 0; j < other->count; j++)
        {
            found = found || (EqualSid(entry->sid, other->entries[j].sid) &&
                              entry->is_denied == other->entries[j].is_denied &&
                              entry->access == other->entries[j].access);
        }
        if (!found)
        {
            text_append(text, sign);
            permission_append(text, entry);
            text_append(text, u"\r\n");
        }
    }
}

static void append_changes(struct text *text, const struct share *before, const struct share *after)
{
    const WCHAR *old = before->comment ? before->comment : L"";
    const WCHAR *new = after->comment ? after->comment : L"";

    if (string_compare_exactly(old, new))
    {
        text_append(text, u"Description: \"");
        text_append_visible(text, old);
        text_append(text, u"\" becomes \"");
        text_append_visible(text, new);
        text_append(text, u"\"\r\n");
    }
    if (before->maximum != after->maximum)
    {
        text_append(text, u"User limit: ");
        append_limit(text, before->maximum);
        text_append(text, u" becomes ");
        append_limit(text, after->maximum);
        text_append(text, u"\r\n");
    }
    append_missing(text, u"Taken away: ", &before->permissions, &after->permissions);
    append_missing(text, u"Given: ", &after->permissions, &before->permissions);
}

static bool is_wanted(const struct properties *properties)
{
    struct text changes = { 0 };
    bool wanted = false;

    append_changes(&changes, &properties->before, &properties->after);
    if (changes.length)
    {
        wanted = question_ask(
            properties->state,
            &(struct question_words){
                .title = u"Change Share",
                .text =
                    u"Change this share? Whose permission is taken away loses the share, from the "
                    u"next connection on.",
                .lost = text_string(&changes),
                .verb = u"Change Share",
                .label = u"&What changes:" });
    }
    text_free(&changes);
    return wanted;
}

/* ---- From asking to changing ----------------------------------------------------------------- */

static void append_failure(struct text *text, const char16_t *what, DWORD error)
{
    if (error)
    {
        text_append(text, what);
        error_append(text, error);
        text_append(text, u"\r\n");
    }
}

static void report(const struct properties *properties)
{
    struct state *state = properties->state;
    const struct share_change *change = &properties->change;
    struct text text = { 0 };

    append_failure(&text, u"The description was not changed. ", change->comment);
    append_failure(&text, u"The user limit was not changed. ", change->maximum);
    append_failure(&text, u"The permissions were not changed. ", change->permissions);
    refresh_start(state);
    status_say(state, text.length ? u"Not all of the share was changed" : u"Changed 1 share");
    if (text.length)
    {
        text_show(state, state->window, L"Change Share", text_string(&text));
    }
    text_free(&text);
}

static void properties_done(struct job *job)
{
    struct properties *properties = (struct properties *)job;
    struct state *state = properties->state;

    if (!busy_end(state, job))
    {
        properties_free(properties);
        return;
    }
    if (properties->is_changing)
    {
        report(properties);
    }
    else if (properties->error)
    {
        error_show(state->window, u"The server does not tell of this share.", properties->error);
    }
    else
    {
        share_copy(&properties->after, &properties->before);
        if (dialog_run(state, state->window, IDD_SHARE_PROPERTIES, procedure, properties) == IDOK &&
            is_wanted(properties))
        {
            properties->is_changing = true;
            properties->job = (struct job){ .run = properties_run, .done = properties_done };
            busy_start(state, &properties->job, L"changing a share");
            return;
        }
    }
    properties_free(properties);
}

void shares_properties(struct state *state)
{
    const struct row **rows;
    const struct server *server = NULL;
    struct properties *properties;

    if (!state->action && list_selected(state, PAGE_SHARES, &rows))
    {
        server = list_server(state, rows[0]);
        properties = memory_zeros(1, sizeof(*properties));
        properties->job = (struct job){ .run = properties_run, .done = properties_done };
        properties->state = state;
        properties->shown = string_copy(server->shown);
        properties->before.server = string_copy(server->name);
        properties->before.name = string_copy(rows[0]->values[SHARE_NAME].text);
        free(rows);
        busy_start(state, &properties->job, L"asking for a share");
    }
}
