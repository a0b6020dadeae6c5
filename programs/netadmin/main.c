/*
 * netadmin: manages file servers from the command line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <wchar.h>
#include <windows.h>

#include "command.h"
#include "error.h"
#include "help.h"

/* The C runtime would take the ? of /? as a pattern for files. */
extern int _dowildcard;
int _dowildcard = 0;

int wmain(int argc, WCHAR **argv);

const struct command *const commands[] = {
    &sessions_command, &session_command, &close_command, &login_command,
    &logout_command,   &config_command,  &help_command,  NULL,
};

const struct command *command_find(const WCHAR *name)
{
    const struct command *const *command = commands;

    while (*command && _wcsicmp((*command)->name, name))
    {
        command++;
    }
    return *command;
}

static enum exit_status command_run(const struct command *command, int argc, WCHAR **argv)
{
    struct arguments arguments;

    switch (arguments_parse(&arguments, command, argc, argv))
    {
    case ARGUMENTS_HELP: return error_report(help_show_command(command));
    case ARGUMENTS_WRONG: return EXIT_STATUS_USAGE;
    case ARGUMENTS_OK: break;
    }
    return command->run(&arguments);
}

int wmain(int argc, WCHAR **argv)
{
    const struct command *command;

    if (argc < 2)
    {
        help_show_overview(STD_ERROR_HANDLE);
        return EXIT_STATUS_USAGE;
    }
    if (argument_is_help(argv[1]))
    {
        return error_report(help_show_overview(STD_OUTPUT_HANDLE));
    }
    if (!_wcsicmp(argv[1], L"--version") || !_wcsicmp(argv[1], L"/version"))
    {
        return error_report(help_show_version());
    }
    command = command_find(argv[1]);
    if (!command)
    {
        return usage_error(NULL, L"unknown command '%ls'", argv[1]);
    }
    return command_run(command, argc - 2, argv + 2);
}
