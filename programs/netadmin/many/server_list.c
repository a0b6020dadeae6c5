/*
 * Which servers a command is about.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "many/server_list.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/text.h"
#include "console/error.h"
#include "many/name_file.h"
#include "many/server_group.h"

/* Lists that name lists; one that names itself ends here. */
#define DEPTH_MAX 8

/* What is made, for whom. */
struct making
{
    struct name_set *names;
    struct name_set *lists; /* all of whose names are there */
    const WCHAR *command;
};

static bool is_path(const WCHAR *name)
{
    return wcspbrk(name, L"\\/") != NULL;
}

static bool list_add(const struct making *making, const WCHAR *list, unsigned int depth);

/* A name of a list, or another list. `where` says where it stands: "servers.txt, line 3". */
static bool word_add(const struct making *making, const WCHAR *word, const WCHAR *where,
                     unsigned int depth)
{
    const WCHAR *name;

    if (word[0] == '@' && word[1])
    {
        return list_add(making, word + 1, depth + 1);
    }
    name = computer_name(word);
    if (!name || wcspbrk(name, L" \t"))
    {
        usage_error(making->command, L"%ls: '%ls' is no computer name", where, word);
        return false;
    }
    name_set_add(making->names, name, wcslen(name));
    return true;
}

static bool file_add(const struct making *making, const WCHAR *path, unsigned int depth)
{
    struct name_file file;
    struct text where = { 0 };
    bool is_right = name_file_open(&file, path, making->command);

    while (is_right && name_file_next(&file))
    {
        where.length = 0;
        text_append_format(&where, L"%ls, line %lu", path, file.line);
        text_append_unit(&where, 0);
        is_right = word_add(making, file.word, where.units, depth);
    }
    text_free(&where);
    name_file_close(&file);
    return is_right;
}

static bool group_add(const struct making *making, const WCHAR *group, const WCHAR *members,
                      unsigned int depth)
{
    struct text where = { 0 };
    struct text word = { 0 };
    bool is_right = true;

    text_append_format(&where, L"group %ls", group);
    text_append_unit(&where, 0);
    for (members += wcsspn(members, L" "); *members && is_right; members += wcsspn(members, L" "))
    {
        const size_t length = wcscspn(members, L" ");

        word.length = 0;
        text_append_units(&word, members, length);
        text_append_unit(&word, 0);
        is_right = word_add(making, word.units, where.units, depth);
        members += length;
    }
    text_free(&word);
    text_free(&where);
    return is_right;
}

static void group_report(const WCHAR *command, const WCHAR *group, DWORD error)
{
    struct text text = { 0 };

    error_append(error, &text);
    text.length--; /* the line's end */
    text_append_unit(&text, 0);
    usage_error(command, L"group '%ls': %ls", group, text.units);
    text_free(&text);
}

/* A group, or a file if there is none; a path is a file. */
static bool named_list_add(const struct making *making, const WCHAR *list, unsigned int depth)
{
    struct text members = { 0 };
    const DWORD error = is_path(list) ? ERROR_FILE_NOT_FOUND : server_group_read(list, &members);
    bool is_right = false;

    if (error == ERROR_FILE_NOT_FOUND)
    {
        is_right = file_add(making, list, depth);
    }
    else if (error)
    {
        group_report(making->command, list, error);
    }
    else
    {
        is_right = group_add(making, list, members.units, depth);
    }
    text_free(&members);
    return is_right;
}

/* `list` is what stands behind the @. One that others name too is read once. */
static bool list_add(const struct making *making, const WCHAR *list, unsigned int depth)
{
    if (name_set_has(making->lists, list))
    {
        return true;
    }
    if (depth > DEPTH_MAX)
    {
        usage_error(making->command, L"'@%ls' stands in a list that it names itself", list);
        return false;
    }
    if (!named_list_add(making, list, depth))
    {
        return false;
    }
    name_set_add(making->lists, list, wcslen(list));
    return true;
}

static bool words_add(const struct making *making, const WCHAR *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        if (words[i][0] != '@')
        {
            name_set_add(making->names, words[i], wcslen(words[i]));
        }
        else if (!list_add(making, words[i] + 1, 1))
        {
            return false;
        }
    }
    if (count && !making->names->count)
    {
        usage_error(making->command, L"'%ls' names no server", words[0]);
        return false;
    }
    return true;
}

bool server_list_make(struct server_list *list, const struct arguments *arguments,
                      const WCHAR *operand)
{
    struct name_set lists = { .is_exact = true };
    const struct making making = { &list->names, &lists, arguments->command->name };
    size_t count;
    const WCHAR *const *words = arguments_words(arguments, operand, &count);
    bool is_right;

    *list = (struct server_list){ .of_many = count > 1 || (count && words[0][0] == '@') };
    is_right = words_add(&making, words, count);
    name_set_free(&lists);
    if (!is_right)
    {
        server_list_free(list);
    }
    return is_right;
}

void server_list_free(struct server_list *list)
{
    name_set_free(&list->names);
}

const WCHAR *server_list_first(const struct server_list *list)
{
    return list->names.count ? list->names.names[0] : NULL;
}

const WCHAR *const *server_list_names(const struct server_list *list)
{
    static const WCHAR *const this_computer[] = { NULL };

    return list->names.count ? list->names.names : this_computer;
}

size_t server_list_count(const struct server_list *list)
{
    return list->names.count ? list->names.count : 1;
}
