/*
 * The commands of netadmin.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command_line/command.h"

#include <wchar.h>

const struct command *command_find(const struct command *const *commands, const WCHAR *name)
{
    while (*commands && _wcsicmp((*commands)->name, name))
    {
        commands++;
    }
    return *commands;
}
