/*
 * The functions for DFS namespaces, without Windows' types: what the functions of lmdfs.h do once
 * their pointers are checked.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Results follow Microsoft's documentation of the functions and [MS-DFSNM]. The server that is asked
 * is the first name of a path. What it answers is told as it is: ERROR_NOT_FOUND where [MS-DFSNM] has
 * it, NERR_DfsNoSuchVolume and the like from Samba. What keeps it from being asked is told as
 * remote_call() tells it, but
 *
 *   ERROR_NOT_FOUND      this computer has no server, and so no namespaces
 *   ERROR_NOT_SUPPORTED  the server has no such operation
 *
 * Empty strings are absent ones.
 */
#ifndef NETAPI32_DFS_DFS_H
#define NETAPI32_DFS_DFS_H

#include "families/dfs/dfs_path.h"
#include "levels/dfs_levels.h"

/* ---- Roots and links ------------------------------------------------------------------------- */

struct dfs_enum_request
{
    struct utf16_slice name;   /* server\root, server, or a domain; with or without backslashes */
    uint32_t level;            /* of dfs_list_family */
    uint32_t preferred_length; /* bytes; nothing at levels 200 and 300 */
    uint32_t resume_handle;    /* 0, or what the call before gave */
};

/* Lists a root and its links, or the roots of a server or a domain. ERROR_SUCCESS with what fits, at
 * least one, also where more are left: the resume handle, never 0, is for the next call, and
 * ERROR_NO_MORE_ITEMS says that there are none. ERROR_INVALID_LEVEL where neither the server nor a
 * level that it has tells what is wanted; ERROR_INVALID_PARAMETER for what is no path;
 * ERROR_INVALID_SECURITY_DESCR for a server's that is none. The structures are DFS_INFO_x. */
uint32_t dfs_enumerate(const struct dfs_enum_request *request, struct info_answer *answer);

/* A root or a link as a structure of the level (dfs_get_family), which the caller owns
 * (platform_api_free()). Errors as above. */
uint32_t dfs_get_info(struct utf16_slice path, uint32_t level, void **buffer);
/* The same (dfs_client_family), as a client is referred to its targets. What only the management of a
 * namespace knows is empty: comment and GUID. With a target, one that is referred to.
 * ERROR_NOT_FOUND; ERROR_BAD_NET_RESP for an answer that breaks the rules. */
uint32_t dfs_get_client_info(struct utf16_slice path, const struct dfs_target_name *target,
                             uint32_t level, void **buffer);

/* Changes a root or a link, or its target where there is one: `structure` is one of the level
 * (dfs_set_family). ERROR_INVALID_PARAMETER when half a target is given, or none at a level for
 * targets; ERROR_INVALID_LEVEL, also where the server does not know it; ERROR_INVALID_SECURITY_DESCR. */
uint32_t dfs_set_info(struct utf16_slice path, const struct dfs_target_name *target, uint32_t level,
                      const void *structure);
/* Adds a link, or a target to one. `flags` are DFS_ADD_VOLUME and DFS_RESTORE_VOLUME. */
uint32_t dfs_add(struct utf16_slice path, const struct dfs_target_name *target,
                 struct utf16_slice comment, uint32_t flags);
/* Removes a target of a link, or, without a target, the link. ERROR_INVALID_PARAMETER when half a
 * target is given. */
uint32_t dfs_remove(struct utf16_slice path, const struct dfs_target_name *target);
/* Moves a link, or all below a path. `flags`: DFS_MOVE_FLAG_REPLACE_IF_EXISTS. */
uint32_t dfs_move(struct utf16_slice path, struct utf16_slice new_path, uint32_t flags);

/* ---- Namespaces ------------------------------------------------------------------------------ */

/* Flags that are reserved must be 0: ERROR_INVALID_PARAMETER, as for a name that is not there. */
uint32_t dfs_add_std_root(const struct dfs_target_name *root, struct utf16_slice comment,
                          uint32_t flags);
uint32_t dfs_add_std_root_forced(const struct dfs_target_name *root, struct utf16_slice comment,
                                 struct utf16_slice local_path);
uint32_t dfs_remove_std_root(const struct dfs_target_name *root, uint32_t flags);

/* Root targets of a domain's namespace. Whom a server says to tell of the change, it is left to tell
 * itself. */
uint32_t dfs_add_ft_root(const struct dfs_target_name *root, struct utf16_slice name,
                         struct utf16_slice comment, uint32_t flags);
uint32_t dfs_remove_ft_root(const struct dfs_target_name *root, struct utf16_slice name,
                            uint32_t flags);
/* The same without the root target's server: a domain controller is asked, under the domain's name. */
uint32_t dfs_remove_ft_root_forced(struct utf16_slice domain, const struct dfs_target_name *root,
                                   struct utf16_slice name, uint32_t flags);

/* Of either kind; `target_path`, \\server\share, is absent for a stand-alone namespace, of which the
 * path's server is asked, else the target's. */
uint32_t dfs_add_root_target(struct utf16_slice path, struct utf16_slice target_path,
                             uint32_t major_version, struct utf16_slice comment, uint32_t flags);
uint32_t dfs_remove_root_target(struct utf16_slice path, struct utf16_slice target_path,
                                uint32_t flags);

/* `origin` is a DFS_NAMESPACE_VERSION_ORIGIN, `name` a server or a domain. The caller owns the
 * structure (platform_api_free()). */
uint32_t dfs_get_supported_namespace_version(uint32_t origin, struct utf16_slice name,
                                             struct dfs_namespace_version **version);
/* Has a server read its configuration again. */
uint32_t dfs_manager_initialize(struct utf16_slice server, uint32_t flags);

#endif
