/*
 * Which servers a command is about: names, files of names, and groups that are kept in the configuration.
 *
 * @NAME is the group of that name or, where there is none, the file; with a slash or a backslash in it, it
 * is a file always: @./NAME. In a file a line has one name, from # on a line is a comment; groups and files
 * may name further ones in the same way.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SERVER_LIST_H
#define NETADMIN_SERVER_LIST_H

#include <stdbool.h>

#include "command_line/arguments.h"
#include "many/name_set.h"

/* Ends with server_list_free(). */
struct server_list
{
    struct name_set
        names;    /* each once, in the order in which they are named first; none: this computer */
    bool of_many; /* several words, or a list, was given, however many names that makes */
};

/* Of an operand. False, and reported as a wrong command line, where something is no name, cannot be read,
 * or names nobody; there is nothing to free then. */
bool server_list_make(struct server_list *list, const struct arguments *arguments,
                      const WCHAR *operand);
void server_list_free(struct server_list *list);

/* All of them, for who asks each: this computer is one, NULL. */
const WCHAR *const *server_list_names(const struct server_list *list);
size_t server_list_count(const struct server_list *list);

/* The first, for who asks one; NULL: this computer. */
const WCHAR *server_list_first(const struct server_list *list);

#endif
