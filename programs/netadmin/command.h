/*
 * A command of netadmin: what it is called, what it takes, what it does.
 * To add one: write its file, declare its struct command here, add it to the table in main.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_COMMAND_H
#define NETADMIN_COMMAND_H

#include <windows.h>

#include "arguments.h"

enum exit_status
{
    EXIT_STATUS_OK = 0,
    EXIT_STATUS_ERROR = 1, /* the server, or this computer, did not do what was asked */
    EXIT_STATUS_USAGE = 2, /* the command line is wrong; nothing was done */
};

struct command
{
    const WCHAR *name;
    const WCHAR *synopsis;              /* what follows the name, as help shows it */
    const WCHAR *summary;               /* one line, no full stop */
    const WCHAR *details;               /* lines for "netadmin help NAME", each ended by \n */
    const struct parameter *parameters; /* ended by one without a name; at most PARAMETERS_MAX */
    enum exit_status (*run)(const struct arguments *arguments);
};

extern const struct command sessions_command;
extern const struct command session_command;
extern const struct command close_command;
extern const struct command login_command;
extern const struct command logout_command;
extern const struct command config_command;
extern const struct command help_command;

/* All commands in the order in which help lists them, ended by NULL. */
extern const struct command *const commands[];

/* The command of that name, without regard to case, or NULL. */
const struct command *command_find(const WCHAR *name);

#endif
