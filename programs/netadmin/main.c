/*
 * netadmin: manages file servers from the command line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "main.h"

#include <wchar.h>

#include "command_line/arguments.h"
#include "command_line/command.h"
#include "commands/complete.h"
#include "commands/help.h"
#include "console/error.h"

#define COMMAND_POINTER(name) &name##_command,

static const struct command *const commands[] = { COMMANDS(COMMAND_POINTER) NULL };

static enum exit_status command_run(const struct command *command, int argc, WCHAR **argv)
{
    struct arguments arguments = { .command = command, .commands = commands };
    enum exit_status status = EXIT_STATUS_USAGE;

    switch (arguments_parse(&arguments, argc, argv))
    {
    case ARGUMENTS_HELP: status = error_report(help_show_command(command)); break;
    case ARGUMENTS_WRONG: break;
    case ARGUMENTS_OK: status = command->run(&arguments); break;
    }
    arguments_free(&arguments);
    return status;
}

bool netadmin_completes(int argc, WCHAR **argv)
{
    return argc > 1 && !wcscmp(argv[1], L"--complete");
}

int netadmin_run(int argc, WCHAR **argv)
{
    const struct command *command;
    int word_count = 0;

    if (argc < 2)
    {
        help_show_overview(commands, STD_ERROR_HANDLE);
        return EXIT_STATUS_USAGE;
    }
    if (argument_is_help(argv[1]))
    {
        return error_report(help_show_overview(commands, STD_OUTPUT_HANDLE));
    }
    if (!_wcsicmp(argv[1], L"--version") || !_wcsicmp(argv[1], L"/version"))
    {
        return error_report(help_show_version());
    }
    if (netadmin_completes(argc, argv))
    {
        return error_report(complete_show(commands, argc - 2, argv + 2));
    }
    command = command_find(commands, argv[1], argc > 2 ? argv[2] : NULL, &word_count);
    if (!command)
    {
        return help_report_unknown(commands, argv[1]);
    }
    return command_run(command, argc - 1 - word_count, argv + 1 + word_count);
}
