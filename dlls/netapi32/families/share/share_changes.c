/*
 * The functions that change what a server shares, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/share/share_changes.h"

#include "base/security_descriptor.h"
#include "base/status.h"
#include "families/share/share_rows.h"
#include "platform/log.h"
#include "platform/utf16_equal.h"
#include "remote/optional_call.h"
#include "rpc/srvsvc.h"

#define LEVEL_WITH_DESCRIPTOR  502u
#define LEVEL_WITH_SERVER      503
#define LEVEL_OF_DESCRIPTOR    1501
#define EVERY_NAME_OF_A_SERVER "*"

/* STYPE_CLUSTER_FS, STYPE_CLUSTER_SOFS, STYPE_CLUSTER_DFS, [MS-SRVS] 2.2.2.4: a client does not set
 * them. */
#define STYPE_CLUSTER 0x0e000000u

/* ---- Arguments ------------------------------------------------------------------------------- */

static bool is_one_of(uint32_t level, const uint32_t *levels, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        if (levels[i] == level)
        {
            return true;
        }
    }
    return false;
}

static uint32_t refuse(struct share_change *change, uint32_t status, uint32_t parameter)
{
    change->parameter_error = parameter;
    return status;
}

/* Nobody has said how long the descriptor is. */
static uint32_t measure_descriptor(struct share_change *change)
{
    struct info_bytes *descriptor = &change->share.descriptor;

    if (descriptor->data)
    {
        descriptor->size = security_descriptor_size(descriptor->data);
        if (!security_descriptor_is_valid((struct bytes){ descriptor->data, descriptor->size }))
        {
            return refuse(change, ERROR_INVALID_SECURITY_DESCR, SHARE_PARAMETER_DESCRIPTOR);
        }
    }
    else if (change->level == LEVEL_OF_DESCRIPTOR)
    {
        return refuse(change, ERROR_INVALID_PARAMETER, SHARE_PARAMETER_DESCRIPTOR);
    }
    change->share.descriptor_size = (uint32_t)descriptor->size;
    change->share.type &= ~STYPE_CLUSTER;
    return ERROR_SUCCESS;
}

/* ---- NetShareAdd, NetShareSetInfo ------------------------------------------------------------ */

/* Samba says what its own system says of a folder that is not there, and of a share that is. */
static uint32_t add_result(const struct remote *remote, uint32_t status, uint32_t result)
{
    if (status && status == result && status != ERROR_MORE_DATA)
    {
        return status == ERROR_FILE_NOT_FOUND ? NERR_UnknownDevDir
               : status == ERROR_FILE_EXISTS  ? NERR_DuplicateShare
                                              : status;
    }
    return remote_result(remote, status, NERR_ServerNotStarted);
}

static uint32_t add_at(struct remote *remote, struct share_change *change, uint32_t level)
{
    uint32_t wrong = SHARE_NO_PARAMETER_ERROR;
    struct srvsvc_share_add parameters = { .level = level,
                                           .share = &change->share,
                                           .parameter_error = &wrong };
    struct rpc_reply reply;
    uint32_t status = remote_call(remote, &srvsvc_interface, NETR_SHARE_ADD, &parameters, &reply);

    change->parameter_error = status && parameters.parameter_error ? *parameters.parameter_error
                                                                   : SHARE_NO_PARAMETER_ERROR;
    rpc_reply_free(&reply);
    return add_result(remote, status, parameters.result);
}

static bool is_of_every_name(const struct share *share)
{
    return !share->server.length || utf16_equal_ascii(share->server, EVERY_NAME_OF_A_SERVER);
}

/* A server that knows no names of its own has the share under all of them. */
static uint32_t add(struct remote *remote, struct share_change *change)
{
    uint32_t status = add_at(remote, change, change->level);

    if (status == ERROR_INVALID_LEVEL && change->level == LEVEL_WITH_SERVER &&
        is_of_every_name(&change->share))
    {
        TRACE("level %u from level %u\n", change->level, LEVEL_WITH_DESCRIPTOR);
        status = add_at(remote, change, LEVEL_WITH_DESCRIPTOR);
    }
    return status;
}

static uint32_t set_info(struct remote *remote, struct share_change *change)
{
    uint32_t wrong = SHARE_NO_PARAMETER_ERROR;
    struct srvsvc_share_set_info parameters = { .name = change->name,
                                                .level = change->level,
                                                .share = &change->share,
                                                .parameter_error = &wrong };
    struct rpc_reply reply;
    uint32_t status =
        remote_call(remote, &srvsvc_interface, NETR_SHARE_SET_INFO, &parameters, &reply);

    change->parameter_error = status && parameters.parameter_error ? *parameters.parameter_error
                                                                   : SHARE_NO_PARAMETER_ERROR;
    rpc_reply_free(&reply);
    return share_result(remote, status, parameters.result);
}

static uint32_t do_change(struct share_change *change,
                          uint32_t (*operation)(struct remote *remote, struct share_change *change))
{
    struct remote remote;
    uint32_t status = measure_descriptor(change);

    if (status)
    {
        return status;
    }
    status = remote_begin_for(&remote, change->server);
    if (!status)
    {
        status = operation(&remote, change);
    }
    remote_end(&remote);
    return status;
}

uint32_t shares_add(struct share_change *change)
{
    static const uint32_t levels[] = { 2, 502, 503 };

    change->parameter_error = SHARE_NO_PARAMETER_ERROR;
    if (!is_one_of(change->level, levels, INFO_COUNT(levels)))
    {
        return ERROR_INVALID_LEVEL;
    }
    return change->share.name.length
               ? do_change(change, add)
               : refuse(change, ERROR_INVALID_PARAMETER, SHARE_PARAMETER_NAME);
}

uint32_t shares_set_info(struct share_change *change)
{
    static const uint32_t levels[] = { 1, 2, 502, 503, 1004, 1005, 1006, 1501 };

    change->parameter_error = SHARE_NO_PARAMETER_ERROR;
    if (!is_one_of(change->level, levels, INFO_COUNT(levels)))
    {
        return ERROR_INVALID_LEVEL;
    }
    return change->name.length ? do_change(change, set_info) : ERROR_INVALID_PARAMETER;
}

/* ---- NetShareDel, NetShareDelSticky, NetShareDelEx ------------------------------------------- */

static uint32_t delete_by_name(struct remote *remote, uint16_t operation, struct utf16_slice name)
{
    struct srvsvc_share_del parameters = { .name = name };
    struct rpc_reply reply;
    uint32_t status = remote_call(remote, &srvsvc_interface, operation, &parameters, &reply);

    rpc_reply_free(&reply);
    return share_result(remote, status, parameters.result);
}

static uint32_t delete_named(uint16_t operation, struct utf16_slice server, struct utf16_slice name,
                             uint32_t reserved)
{
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    if (!name.length || reserved)
    {
        return ERROR_INVALID_PARAMETER;
    }
    status = remote_begin_for(&remote, server);
    if (!status)
    {
        status = delete_by_name(&remote, operation, name);
    }
    remote_end(&remote);
    return status;
}

uint32_t shares_delete(struct utf16_slice server, struct utf16_slice name, uint32_t reserved)
{
    return delete_named(NETR_SHARE_DEL, server, name, reserved);
}

uint32_t shares_delete_sticky(struct utf16_slice server, struct utf16_slice name, uint32_t reserved)
{
    return delete_named(NETR_SHARE_DEL_STICKY, server, name, reserved);
}

/* Only the two names count. */
static uint32_t delete_of_server(struct remote *remote, const struct share *share)
{
    struct share named = { .name = share->name, .server = share->server };
    struct srvsvc_share_del_ex parameters = { .level = LEVEL_WITH_SERVER, .share = &named };
    struct rpc_reply reply;
    uint32_t status =
        remote_call_if_offered(remote, &srvsvc_interface, NETR_SHARE_DEL_EX, &parameters, &reply);

    rpc_reply_free(&reply);
    return remote->lacks_operation && is_of_every_name(share)
               ? delete_by_name(remote, NETR_SHARE_DEL, share->name)
               : share_result(remote, status, parameters.result);
}

uint32_t shares_delete_ex(const struct share_change *change)
{
    static const uint32_t levels[] = { 0, 1, 2, 502, 503 };
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    if (!is_one_of(change->level, levels, INFO_COUNT(levels)))
    {
        return ERROR_INVALID_LEVEL;
    }
    if (change->level != LEVEL_WITH_SERVER || !change->share.name.length)
    {
        return shares_delete(change->server, change->share.name, 0);
    }
    status = remote_begin_for(&remote, change->server);
    if (!status)
    {
        status = delete_of_server(&remote, &change->share);
    }
    remote_end(&remote);
    return status;
}
