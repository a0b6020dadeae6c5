/*
 * Paths of DFS namespaces, as the API takes them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DFS_DFS_PATH_H
#define NETAPI32_DFS_DFS_PATH_H

#include <stdint.h>

#include "base/utf16.h"

/* \\server\root\link, where `link` may have backslashes in it. */
struct dfs_path
{
    struct utf16_slice text; /* the whole, with two backslashes at its start and none at its end */
    struct utf16_slice server;
    struct utf16_slice root; /* absent in \\server */
    struct utf16_slice link; /* absent in \\server\root */
    uint16_t *copy; /* what they are parts of, where it is not the caller's text; or NULL */
};

/* A target of a root or a link. */
struct dfs_target_name
{
    struct utf16_slice server;
    struct utf16_slice share; /* or a folder in it */
};

/* How much of a path there must be. */
enum dfs_path_extent
{
    DFS_PATH_SERVER,
    DFS_PATH_ROOT,
    DFS_PATH_LINK,
};

/* Reads a path, which may begin with two backslashes, with one or with none. Its parts belong to the
 * caller of the API, or to the path: dfs_path_free(), which is allowed also after a failure, when there
 * is nothing to free.
 * ERROR_INVALID_PARAMETER when there is less than there must be, an empty name in the middle, or more
 * than any path has; ERROR_NOT_ENOUGH_MEMORY. */
uint32_t dfs_path_parse(struct utf16_slice text, enum dfs_path_extent extent,
                        struct dfs_path *path);
void dfs_path_free(struct dfs_path *path);

/* The first name of a path, and what is behind it and its backslash, if there is any; backslashes at
 * the start count for nothing. */
struct utf16_slice dfs_path_split(struct utf16_slice path, struct utf16_slice *rest);
struct utf16_slice dfs_path_without_final_backslashes(struct utf16_slice text);

#endif
