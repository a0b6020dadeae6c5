/*
 * DFS namespaces and their root targets.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/dfs/dfs.h"

#include <string.h>

#include "base/status.h"
#include "families/dfs/dfs_call.h"
#include "platform/platform.h"

#define VERSION_STAND_ALONE 1
#define ORIGIN_MAX          2 /* DFS_NAMESPACE_VERSION_ORIGIN_DOMAIN */

static bool is_named(const struct dfs_target_name *root)
{
    return root->server.length && root->share.length;
}

/* As services have it: the name alone. */
static struct utf16_slice bare_name(struct utf16_slice server)
{
    struct utf16_slice rest;

    return dfs_path_split(server, &rest);
}

/* ---- Stand-alone namespaces ------------------------------------------------------------------ */

uint32_t dfs_add_std_root(const struct dfs_target_name *root, struct utf16_slice comment,
                          uint32_t flags)
{
    struct netdfs_add_std_root parameters = {
        .server = bare_name(root->server),
        .share = root->share,
        .comment = dfs_text(comment),
    };

    return is_named(root) && !flags ? dfs_do_on(root->server, NETR_DFS_ADD_STD_ROOT, &parameters)
                                    : ERROR_INVALID_PARAMETER;
}

uint32_t dfs_add_std_root_forced(const struct dfs_target_name *root, struct utf16_slice comment,
                                 struct utf16_slice local_path)
{
    struct netdfs_add_std_root_forced parameters = {
        .server = bare_name(root->server),
        .share = root->share,
        .comment = dfs_text(comment),
        .local_path = local_path,
    };

    return is_named(root) && local_path.length
               ? dfs_do_on(root->server, NETR_DFS_ADD_STD_ROOT_FORCED, &parameters)
               : ERROR_INVALID_PARAMETER;
}

uint32_t dfs_remove_std_root(const struct dfs_target_name *root, uint32_t flags)
{
    struct netdfs_remove_std_root parameters = {
        .server = bare_name(root->server),
        .share = root->share,
    };

    return is_named(root) && !flags ? dfs_do_on(root->server, NETR_DFS_REMOVE_STD_ROOT, &parameters)
                                    : ERROR_INVALID_PARAMETER;
}

/* ---- Namespaces of a domain ------------------------------------------------------------------ */

uint32_t dfs_add_ft_root(const struct dfs_target_name *root, struct utf16_slice name,
                         struct utf16_slice comment, uint32_t flags)
{
    const struct utf16_slice empty = dfs_text((struct utf16_slice){ NULL, 0 });
    struct netdfs_root_list *root_list = NULL;
    struct netdfs_add_ft_root parameters = {
        .server = bare_name(root->server),
        .dc = empty, /* the server finds one */
        .share = root->share,
        .name = name,
        .comment = dfs_text(comment),
        .config_dn = empty,
        .root_list = &root_list,
    };

    return is_named(root) && name.length && !flags
               ? dfs_do_on(root->server, NETR_DFS_ADD_FT_ROOT, &parameters)
               : ERROR_INVALID_PARAMETER;
}

/* Asks `asked`, the root target's own server or a domain controller. */
static uint32_t remove_ft_root(struct utf16_slice asked, const struct dfs_target_name *root,
                               struct utf16_slice name, uint32_t flags)
{
    const bool is_forced = flags & NETDFS_FORCE_REMOVE;
    struct netdfs_root_list *root_list = NULL;
    struct netdfs_remove_ft_root parameters = {
        .server = bare_name(root->server),
        .dc = dfs_text(is_forced ? bare_name(asked) : (struct utf16_slice){ NULL, 0 }),
        .share = root->share,
        .name = name,
        .flags = flags,
        .root_list = &root_list,
    };

    return is_named(root) && name.length && asked.length
               ? dfs_do_on(asked, NETR_DFS_REMOVE_FT_ROOT, &parameters)
               : ERROR_INVALID_PARAMETER;
}

uint32_t dfs_remove_ft_root(const struct dfs_target_name *root, struct utf16_slice name,
                            uint32_t flags)
{
    return flags ? ERROR_INVALID_PARAMETER : remove_ft_root(root->server, root, name, 0);
}

uint32_t dfs_remove_ft_root_forced(struct utf16_slice domain, const struct dfs_target_name *root,
                                   struct utf16_slice name, uint32_t flags)
{
    return flags ? ERROR_INVALID_PARAMETER
                 : remove_ft_root(domain, root, name, NETDFS_FORCE_REMOVE);
}

/* ---- Of either kind -------------------------------------------------------------------------- */

/* The paths of a namespace and of a root target of it, which is absent where the namespace stands
 * alone. */
struct root_target
{
    struct dfs_path path;
    struct dfs_path target;
};

static uint32_t read_paths(struct utf16_slice path, struct utf16_slice target_path,
                           struct root_target *paths)
{
    uint32_t status = dfs_path_parse(path, DFS_PATH_ROOT, &paths->path);

    paths->target = (struct dfs_path){ .copy = NULL };
    if (!status && target_path.length)
    {
        status = dfs_path_parse(target_path, DFS_PATH_ROOT, &paths->target);
    }
    return status;
}

static void free_paths(struct root_target *paths)
{
    dfs_path_free(&paths->path);
    dfs_path_free(&paths->target);
}

/* Who hosts the root target. */
static struct utf16_slice server_of(const struct root_target *paths)
{
    return paths->target.server.length ? paths->target.server : paths->path.server;
}

uint32_t dfs_add_root_target(struct utf16_slice path, struct utf16_slice target_path,
                             uint32_t major_version, struct utf16_slice comment, uint32_t flags)
{
    struct netdfs_add_root_target parameters = {
        .major_version = major_version,
        .comment = utf16_absent_if_empty(comment),
        .new_namespace = major_version != 0,
    };
    struct root_target paths;
    uint32_t status = read_paths(path, target_path, &paths);

    if (flags || (!target_path.length && major_version != VERSION_STAND_ALONE))
    {
        status = ERROR_INVALID_PARAMETER;
    }
    if (!status)
    {
        parameters.path = paths.path.text;
        parameters.target_path = paths.target.text;
        status = dfs_do_on(server_of(&paths), NETR_DFS_ADD_ROOT_TARGET, &parameters);
    }
    free_paths(&paths);
    return status;
}

uint32_t dfs_remove_root_target(struct utf16_slice path, struct utf16_slice target_path,
                                uint32_t flags)
{
    struct netdfs_remove_root_target parameters = { .flags = flags };
    struct root_target paths;
    uint32_t status = read_paths(path, target_path, &paths);

    if (!status)
    {
        parameters.path = paths.path.text;
        parameters.target_path = paths.target.text;
        status = dfs_do_on(server_of(&paths), NETR_DFS_REMOVE_ROOT_TARGET, &parameters);
    }
    free_paths(&paths);
    return status;
}

/* ---- Servers --------------------------------------------------------------------------------- */

uint32_t dfs_get_supported_namespace_version(uint32_t origin, struct utf16_slice name,
                                             struct dfs_namespace_version **version)
{
    struct netdfs_get_supported_namespace_version parameters = {
        .origin = (uint16_t)origin,
        .name = bare_name(name),
    };
    uint32_t status = ERROR_INVALID_PARAMETER;

    *version = NULL;
    if (name.length && origin <= ORIGIN_MAX)
    {
        status = dfs_do_on(name, NETR_DFS_GET_SUPPORTED_NAMESPACE_VERSION, &parameters);
    }
    if (status)
    {
        return status;
    }
    *version = platform_api_allocate(sizeof(**version));
    if (!*version)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    memcpy(*version, &parameters.version, sizeof(**version));
    return ERROR_SUCCESS;
}

uint32_t dfs_manager_initialize(struct utf16_slice server, uint32_t flags)
{
    struct netdfs_manager_initialize parameters = {
        .server = dfs_text(bare_name(server)),
        .flags = flags,
    };

    return dfs_do_on(server, NETR_DFS_MANAGER_INITIALIZE, &parameters);
}
