/*
 * The security of files on servers, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/file/file_security.h"

#include <stdlib.h>
#include <string.h>

#include "base/security_descriptor.h"
#include "base/status.h"
#include "platform/platform.h"
#include "remote/call.h"
#include "rpc/srvsvc.h"

/* ---- Names of files -------------------------------------------------------------------------- */

/* What stands before the next backslash; *rest begins with that. */
static struct utf16_slice next_part(struct utf16_slice *rest)
{
    const size_t length = utf16_find(*rest, '\\');
    const struct utf16_slice part = utf16_part(*rest, 0, length);

    *rest = utf16_part(*rest, length, rest->length);
    return part;
}

static bool is_unit(struct utf16_slice text, uint16_t unit)
{
    return text.length == 1 && utf16_unit(text, 0) == unit;
}

bool file_name_parse(struct utf16_slice path, struct file_name *name)
{
    static const uint16_t root[] = { '\\' };
    struct utf16_slice rest = utf16_part(path, 2, path.length);

    *name = (struct file_name){ .server = { NULL, 0 } };
    if (path.length < 2 || utf16_unit(path, 0) != '\\' || utf16_unit(path, 1) != '\\')
    {
        return false;
    }
    name->server = next_part(&rest);
    rest = utf16_part(rest, 1, rest.length);
    name->share = next_part(&rest);
    name->path = rest.length ? rest : (struct utf16_slice){ root, 1 };
    return name->server.length && name->share.length && !is_unit(name->server, '.') &&
           !is_unit(name->server, '?');
}

/* ---- Asking ---------------------------------------------------------------------------------- */

/* An operation on a file, whose parameters have its path. */
struct file_call
{
    uint16_t operation;
    void *parameters;
    struct utf16_slice *path;
    const uint32_t *result;
};

static uint32_t ask(struct remote *remote, const struct file_call *call, struct rpc_reply *reply)
{
    rpc_reply_free(reply);
    return remote_call(remote, &srvsvc_interface, call->operation, call->parameters, reply);
}

/* A copy, which the caller frees; NULL when memory is short. */
static uint16_t *with_slashes(struct utf16_slice path)
{
    uint16_t *copy = calloc(path.length + 1, sizeof(*copy));

    for (size_t i = 0; copy && i < path.length; i++)
    {
        const uint16_t unit = utf16_unit(path, i);

        copy[i] = unit == '\\' ? '/' : unit;
    }
    return copy;
}

/* Samba takes the path as one of its own system. */
static uint32_t ask_with_slashes(struct remote *remote, const struct file_call *call,
                                 struct rpc_reply *reply)
{
    const struct utf16_slice path = *call->path;
    uint16_t *copy = with_slashes(path);
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    if (copy)
    {
        *call->path = (struct utf16_slice){ copy, path.length };
        status = ask(remote, call, reply);
        *call->path = path;
        free(copy);
    }
    return status;
}

/* The reply is to be released, whatever comes of the call. */
static uint32_t ask_server(struct utf16_slice server, const struct file_call *call,
                           struct rpc_reply *reply)
{
    struct remote remote;
    uint32_t status = remote_begin_for(&remote, server);

    if (!status)
    {
        status = ask(&remote, call, reply);
        if (status == ERROR_FILE_NOT_FOUND && status == *call->result)
        {
            status = ask_with_slashes(&remote, call, reply);
        }
        status = remote_result(&remote, status, NERR_NetNameNotFound);
    }
    remote_end(&remote);
    return status;
}

/* ---- Getting and setting --------------------------------------------------------------------- */

static uint32_t copy_descriptor(const struct srvsvc_security_descriptor *answer, void **descriptor,
                                uint32_t *size)
{
    if (!answer || !security_descriptor_is_valid(answer->descriptor))
    {
        return RPC_X_BAD_STUB_DATA;
    }
    *descriptor = platform_api_allocate(answer->descriptor.size);
    if (!*descriptor)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    memcpy(*descriptor, answer->descriptor.data, answer->descriptor.size);
    *size = (uint32_t)answer->descriptor.size;
    return ERROR_SUCCESS;
}

uint32_t file_security_get(const struct file_name *name, uint32_t information, void **descriptor,
                           uint32_t *size)
{
    struct srvsvc_get_file_security parameters = { .share = name->share,
                                                   .file = name->path,
                                                   .information = information };
    const struct file_call call = { NETRP_GET_FILE_SECURITY, &parameters, &parameters.file,
                                    &parameters.result };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = ask_server(name->server, &call, &reply);

    *descriptor = NULL;
    *size = 0;
    if (!status)
    {
        status = copy_descriptor(parameters.descriptor, descriptor, size);
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t file_security_set(const struct file_name *name, uint32_t information,
                           const void *descriptor)
{
    const struct bytes bytes = { descriptor, security_descriptor_size(descriptor) };
    struct srvsvc_set_file_security parameters = {
        .share = name->share,
        .file = name->path,
        .information = information,
        .descriptor = { .size = (uint32_t)bytes.size, .descriptor = bytes },
    };
    const struct file_call call = { NETRP_SET_FILE_SECURITY, &parameters, &parameters.file,
                                    &parameters.result };
    struct rpc_reply reply = { .stub = { .data = NULL } };
    uint32_t status = ERROR_INVALID_SECURITY_DESCR;

    if (security_descriptor_is_valid(bytes))
    {
        status = ask_server(name->server, &call, &reply);
    }
    rpc_reply_free(&reply);
    return status;
}
