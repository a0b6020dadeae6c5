/*
 * What netadmin says about itself, and netadmin help.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/help.h"

#include "command_line/arguments.h"
#include "command_line/usage.h"
#include "console/error.h"
#include "console/output.h"

DWORD help_show_overview(const struct command *const *commands, DWORD stream)
{
    struct text text = { 0 };
    DWORD error;

    text_append(&text, L"Usage: netadmin COMMAND [ARGUMENTS]\n"
                       L"\n"
                       L"Manages file servers through netapi32.\n"
                       L"\n");
    for (; *commands; commands++)
    {
        text_append_format(&text, L"  %-9ls %ls\n", (*commands)->name, (*commands)->summary);
    }
    text_append(&text,
                L"\n"
                L"A server is \\\\NAME, //NAME or NAME; an option /NAME:VALUE or --NAME=VALUE.\n"
                L"The exit status is 0, 1 if the server reports an error, 2 for wrong usage.\n"
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

static const struct parameter help_parameters[] = {
    { .name = L"COMMAND", .kind = PARAMETER_TEXT, .operand = true },
    { 0 },
};

static enum exit_status help_run(const struct arguments *arguments)
{
    const WCHAR *name = arguments_value(arguments, L"COMMAND");
    const struct command *command = name ? command_find(arguments->commands, name) : NULL;

    if (!name)
    {
        return error_report(help_show_overview(arguments->commands, STD_OUTPUT_HANDLE));
    }
    if (!command)
    {
        return usage_error(NULL, L"unknown command '%ls'", name);
    }
    return error_report(help_show_command(command));
}

const struct command help_command = {
    .name = L"help",
    .summary = L"Say how a command is used",
    .parameters = help_parameters,
    .run = help_run,
};
