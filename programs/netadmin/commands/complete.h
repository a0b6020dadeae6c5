/*
 * What a shell offers where somebody types a command line (contrib/bash-completion).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_COMPLETE_H
#define NETADMIN_COMPLETE_H

#include <windows.h>

#include "command_line/command.h"

/* Prints, a line each, what the last of the words may become: names of commands, then the options of
 * the command, the values of choices, and the servers that are configured. An option that wants a value
 * ends with =. The words are those behind the program's name; the last may be empty. Returns a Win32
 * error. */
DWORD complete_show(const struct command *const *commands, int count, WCHAR **words);

#endif
