/*
 * What all operations on namespaces share.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/dfs/dfs_call.h"

#include "base/security_descriptor.h"
#include "base/status.h"

uint32_t dfs_call_begin(struct dfs_call *call, struct utf16_slice path, enum dfs_path_extent extent)
{
    uint32_t status = dfs_path_parse(path, extent, &call->path);

    call->remote = (struct remote){ .has_begun = false }; /* ends also if it never begins */
    return status ? status : remote_begin_for(&call->remote, call->path.server);
}

void dfs_call_end(struct dfs_call *call)
{
    remote_end(&call->remote);
    dfs_path_free(&call->path);
}

uint32_t dfs_result(const struct remote *remote, uint32_t status)
{
    return remote_result(remote, status, ERROR_NOT_FOUND);
}

uint32_t dfs_do(struct remote *remote, uint16_t operation, void *parameters)
{
    struct rpc_reply reply;
    uint32_t status = remote_call(remote, &netdfs_interface, operation, parameters, &reply);

    rpc_reply_free(&reply);
    return dfs_result(remote, status);
}

uint32_t dfs_do_on(struct utf16_slice server, uint16_t operation, void *parameters)
{
    struct remote remote;
    uint32_t status = remote_begin_for(&remote, server);

    if (!status)
    {
        status = dfs_do(&remote, operation, parameters);
    }
    remote_end(&remote);
    return status;
}

struct utf16_slice dfs_text(struct utf16_slice text)
{
    return text.units ? text : (struct utf16_slice){ "", 0 };
}

uint32_t dfs_has_target(const struct dfs_target_name *target, bool *has)
{
    *has = target->server.length && target->share.length;
    return *has || (!target->server.length && !target->share.length) ? ERROR_SUCCESS
                                                                     : ERROR_INVALID_PARAMETER;
}

uint32_t dfs_check_descriptor(const struct info_bytes *descriptor)
{
    return !descriptor->size || security_descriptor_is_valid(
                                    (struct bytes){ descriptor->data, descriptor->size })
               ? ERROR_SUCCESS
               : ERROR_INVALID_SECURITY_DESCR;
}

uint32_t dfs_normalise(struct dfs_entry *entry)
{
    entry->path = dfs_path_without_final_backslashes(entry->path);
    return dfs_check_descriptor(&entry->descriptor);
}

/* [MS-DFSNM]: the server MUST support them. */
static bool every_server_has(uint32_t level)
{
    return (level >= 1 && level <= 3) || level == 100;
}

uint32_t dfs_ask_at_level(const struct remote *remote,
                          uint32_t (*ask)(void *context, uint32_t level), void *context,
                          uint32_t level, bool *is_of_path)
{
    uint32_t status = ask(context, level);
    const bool may_lack = status == ERROR_INVALID_PARAMETER || remote->cannot_read;
    uint32_t probed = ERROR_SUCCESS;

    *is_of_path = status == ERROR_INVALID_PARAMETER;
    if (!may_lack || every_server_has(level))
    {
        return status;
    }
    probed = ask(context, 1);
    if (!probed)
    {
        return ERROR_INVALID_LEVEL;
    }
    /* A question that no server has answered tells nothing about the level. */
    return remote->is_unanswered && !remote->cannot_read ? probed : status;
}
