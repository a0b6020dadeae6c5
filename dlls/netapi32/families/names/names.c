/*
 * Paths and names as a computer sees them, without Windows' types: [MS-SRVS] 3.1.4.29 to 3.1.4.34.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/names.h"

#include "base/status.h"
#include "remote/optional_call.h"
#include "rpc/srvsvc.h"

/* Asks the server, where one is to be asked. True when what is known here answers instead: for this
 * computer, and for a server that lacks the operation. */
static bool is_answered_here(const struct target *target, uint16_t operation, void *parameters,
                             struct rpc_reply *reply, uint32_t *status)
{
    struct remote remote;
    bool answered_here = target->is_this_computer;

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    *status = ERROR_SUCCESS;
    if (!answered_here)
    {
        remote_begin(&remote, target);
        *status = remote_call_if_offered(&remote, &srvsvc_interface, operation, parameters, reply);
        *status = remote_result(&remote, *status, *status);
        answered_here = remote.lacks_operation;
        remote_end(&remote);
    }
    return answered_here;
}

/* -1, 0 or 1, or an error, of which a comparison has no ERROR_MORE_DATA. */
static int32_t compared(uint32_t status, uint32_t result)
{
    return (int32_t)remote_without_more(status ? status : result);
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* What the server wrote: `length` code units, a terminator among them. */
static uint32_t take_text(const void *units, size_t length, uint16_t *text, size_t size,
                          size_t *text_length)
{
    const struct utf16_slice whole = { units, units ? smaller(length, size) : 0 };
    const size_t end = utf16_find(whole, 0);

    if (end == whole.length)
    {
        return RPC_X_BAD_STUB_DATA;
    }
    for (size_t i = 0; i <= end; i++)
    {
        text[i] = utf16_unit(whole, i);
    }
    *text_length = end;
    return ERROR_SUCCESS;
}

/* ---- Paths ----------------------------------------------------------------------------------- */

static bool can_be_path(struct utf16_slice path)
{
    return path.length && path.length <= PATH_LENGTH_MAX;
}

uint32_t names_path_type(const struct target *target, struct utf16_slice path, uint32_t flags,
                         uint32_t *type)
{
    struct srvsvc_path_type call = { .path = path, .flags = flags };
    struct rpc_reply reply;
    uint32_t status = ERROR_INVALID_NAME;

    *type = 0;
    if (!can_be_path(path))
    {
        return status;
    }
    if (is_answered_here(target, NETPR_PATH_TYPE, &call, &reply, &status))
    {
        status = path_type(path, flags, type);
    }
    else if (!status)
    {
        *type = call.type;
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t names_path_canonicalize(const struct target *target, struct utf16_slice path,
                                 struct utf16_slice prefix, uint32_t flags, size_t size,
                                 uint32_t *type, struct canonical_path *canonical)
{
    static const uint16_t no_prefix[] = { 0 };
    struct srvsvc_path_canonicalize call = {
        .path = path,
        .output_size = (uint32_t)smaller(size, PATH_LENGTH_MAX + 1) * 2,
        .prefix = prefix.units ? prefix : utf16_from_terminated(no_prefix),
        .type = *type,
        .flags = flags,
    };
    struct rpc_reply reply;
    uint32_t status = ERROR_INVALID_NAME;

    *canonical = (struct canonical_path){ .length = 0 };
    if (!can_be_path(path) || (prefix.length && !can_be_path(prefix)))
    {
        return status;
    }
    if (is_answered_here(target, NETPR_PATH_CANONICALIZE, &call, &reply, &status))
    {
        status = path_canonicalize(path, prefix, flags, size, type, canonical);
    }
    else if (!status)
    {
        status = take_text(call.output.data, call.output.size / 2, canonical->units,
                           PATH_LENGTH_MAX + 1, &canonical->length);
        *type = status ? *type : call.type;
    }
    rpc_reply_free(&reply);
    return status;
}

int32_t names_path_compare(const struct target *target, struct utf16_slice first,
                           struct utf16_slice second, uint32_t type, uint32_t flags)
{
    struct srvsvc_compare call = { .first = first, .second = second, .type = type, .flags = flags };
    struct rpc_reply reply;
    uint32_t status = ERROR_INVALID_NAME;

    if (!can_be_path(first) || !can_be_path(second))
    {
        return (int32_t)status;
    }
    if (is_answered_here(target, NETPR_PATH_COMPARE, &call, &reply, &status))
    {
        call.result = (uint32_t)path_compare(first, second, type, flags);
        status = ERROR_SUCCESS;
    }
    rpc_reply_free(&reply);
    return compared(status, call.result);
}

/* ---- Names ----------------------------------------------------------------------------------- */

/* ERROR_INVALID_PARAMETER when it is absent, ERROR_INVALID_NAME when it is too long for any type. */
static uint32_t check_name(struct utf16_slice name)
{
    if (!name.units)
    {
        return ERROR_INVALID_PARAMETER;
    }
    return name.length > NAME_TYPE_LENGTH_MAX ? ERROR_INVALID_NAME : ERROR_SUCCESS;
}

uint32_t names_validate(const struct target *target, struct utf16_slice name, uint32_t type,
                        uint32_t flags)
{
    struct srvsvc_name_validate call = { .name = name, .type = type, .flags = flags };
    struct rpc_reply reply;
    uint32_t status = check_name(name);

    if (status)
    {
        return status;
    }
    if (is_answered_here(target, NETPR_NAME_VALIDATE, &call, &reply, &status) ||
        status == ERROR_INVALID_LEVEL) /* Samba knows one type, that of shares */
    {
        status = name_validate(name, type, flags);
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t names_canonicalize(const struct target *target, struct utf16_slice name, uint32_t type,
                            uint32_t flags, size_t size, struct canonical_name *canonical)
{
    struct srvsvc_name_canonicalize call = {
        .name = name,
        .output_length = (uint32_t)smaller(size, NAME_TYPE_LENGTH_MAX + 1),
        .type = type,
        .flags = flags,
    };
    struct rpc_reply reply;
    uint32_t status = check_name(name);

    *canonical = (struct canonical_name){ .length = 0 };
    if (status)
    {
        return status;
    }
    if (is_answered_here(target, NETPR_NAME_CANONICALIZE, &call, &reply, &status))
    {
        status = name_canonicalize(name, type, flags, size, canonical);
    }
    else if (!status)
    {
        status = take_text(call.output, call.output_length, canonical->units,
                           NAME_TYPE_LENGTH_MAX + 1, &canonical->length);
    }
    rpc_reply_free(&reply);
    return status;
}

int32_t names_compare(const struct target *target, struct utf16_slice first,
                      struct utf16_slice second, uint32_t type, uint32_t flags)
{
    struct srvsvc_compare call = { .first = first, .second = second, .type = type, .flags = flags };
    struct rpc_reply reply;
    uint32_t status = check_name(first);

    status = status ? status : check_name(second);
    if (status)
    {
        return (int32_t)status;
    }
    if (is_answered_here(target, NETPR_NAME_COMPARE, &call, &reply, &status))
    {
        call.result = (uint32_t)name_compare(first, second, type, flags);
        status = ERROR_SUCCESS;
    }
    rpc_reply_free(&reply);
    return compared(status, call.result);
}
