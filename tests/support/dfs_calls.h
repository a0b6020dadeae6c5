/*
 * The functions for DFS namespaces as tests call them: with text in UTF-8, and their answers as
 * rpcclient prints those of its own.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_DFS_CALLS_H
#define NETAPI32_TESTS_SUPPORT_DFS_CALLS_H

#include "families/dfs/dfs.h"

/* NULL stands for an absent string. What comes out is as in dfs.h. */
uint32_t dfs_enum_page(const char *name, uint32_t level, uint32_t preferred_length,
                       uint32_t resume_handle, struct info_answer *answer);
uint32_t dfs_enum_all(const char *name, uint32_t level, struct info_answer *answer);
uint32_t dfs_info(const char *path, uint32_t level, void **buffer);
uint32_t dfs_client_info(const char *path, const char *server, const char *share, uint32_t level,
                         void **buffer);
uint32_t dfs_set(const char *path, const char *server, const char *share, uint32_t level,
                 const void *structure);
uint32_t dfs_add_target(const char *path, const char *server, const char *share,
                        const char *comment, uint32_t flags);
uint32_t dfs_remove_target(const char *path, const char *server, const char *share);
uint32_t dfs_move_link(const char *path, const char *new_path, uint32_t flags);

/* The structures of level 1, 2 or 3, as rpcclient prints them. `text` takes `size` bytes. */
void dfs_print(uint32_t level, const void *structures, uint32_t count, char *text, size_t size);
/* The same for one path or name; valid until the next call. */
const char *dfs_utf8(const uint16_t *text);

#endif
