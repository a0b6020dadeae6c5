/*
 * Roots and links of DFS namespaces: one at a time.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/dfs/dfs.h"

#include "base/security_descriptor.h"
#include "base/status.h"
#include "families/dfs/dfs_call.h"
#include "remote/any_level.h"

/* lmdfs.h */
#define DFS_ADD_VOLUME                  0x1u
#define DFS_RESTORE_VOLUME              0x2u
#define DFS_MOVE_FLAG_REPLACE_IF_EXISTS 0x1u

/* Levels of NetrDfsGetInfo that are of a root alone. */
#define LEVEL_GENERATION 7
#define LEVEL_VERSION    50
/* Levels of NetrDfsSetInfo that are of a root or link, whatever target is named with them, and those
 * that are of a target alone. */
#define LEVEL_COMMENT            100
#define LEVEL_TIMEOUT            102
#define LEVEL_PRIORITY           104
#define LEVEL_STATE_AND_PRIORITY 106

/* ---- Asking ---------------------------------------------------------------------------------- */

/* A question, and its answer until rpc_reply_free(). */
struct info_question
{
    struct dfs_call *call;
    struct netdfs_info parameters;
    struct rpc_reply reply;
    bool is_of_path; /* what the server says of the level */
};

static uint32_t ask(void *context, uint32_t level)
{
    struct info_question *question = context;

    rpc_reply_free(&question->reply);
    question->parameters = (struct netdfs_info){
        .path = question->call->path.text,
        .level = level,
    };
    return remote_call(&question->call->remote, &netdfs_interface, NETR_DFS_GET_INFO,
                       &question->parameters, &question->reply);
}

/* What only a root has, a server may refuse to say of a link, whatever levels it knows. */
static uint32_t ask_at_level(void *context, uint32_t level)
{
    struct info_question *question = context;
    const bool is_of_root = level == LEVEL_GENERATION || level == LEVEL_VERSION;

    return is_of_root && question->call->path.link.length
               ? ask(context, level)
               : dfs_ask_at_level(&question->call->remote, ask, context, level,
                                  &question->is_of_path);
}

static uint32_t pack(struct dfs_entry *entry, uint32_t level, void **buffer)
{
    const struct info_rows rows = { entry, 1 };
    struct info_buffer packed = { 0 };
    uint32_t status = entry ? dfs_normalise(entry) : RPC_X_BAD_STUB_DATA;

    if (!status)
    {
        status =
            info_pack(&dfs_get_family, info_find_level(&dfs_get_family, level), &rows, &packed);
    }
    *buffer = packed.buffer;
    return status;
}

uint32_t dfs_get_info(struct utf16_slice path, uint32_t level, void **buffer)
{
    struct dfs_call call;
    struct info_question question = { .call = &call };
    const struct level_question at_levels = {
        .interface = &netdfs_interface,
        .operation = NETR_DFS_GET_INFO,
        .family = &dfs_get_family,
        .level = level,
        .ask = ask_at_level,
        .context = &question,
        .is_of_this_question = &question.is_of_path,
    };
    uint32_t status = ERROR_SUCCESS;

    *buffer = NULL;
    if (!info_find_level(&dfs_get_family, level))
    {
        return ERROR_INVALID_LEVEL;
    }
    status = dfs_call_begin(&call, path, DFS_PATH_ROOT);
    if (!status)
    {
        status = dfs_result(&call.remote, remote_ask_at_levels(&call.remote, &at_levels));
    }
    if (!status)
    {
        status = pack(question.parameters.entry, level, buffer);
    }
    rpc_reply_free(&question.reply);
    dfs_call_end(&call);
    return status;
}

/* ---- Telling --------------------------------------------------------------------------------- */

/* Reads a caller's structure, whose descriptor is as long as it says itself. */
static uint32_t read_entry(const struct info_level *level, const void *structure,
                           struct dfs_entry *entry)
{
    struct info_bytes *descriptor = &entry->descriptor;

    *entry = (struct dfs_entry){ .state = 0 };
    info_read(level, structure, entry);
    entry->descriptor_size = 0; /* which is reserved there */
    if (!descriptor->data)
    {
        return ERROR_SUCCESS;
    }
    descriptor->size = security_descriptor_size(descriptor->data);
    entry->descriptor_size = (uint32_t)descriptor->size;
    return descriptor->size ? dfs_check_descriptor(descriptor) : ERROR_INVALID_SECURITY_DESCR;
}

/* Sets of the parameters what names the target, if that means anything at the level. */
static uint32_t set_target(const struct dfs_target_name *target, struct netdfs_info *parameters)
{
    bool has_target = false;
    uint32_t status = dfs_has_target(target, &has_target);

    switch (parameters->level)
    {
    case LEVEL_COMMENT:
    case LEVEL_TIMEOUT: return ERROR_SUCCESS;
    case LEVEL_PRIORITY:
    case LEVEL_STATE_AND_PRIORITY: status = has_target ? status : ERROR_INVALID_PARAMETER; break;
    default: break;
    }
    parameters->server = utf16_absent_if_empty(target->server);
    parameters->share = utf16_absent_if_empty(target->share);
    return status;
}

uint32_t dfs_set_info(struct utf16_slice path, const struct dfs_target_name *target, uint32_t level,
                      const void *structure)
{
    const struct info_level *fields = info_find_level(&dfs_set_family, level);
    struct dfs_entry entry;
    struct netdfs_info parameters = { .level = level, .entry = &entry };
    struct dfs_call call;
    uint32_t status = fields ? set_target(target, &parameters) : ERROR_INVALID_LEVEL;

    if (!status)
    {
        status = read_entry(fields, structure, &entry);
    }
    if (status)
    {
        return status;
    }
    status = dfs_call_begin(&call, path, DFS_PATH_ROOT);
    if (!status)
    {
        parameters.path = call.path.text;
        status = dfs_do(&call.remote, NETR_DFS_SET_INFO, &parameters);
        status = call.remote.cannot_read ? ERROR_INVALID_LEVEL : status;
    }
    dfs_call_end(&call);
    return status;
}

uint32_t dfs_add(struct utf16_slice path, const struct dfs_target_name *target,
                 struct utf16_slice comment, uint32_t flags)
{
    struct netdfs_add parameters = {
        .server = target->server,
        .share = target->share,
        .comment = utf16_absent_if_empty(comment),
        .flags = flags,
    };
    struct dfs_call call;
    uint32_t status = ERROR_SUCCESS;

    if (!target->server.length || !target->share.length ||
        flags & ~(DFS_ADD_VOLUME | DFS_RESTORE_VOLUME))
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = dfs_call_begin(&call, path, DFS_PATH_LINK);
    if (!status)
    {
        parameters.path = call.path.text;
        status = dfs_do(&call.remote, NETR_DFS_ADD, &parameters);
    }
    dfs_call_end(&call);
    return status;
}

uint32_t dfs_remove(struct utf16_slice path, const struct dfs_target_name *target)
{
    struct netdfs_remove parameters = {
        .server = utf16_absent_if_empty(target->server),
        .share = utf16_absent_if_empty(target->share),
    };
    struct dfs_call call;
    bool has_target = false;
    uint32_t status = dfs_has_target(target, &has_target);

    if (status)
    {
        return status;
    }
    status = dfs_call_begin(&call, path, DFS_PATH_LINK);
    if (!status)
    {
        parameters.path = call.path.text;
        status = dfs_do(&call.remote, NETR_DFS_REMOVE, &parameters);
    }
    dfs_call_end(&call);
    return status;
}

uint32_t dfs_move(struct utf16_slice path, struct utf16_slice new_path, uint32_t flags)
{
    struct netdfs_move parameters = { .flags = flags };
    struct dfs_path destination;
    struct dfs_call call;
    uint32_t status = flags & ~DFS_MOVE_FLAG_REPLACE_IF_EXISTS
                          ? ERROR_INVALID_PARAMETER
                          : dfs_path_parse(new_path, DFS_PATH_ROOT, &destination);

    if (status)
    {
        return status;
    }
    status = dfs_call_begin(&call, path, DFS_PATH_LINK);
    if (!status)
    {
        parameters.path = call.path.text;
        parameters.new_path = destination.text;
        status = dfs_do(&call.remote, NETR_DFS_MOVE, &parameters);
    }
    dfs_call_end(&call);
    dfs_path_free(&destination);
    return status;
}
