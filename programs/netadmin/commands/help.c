/*
 * What netadmin says about itself, and netadmin help.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/help.h"

#include <wchar.h>

#include "command_line/arguments.h"
#include "command_line/usage.h"
#include "console/error.h"
#include "console/output.h"
#include "platform/credentials.h"

static size_t widest_name(const struct command *const *commands)
{
    size_t widest = 0;

    for (; *commands; commands++)
    {
        const size_t width = wcslen((*commands)->name);

        widest = width > widest ? width : widest;
    }
    return widest;
}

DWORD help_show_overview(const struct command *const *commands, DWORD stream)
{
    const int width = (int)widest_name(commands);
    struct text text = { 0 };
    DWORD error;

    text_append(&text, L"Usage: netadmin COMMAND [ARGUMENTS]\n"
                       L"\n"
                       L"Manages file servers through netapi32.\n"
                       L"\n");
    for (; *commands; commands++)
    {
        text_append_format(&text, L"  %-*ls  %ls\n", width, (*commands)->name,
                           (*commands)->summary);
    }
    text_append(&text,
                L"\n"
                L"A server is \\\\NAME, //NAME or NAME; an option /NAME:VALUE or --NAME=VALUE.\n");
    text_append(&text, credentials_help);
    text_append(&text,
                L"The exit status is 0, 1 if the server reports an error, 2 for wrong usage, 3 if\n"
                L"some of several servers do.\n"
                L"'netadmin help COMMAND' says more, 'netadmin --version' which version.\n");
    error = output_write(stream, &text);
    text_free(&text);
    return error;
}

DWORD help_show_command(const struct command *command)
{
    struct text text = { 0 };
    DWORD error;

    usage_append(command, &text);
    error = output_write(STD_OUTPUT_HANDLE, &text);
    text_free(&text);
    return error;
}

DWORD help_show_version(void)
{
    return output_print(L"netadmin %ls\n", L"" PACKAGE_VERSION);
}

/* "add, set, remove" of all commands that begin with this word; returns how many there are. */
static size_t append_second_words(struct text *text, const struct command *const *commands,
                                  const WCHAR *first)
{
    size_t count = 0;

    for (; *commands; commands++)
    {
        if (command_begins_with(*commands, first))
        {
            text_append(text, count++ ? L", " : L"");
            text_append(text, (*commands)->name + wcslen(first) + 1);
        }
    }
    text_append_unit(text, 0);
    return count;
}

enum exit_status help_report_unknown(const struct command *const *commands, const WCHAR *name)
{
    struct text words = { 0 };
    enum exit_status status;

    if (append_second_words(&words, commands, name))
    {
        status = usage_error(name, L"'%ls' needs one more word: %ls", name, words.units);
    }
    else
    {
        status = usage_error(NULL, L"unknown command '%ls'", name);
    }
    text_free(&words);
    return status;
}

/* All commands that begin with this word, or are it; false if there is none. */
static bool show_commands(const struct command *const *commands, const WCHAR *first, DWORD *error)
{
    struct text text = { 0 };
    bool is_any;

    for (; *commands; commands++)
    {
        if (command_begins_with(*commands, first) || !_wcsicmp((*commands)->name, first))
        {
            text_append(&text, text.length ? L"\n" : L"");
            usage_append(*commands, &text);
        }
    }
    *error = text.length ? output_write(STD_OUTPUT_HANDLE, &text) : ERROR_SUCCESS;
    is_any = text.length > 0;
    text_free(&text);
    return is_any;
}

static const struct parameter help_parameters[] = {
    { .name = L"COMMAND", .kind = PARAMETER_TEXT, .operand = true },
    { .name = L"ITS-SECOND-WORD", .kind = PARAMETER_TEXT, .operand = true },
    { 0 },
};

static enum exit_status help_run(const struct arguments *arguments)
{
    const struct command *const *commands = arguments->commands;
    const WCHAR *first = arguments_value(arguments, L"COMMAND");
    const WCHAR *second = arguments_value(arguments, L"ITS-SECOND-WORD");
    const struct command *command;
    int word_count = 0;
    DWORD error;

    if (!first)
    {
        return error_report(help_show_overview(commands, STD_OUTPUT_HANDLE));
    }
    if (!second && show_commands(commands, first, &error))
    {
        return error_report(error);
    }
    command = command_find(commands, first, second, &word_count);
    if (command && word_count == 2)
    {
        return error_report(help_show_command(command));
    }
    return help_report_unknown(commands, first);
}

const struct command help_command = {
    .name = L"help",
    .summary = L"Say how a command is used",
    .parameters = help_parameters,
    .run = help_run,
};
