/*
 * What dialogs have in common, and the simplest of them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_DIALOGS_H
#define SHAREDFOLDERS_DIALOGS_H

#include "view/state.h"

/* Runs a dialog whose procedure finds the context with dialog_context(). Returns what it ends with. */
INT_PTR dialog_run(const struct state *state, HWND owner, int dialog, DLGPROC procedure,
                   void *context);

/* In WM_INITDIALOG with its lParam; NULL before that. */
void dialog_start(HWND dialog, LPARAM context);
void *dialog_context(HWND dialog);

/* A question about something that is lost. Its default is not to do it. */
struct question_words
{
    const char16_t *title;
    const char16_t *text;
    const char16_t *lost;  /* lines */
    const char16_t *verb;  /* of the button */
    const char16_t *label; /* of the lines; NULL: "What is lost:" */
};
bool question_ask(const struct state *state, const struct question_words *words);

/* Lines to read and to copy. */
void text_show(const struct state *state, HWND owner, const char16_t *title, const char16_t *lines);

/* Says what went wrong with what was wanted ("The share was not added."). */
void error_show(HWND owner, const char16_t *what, DWORD code);

/* The text of a dialog's control, without blanks around it, to be freed. */
WCHAR *dialog_text(HWND dialog, int control);

/* Says what is wrong with what a control has, and goes there. */
void dialog_object(HWND dialog, int control, const char16_t *objection);

/* Says what is wrong with the name of a server, or nothing (NULL). */
const char16_t *server_objection(const WCHAR *name);

#endif
