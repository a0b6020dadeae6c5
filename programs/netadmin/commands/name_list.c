/*
 * Names of accounts in one word of the command line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "commands/name_list.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"

/* Without the blanks around it, terminated; returns where it begins. */
static WCHAR *name_trim(WCHAR *name, size_t length)
{
    while (length && *name == ' ')
    {
        name++;
        length--;
    }
    while (length && name[length - 1] == ' ')
    {
        length--;
    }
    name[length] = 0;
    return name;
}

struct name_list name_list_make(const WCHAR *list)
{
    const size_t size = wcslen(list) + 1;
    struct name_list names = {
        .names = memory_resize(NULL, size, sizeof(*names.names)),
        .copy = memory_resize(NULL, size, sizeof(*names.copy)),
    };
    size_t start = 0;

    wmemcpy(names.copy, list, size);
    while (start < size)
    {
        const size_t length = wcscspn(list + start, L",");
        WCHAR *name = name_trim(names.copy + start, length);

        if (*name)
        {
            names.names[names.count++] = name;
        }
        start += length + 1;
    }
    return names;
}

void name_list_free(struct name_list *list)
{
    free(list->names);
    free(list->copy);
    *list = (struct name_list){ 0 };
}

void *name_list_structures(const struct name_list *list)
{
    WCHAR **structures = memory_resize(NULL, list->count + 1, sizeof(*structures));

    for (size_t i = 0; i < list->count; i++)
    {
        structures[i] = list->names[i];
    }
    return structures;
}
