/*
 * The commands of netadmin.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command_line/command.h"

#include <wchar.h>

bool command_begins_with(const struct command *command, const WCHAR *word)
{
    const size_t length = wcslen(word);

    return length && !_wcsnicmp(command->name, word, length) && command->name[length] == ' ';
}

static bool command_is(const struct command *command, const WCHAR *first, const WCHAR *second)
{
    return command_begins_with(command, first) && second &&
           !_wcsicmp(command->name + wcslen(first) + 1, second);
}

const struct command *command_find(const struct command *const *commands, const WCHAR *first,
                                   const WCHAR *second, int *word_count)
{
    const struct command *found = NULL;

    for (; *commands; commands++)
    {
        if (command_is(*commands, first, second))
        {
            *word_count = 2;
            return *commands;
        }
        if (!wcschr((*commands)->name, ' ') && !_wcsicmp((*commands)->name, first))
        {
            *word_count = 1;
            found = *commands;
        }
    }
    return found;
}
