/*
 * What this host answers by itself, where no server is asked, or where its server fails.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The families hand in functions that make rows; rows and what they point to are in the arena. Such a
 * function fails with ERROR_NOT_ENOUGH_MEMORY, or what the system says.
 */
#ifndef NETAPI32_REMOTE_HOST_ANSWER_H
#define NETAPI32_REMOTE_HOST_ANSWER_H

#include <stdbool.h>

#include "base/arena.h"
#include "levels/level.h"

/* Whether a call is for this computer; `server` is the name that the API has. */
bool host_is_meant(struct utf16_slice server);
/* Whether a call is for this computer, and LocalSource leaves it to this host to answer where its
 * server does not. */
bool host_stands_in(struct utf16_slice server);

/* The answer of a GetInfo function: one row. *buffer belongs to the caller (platform_api_free()), and
 * is NULL after an error. ERROR_INVALID_LEVEL; ERROR_NOT_ENOUGH_MEMORY; errors of `describe`. */
uint32_t host_get_info(const struct info_family *family, uint32_t level,
                       uint32_t (*describe)(struct arena *arena, void *row), void **buffer);
/* The answer of an Enum function: the rows in their order, from the resume handle (an index) on.
 * ERROR_INVALID_LEVEL; results of info_answer_from(); errors of `list`. */
uint32_t host_list(const struct info_family *family, const struct info_request *request,
                   uint32_t (*list)(struct arena *arena, struct info_rows *rows),
                   struct info_answer *answer);

#endif
