/*
 * The logins that the host's files tell of.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_LOGINS_LOGIN_LIST_H
#define NETAPI32_LOGINS_LOGIN_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/utf16.h"
#include "logins/login.h"

/* Logins, and the files that they are parts of. Starts as { .deadline = ... }, ends with
 * login_list_free(). */
struct login_list
{
    uint64_t deadline; /* of reading them, on the clock of platform_now() */
    struct login *logins;
    size_t count;
    size_t capacity;
    uint8_t **files;
    size_t file_count;
    size_t file_capacity;
};

/* Adds the logins of a file or a folder, or, when the name is empty, those that the host has, in
 * their order. What cannot be read has none. ERROR_NOT_ENOUGH_MEMORY; ERROR_SEM_TIMEOUT where there are
 * more than can be read until the deadline. */
uint32_t login_list_read(struct login_list *list, const struct utf16_name *file_or_folder);
bool login_list_is_late(const struct login_list *list);
void login_list_free(struct login_list *list);

#endif
