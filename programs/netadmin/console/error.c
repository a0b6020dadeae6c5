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

#define PROGRAM L"netadmin: " /* begins the lines */

/* The system's own words for codes that the table does not know. */
static void text_append_system_message(struct text *text, DWORD code)
{
    WCHAR message[512];
    DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS |
                                      FORMAT_MESSAGE_MAX_WIDTH_MASK,
                                  NULL, code, 0, message, ARRAYSIZE(message), NULL);

    while (length && (message[length - 1] == ' ' || message[length - 1] == '\n'))
    {
        length--;
    }
    message[length] = 0;
    text_append_visible(text, length ? message : L"Unknown error.");
}

/* Appends text and name of a code. Returns what else is known of it, or NULL. */
static const struct error_name *append_error(struct text *text, DWORD code)
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
    return error;
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

enum exit_status error_report_with_hint(DWORD code, const WCHAR *hint)
{
    const struct error_name *error;
    struct text text = { 0 };

    if (code == ERROR_SUCCESS)
    {
        return EXIT_STATUS_OK;
    }
    text_append(&text, PROGRAM);
    error = append_error(&text, code);
    if (error && !hint)
    {
        hint = error->hint;
    }
    if (hint)
    {
        text_append_format(&text, L" Hint: %ls", hint);
    }
    text_append(&text, L"\n");
    output_write(STD_ERROR_HANDLE, &text);
    text_free(&text);
    return EXIT_STATUS_ERROR;
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
