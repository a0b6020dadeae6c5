/*
 * Names, each once.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_NAME_SET_H
#define NETADMIN_NAME_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <windows.h>

/* Starts as { 0 } or { .is_exact = true }, ends with name_set_free(). */
struct name_set
{
    bool is_exact;       /* a small letter and its capital differ */
    const WCHAR **names; /* in the order in which they were added; terminated */
    size_t count;
    size_t capacity;
    size_t *places; /* 1 + the index of a name, by its hash; 0: free */
    size_t place_count;
};

/* Adds a copy of so many units; false if the name is there already. */
bool name_set_add(struct name_set *set, const WCHAR *name, size_t length);
bool name_set_has(const struct name_set *set, const WCHAR *name);
void name_set_free(struct name_set *set);

#endif
