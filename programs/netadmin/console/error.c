/*
 * Saying what went wrong.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/error.h"

#include <wchar.h>

#include "base/text.h"
#include "console/error_names.h"
#include "console/output.h"
#include "platform/messages.h"

#define PROGRAM L"netadmin: " /* begins the lines */

/* The system's own words for codes that the table does not know. */
static void text_append_system_message(struct text *text, DWORD code)
{
    WCHAR message[512];
    text_append_visible(
        text, system_message(code, message, ARRAYSIZE(message)) ? message : L"Unknown error.");
}

/* Appends text and name of a code. */
static void append_error(struct text *text, DWORD code)
{
    const struct error_name *error = error_name_find(code);

    if (error)
    {
        text_append_format(text, L"%ls (%lu, %ls)", error->text, code, error->name);
    }
    else
    {
        text_append_system_message(text, code);
        text_append_format(text, L" (%lu)", code);
    }
}

/* What the system knows of it besides; false where that is nothing. */
static bool append_problem(struct text *text, DWORD code)
{
    WCHAR problem[512];

    if (!system_problem(code, problem, ARRAYSIZE(problem)))
    {
        return false;
    }
    text_append_unit(text, ' ');
    text_append_visible(text, problem);
    text_append_unit(text, '.');
    return true;
}

/* What to do about it, unless more is known: this hint, or (NULL) that of the code. */
static void append_hint(struct text *text, DWORD code, const WCHAR *hint)
{
    hint = hint ? hint : error_hint(code);
    if (!append_problem(text, code) && hint)
    {
        text_append_format(text, L" Hint: %ls", hint);
    }
}

void error_append(DWORD code, struct text *text)
{
    append_error(text, code);
    text_append(text, L"\n");
}

void error_append_line(DWORD code, struct text *text)
{
    text_append(text, PROGRAM);
    error_append(code, text);
}

/* Is it the first of its kind? From now on it is not. */
static bool is_new(struct error_kinds *kinds, DWORD code)
{
    for (size_t i = 0; i < kinds->count; i++)
    {
        if (kinds->codes[i] == code)
        {
            return false;
        }
    }
    if (kinds->count == ARRAYSIZE(kinds->codes))
    {
        return false;
    }
    kinds->codes[kinds->count++] = code;
    return true;
}

void error_append_server_line(const WCHAR *server, DWORD code, struct error_kinds *kinds,
                              struct text *text)
{
    text_append(text, PROGRAM);
    text_append_visible(text, server);
    text_append(text, L": ");
    append_error(text, code);
    if (is_new(kinds, code))
    {
        append_hint(text, code, NULL);
    }
    text_append(text, L"\n");
}

enum exit_status error_report_with_hint(DWORD code, const WCHAR *hint)
{
    struct text text = { 0 };

    if (code == ERROR_SUCCESS)
    {
        return EXIT_STATUS_OK;
    }
    text_append(&text, PROGRAM);
    append_error(&text, code);
    append_hint(&text, code, hint);
    text_append(&text, L"\n");
    output_write(STD_ERROR_HANDLE, &text);
    text_free(&text);
    return EXIT_STATUS_ERROR;
}

enum exit_status error_report_of_own(DWORD code, const WCHAR *hint)
{
    switch (code)
    {
    case ERROR_FILE_NOT_FOUND: return error_report_with_hint(code, hint);
    case ERROR_ACCESS_DENIED:
        return error_report_with_hint(code, L"that is about what is kept on this computer.");
    default: return error_report(code);
    }
}

enum exit_status error_report(DWORD code)
{
    return error_report_with_hint(code, NULL);
}

enum exit_status usage_error(const WCHAR *command, const WCHAR *format, ...)
{
    struct text message = { 0 };
    struct text text = { 0 };
    va_list arguments;

    va_start(arguments, format);
    text_append_format_list(&message, format, arguments);
    va_end(arguments);
    text_append_unit(&message, 0);

    text_append(&text, PROGRAM);
    text_append_visible(&text, message.units);
    text_append_format(&text, L" (see: netadmin help%ls%ls)\n", command ? L" " : L"",
                       command ? command : L"");
    output_write(STD_ERROR_HANDLE, &text);
    text_free(&text);
    text_free(&message);
    return EXIT_STATUS_USAGE;
}
