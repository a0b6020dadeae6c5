/*
 * The logins that the host's files tell of.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LOGINS_LOGIN_LIST_H
#define NETAPI32_LOGINS_LOGIN_LIST_H

#include <stddef.h>

#include "base/utf16.h"
#include "logins/login.h"

/* Logins, and the files that they are parts of. Starts as { 0 }, ends with login_list_free(). */
struct login_list
{
    struct login *logins;
    size_t count;
    size_t capacity;
    uint8_t **files;
    size_t file_count;
    size_t file_capacity;
};

/* Adds the logins of a file or a folder, or, when the name is empty, those that the host has, in
 * their order. What cannot be read has none. ERROR_NOT_ENOUGH_MEMORY. */
uint32_t login_list_read(struct login_list *list, const struct utf16_name *file_or_folder);
void login_list_free(struct login_list *list);

#endif
