/*
 * Names of accounts in one word of the command line. No such name has a comma.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_NAME_LIST_H
#define NETADMIN_NAME_LIST_H

#include <stddef.h>
#include <windows.h>

/* Ends with name_list_free(). */
struct name_list
{
    WCHAR **names;
    size_t count;
    WCHAR *copy; /* of the word, which the names are parts of */
};

/* The names of NAME,NAME without blanks around them; empty ones are none. */
struct name_list name_list_make(const WCHAR *list);
void name_list_free(struct name_list *list);

/* For functions that take structures of one string: an array of such, to be freed with free(). The
 * strings stay the list's. */
void *name_list_structures(const struct name_list *list);

#endif
