/*
 * Saying what went wrong, in one line on standard error.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_ERROR_H
#define NETADMIN_ERROR_H

#include <stddef.h>
#include <windows.h>

#include "base/exit_status.h"
#include "base/text.h"

/* Reports a Win32 or NERR code with its text, its name and, where one helps, a hint. ERROR_SUCCESS
 * reports nothing. Returns the exit status that fits. */
enum exit_status error_report(DWORD code);

/* The same with a hint that knows more than the code alone says; NULL for the usual hint. */
enum exit_status error_report_with_hint(DWORD code, const WCHAR *hint);

/* The same of what is kept on this computer for its user: settings, groups and passwords. `hint` is for what
 * is not there. */
enum exit_status error_report_of_own(DWORD code, const WCHAR *hint);

/* Appends the line that error_report() writes, without a hint. */
void error_append_line(DWORD code, struct text *text);

/* The codes that lines about servers have had; begins empty. Of more than these it knows nothing. */
struct error_kinds
{
    DWORD codes[32];
    size_t count;
};

/* The same of one of several servers; the first of its kind has a hint where one helps. */
void error_append_server_line(const WCHAR *server, DWORD code, struct error_kinds *kinds,
                              struct text *text);

/* The same without the program's name. */
void error_append(DWORD code, struct text *text);

/* Reports that the command line is wrong, as wprintf(), and which help there is: that of a command
 * or, with NULL, the overview. Returns EXIT_STATUS_USAGE. */
enum exit_status usage_error(const WCHAR *command, const WCHAR *format, ...);

#endif
