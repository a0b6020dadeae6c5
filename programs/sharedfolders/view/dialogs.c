/*
 * What dialogs have in common.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/dialogs.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "resource.h"
#include "view/error_words.h"

#define NAME_LENGTH_MAX 255

INT_PTR dialog_run(const struct state *state, HWND owner, int dialog, DLGPROC procedure,
                   void *context)
{
    return DialogBoxParamW(state->instance, MAKEINTRESOURCEW(dialog), owner, procedure,
                           (LPARAM)context);
}

void dialog_start(HWND dialog, LPARAM context)
{
    SetWindowLongPtrW(dialog, DWLP_USER, context);
}

void *dialog_context(HWND dialog)
{
    return (void *)GetWindowLongPtrW(dialog, DWLP_USER);
}

WCHAR *dialog_text(HWND dialog, int control)
{
    WCHAR *text = window_text(GetDlgItem(dialog, control));
    const size_t before = wcsspn(text, L" \t");
    size_t length = wcslen(text);

    while (length > before && (text[length - 1] == L' ' || text[length - 1] == L'\t'))
    {
        length--;
    }
    memmove(text, text + before, (length - before) * sizeof(*text));
    text[length - before] = 0;
    return text;
}

void dialog_object(HWND dialog, int control, const char16_t *objection)
{
    HWND field = GetDlgItem(dialog, control);

    MessageBoxW(dialog, objection, L"Shared Folders", MB_ICONWARNING);
    SendMessageW(field, EM_SETSEL, 0, -1);
    SendMessageW(dialog, WM_NEXTDLGCTL, (WPARAM)field, TRUE);
}

void error_show(HWND owner, const char16_t *what, DWORD code)
{
    struct text text = { 0 };

    text_append(&text, what);
    text_append(&text, u"\n\n");
    error_append(&text, code);
    MessageBoxW(owner, text_string(&text), L"Shared Folders", MB_ICONERROR);
    text_free(&text);
}

const char16_t *server_objection(const WCHAR *name)
{
    if (!*name)
    {
        return u"A server needs a name.";
    }
    if (wcslen(name) > NAME_LENGTH_MAX)
    {
        return u"The name of a server has at most 255 characters.";
    }
    if (wcspbrk(name, L"\\/\"<>|*?;,=@# \t"))
    {
        return u"The name of a server has no blanks, and none of \\ / \" < > | * ? ; , = @ # in "
               u"it.";
    }
    return NULL;
}

/* ---- Questions ------------------------------------------------------------------------------- */

static INT_PTR CALLBACK question_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam)
{
    if (message == WM_INITDIALOG)
    {
        const struct question_words *words = (const struct question_words *)lparam;

        SetWindowTextW(dialog, words->title);
        SetDlgItemTextW(dialog, IDC_QUESTION_TEXT, words->text);
        SetDlgItemTextW(dialog, IDC_QUESTION_LOST, words->lost);
        SetDlgItemTextW(dialog, IDOK, words->verb);
        if (words->label)
        {
            SetDlgItemTextW(dialog, IDC_QUESTION_LABEL, words->label);
        }
        SetFocus(GetDlgItem(dialog, IDCANCEL));
        return FALSE;
    }
    if (message == WM_COMMAND && (LOWORD(wparam) == IDOK || LOWORD(wparam) == IDCANCEL))
    {
        EndDialog(dialog, LOWORD(wparam));
        return TRUE;
    }
    return FALSE;
}

bool question_ask(const struct state *state, const struct question_words *words)
{
    return dialog_run(state, state->window, IDD_QUESTION, question_procedure,
                      (void *)(uintptr_t)words) == IDOK;
}

/* ---- Text ------------------------------------------------------------------------------------ */

struct shown_text
{
    const char16_t *title;
    const char16_t *lines;
};

static INT_PTR CALLBACK text_procedure(HWND dialog, UINT message, WPARAM wparam, LPARAM lparam)
{
    if (message == WM_INITDIALOG)
    {
        const struct shown_text *text = (const struct shown_text *)lparam;

        SetWindowTextW(dialog, text->title);
        SetDlgItemTextW(dialog, IDC_DETAILS_TEXT, text->lines);
        SetFocus(GetDlgItem(dialog, IDOK));
        return FALSE;
    }
    if (message == WM_COMMAND && (LOWORD(wparam) == IDOK || LOWORD(wparam) == IDCANCEL))
    {
        EndDialog(dialog, IDOK);
        return TRUE;
    }
    return FALSE;
}

void text_show(const struct state *state, HWND owner, const char16_t *title, const char16_t *lines)
{
    struct shown_text text = { title, lines };

    dialog_run(state, owner, IDD_DETAILS, text_procedure, &text);
}
