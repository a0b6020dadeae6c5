/*
 * The accounts of a server: its connection, its domains and its handles.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/accounts/account_server.h"

#include <string.h>

#include "base/sid.h"
#include "base/sid_use.h"
#include "base/status.h"
#include "families/accounts/account_server_code.h"
#include "platform/utf16_equal.h"
#include "remote/optional_call.h"

/* [MS-SAMR] 2.2.1.3: SAM_SERVER_ENUMERATE_DOMAINS | SAM_SERVER_LOOKUP_DOMAIN, which everybody has
 * who may connect */
#define SERVER_ACCESS 0x30u
/* Of SAMPR_REVISION_INFO_V1, 2.2.7.15 */
#define REVISION_INFO_V1 1u
#define REVISION         3u
/* Of SamrConnect4, 3.1.5.1.2 */
#define CLIENT_REVISION_2 2u
/* More than two domains have never been seen; they fit many times. */
#define DOMAINS_LENGTH 8192u

struct account_server *account_server_of(const struct account_call *call)
{
    return call->state;
}

bool account_server_keep_sid(struct account_call *call, struct bytes sid, struct bytes *kept)
{
    struct info_bytes copy = { sid.data, sid.size };

    if (!account_call_keep_bytes(call, &copy))
    {
        return false;
    }
    *kept = (struct bytes){ copy.data, copy.size };
    return true;
}

bool account_server_keep_reply(struct account_call *call, struct rpc_reply *reply)
{
    struct account_server *server = account_server_of(call);
    struct kept_reply *kept = arena_allocate(&call->arena, sizeof(*kept));
    const size_t size = reply->stub.size + reply->arena.given;

    if (!kept || size > ARENA_LIMIT - server->kept_size)
    {
        return false;
    }
    server->kept_size += size;
    *kept = (struct kept_reply){ server->kept, *reply };
    server->kept = kept;
    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    return true;
}

/* ---- Asking ---------------------------------------------------------------------------------- */

/* What became of an operation, whose answer there is only where there is a reply. */
static uint32_t outcome(const struct account_call *call, const struct rpc_interface *interface,
                        uint16_t operation, const void *parameters, const struct rpc_reply *reply,
                        uint32_t status)
{
    if (call->remote.lacks_operation)
    {
        return ERROR_NOT_SUPPORTED;
    }
    return reply->stub.data
               ? account_server_code(ndr_result(rpc_operation(interface, operation), parameters))
               : status;
}

uint32_t account_server_call(struct account_call *call, const struct rpc_interface *interface,
                             uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    const uint32_t status = remote_call(&call->remote, interface, operation, parameters, reply);

    return outcome(call, interface, operation, parameters, reply, status);
}

uint32_t account_server_ask(struct account_call *call, enum samr_operation operation,
                            void *parameters, struct rpc_reply *reply)
{
    return account_server_call(call, &samr_interface, (uint16_t)operation, parameters, reply);
}

uint32_t account_server_ask_if_offered(struct account_call *call, enum samr_operation operation,
                                       void *parameters, struct rpc_reply *reply)
{
    const uint32_t status = remote_call_if_offered(&call->remote, &samr_interface,
                                                   (uint16_t)operation, parameters, reply);

    return outcome(call, &samr_interface, (uint16_t)operation, parameters, reply, status);
}

uint32_t account_server_page_code(uint32_t status, const struct rpc_reply *reply, uint32_t result)
{
    return reply->stub.data && result == STATUS_NO_MORE_ENTRIES ? ERROR_SUCCESS : status;
}

/* ---- Handles --------------------------------------------------------------------------------- */

static bool is_open(const struct context_handle *handle)
{
    static const struct context_handle none;

    return memcmp(handle, &none, sizeof(none)) != 0;
}

void account_server_close(struct account_call *call, struct context_handle *handle)
{
    struct samr_close parameters = { .handle = *handle };
    struct rpc_reply reply;

    if (is_open(handle))
    {
        account_server_ask(call, SAMR_CLOSE_HANDLE, &parameters, &reply);
        rpc_reply_free(&reply);
    }
    *handle = (struct context_handle){ 0 };
}

uint32_t account_server_open(struct account_call *call, enum samr_operation operation,
                             enum server_domain which, uint32_t rid, uint32_t access,
                             struct context_handle *handle)
{
    const struct account_domain *domain = NULL;
    struct samr_open_object parameters = { .desired_access = access, .rid = rid };
    struct rpc_reply reply;
    uint32_t status = account_server_open_domain(call, which, &domain);

    *handle = (struct context_handle){ 0 };
    if (status)
    {
        return status;
    }
    parameters.domain = domain->handle;
    status = account_server_ask(call, operation, &parameters, &reply);
    if (!status)
    {
        *handle = parameters.handle;
    }
    rpc_reply_free(&reply);
    return status;
}

/* ---- Connecting ------------------------------------------------------------------------------ */

static uint32_t connect_5(struct account_call *call)
{
    struct account_server *server = account_server_of(call);
    struct samr_connect_5 parameters = {
        .server_name = utf16_from_name(&call->remote.server.unc_name),
        .desired_access = SERVER_ACCESS,
        .in_version = REVISION_INFO_V1,
        .in_revision = { .revision = REVISION },
    };
    struct rpc_reply reply;
    const uint32_t status = account_server_ask_if_offered(call, SAMR_CONNECT5, &parameters, &reply);

    server->server = parameters.server;
    server->features = status ? 0 : parameters.out_revision.supported_features;
    rpc_reply_free(&reply);
    return status;
}

static uint32_t connect_4(struct account_call *call)
{
    struct samr_connect_4 parameters = {
        .server_name = utf16_from_name(&call->remote.server.unc_name),
        .client_revision = CLIENT_REVISION_2,
        .desired_access = SERVER_ACCESS,
    };
    struct rpc_reply reply;
    const uint32_t status = account_server_ask_if_offered(call, SAMR_CONNECT4, &parameters, &reply);

    account_server_of(call)->server = parameters.server;
    rpc_reply_free(&reply);
    return status;
}

static uint32_t connect_2(struct account_call *call)
{
    struct samr_connect_2 parameters = {
        .server_name = utf16_from_name(&call->remote.server.unc_name),
        .desired_access = SERVER_ACCESS,
    };
    struct rpc_reply reply;
    const uint32_t status = account_server_ask(call, SAMR_CONNECT2, &parameters, &reply);

    account_server_of(call)->server = parameters.server;
    rpc_reply_free(&reply);
    return status;
}

uint32_t account_server_connect(struct account_call *call)
{
    static uint32_t (*const ways[])(struct account_call *) = { connect_5, connect_4, connect_2 };
    struct account_server *server = account_server_of(call);
    uint32_t status = server->is_connected ? ERROR_SUCCESS : remote_prepare(&call->remote);

    for (size_t i = 0; i < INFO_COUNT(ways) && !status && !server->is_connected; i++)
    {
        status = ways[i](call);
        server->is_connected = !status;
        if (call->remote.lacks_operation && i + 1 < INFO_COUNT(ways))
        {
            status = ERROR_SUCCESS;
        }
    }
    return status;
}

/* ---- Domains --------------------------------------------------------------------------------- */

/* The name of the domain that is not BUILTIN. */
static uint32_t find_domain_name(struct account_call *call, struct utf16_slice *name)
{
    struct samr_enumerate parameters = {
        .handle = account_server_of(call)->server,
        .preferred_length = DOMAINS_LENGTH,
    };
    struct rpc_reply reply;
    uint32_t status =
        account_server_ask(call, SAMR_ENUMERATE_DOMAINS_IN_SAM_SERVER, &parameters, &reply);
    const struct samr_enumeration none = { 0 };
    const struct samr_enumeration *found = !status && parameters.buffer ? parameters.buffer : &none;

    *name = (struct utf16_slice){ 0 };
    for (uint32_t i = 0; i < found->count && !name->units; i++)
    {
        if (!utf16_equal_ascii(found->entries[i].name, "Builtin"))
        {
            *name = found->entries[i].name;
        }
    }
    if (!status && !name->units)
    {
        status = RPC_S_PROTOCOL_ERROR;
    }
    if (!status && !account_call_keep_text(call, name))
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    rpc_reply_free(&reply);
    return status;
}

static uint32_t find_domain_sid(struct account_call *call, struct account_domain *domain)
{
    struct samr_lookup_domain parameters = {
        .server = account_server_of(call)->server,
        .name = domain->name,
    };
    struct rpc_reply reply;
    uint32_t status =
        account_server_ask(call, SAMR_LOOKUP_DOMAIN_IN_SAM_SERVER, &parameters, &reply);

    if (!status && !sid_can_be_domain(parameters.domain_id))
    {
        status = RPC_S_PROTOCOL_ERROR;
    }
    if (!status && !account_server_keep_sid(call, parameters.domain_id, &domain->sid))
    {
        status = ERROR_NOT_ENOUGH_MEMORY;
    }
    rpc_reply_free(&reply);
    return status;
}

/* What a domain is called, and its SID. */
static uint32_t identify(struct account_call *call, enum server_domain which,
                         struct account_domain *domain)
{
    static const uint16_t built_in_name[] = { 'B', 'U', 'I', 'L', 'T', 'I', 'N' };
    uint32_t status = ERROR_SUCCESS;

    if (which == BUILT_IN_DOMAIN)
    {
        domain->name = (struct utf16_slice){ built_in_name, INFO_COUNT(built_in_name) };
        domain->sid = sid_built_in_domain();
        return ERROR_SUCCESS;
    }
    status = find_domain_name(call, &domain->name);
    return status ? status : find_domain_sid(call, domain);
}

uint32_t account_server_open_domain(struct account_call *call, enum server_domain which,
                                    const struct account_domain **domain)
{
    struct account_server *server = account_server_of(call);
    struct account_domain *opened = &server->domains[which];
    struct samr_open_domain parameters = { .desired_access = SAMR_MAXIMUM_ALLOWED };
    struct rpc_reply reply;
    uint32_t status = ERROR_SUCCESS;

    *domain = opened;
    if (opened->is_open)
    {
        return ERROR_SUCCESS;
    }
    status = account_server_connect(call);
    if (!status)
    {
        status = identify(call, which, opened);
    }
    if (status)
    {
        return status;
    }
    parameters.server = server->server;
    parameters.domain_id = opened->sid;
    status = account_server_ask(call, SAMR_OPEN_DOMAIN, &parameters, &reply);
    if (!status)
    {
        opened->is_open = true;
        opened->handle = parameters.domain;
    }
    rpc_reply_free(&reply);
    return status;
}

/* ---- Names ----------------------------------------------------------------------------------- */

/* At most SAMR_LOOKUP_MAX. */
static uint32_t find_some_names(struct account_call *call, const struct account_domain *domain,
                                const struct utf16_slice *names, size_t count, uint32_t *rids,
                                uint32_t *uses)
{
    struct samr_lookup_names parameters = {
        .domain = domain->handle,
        .count = (uint32_t)count,
        .names = (struct utf16_slice *)(uintptr_t)names,
    };
    struct rpc_reply reply;
    uint32_t status = account_server_ask(call, SAMR_LOOKUP_NAMES_IN_DOMAIN, &parameters, &reply);

    if (reply.stub.data && parameters.result == STATUS_NONE_MAPPED)
    {
        status = ERROR_SUCCESS;
    }
    else if (!status && (parameters.rids.count != count || parameters.uses.count != count))
    {
        status = RPC_S_PROTOCOL_ERROR;
    }
    else if (!status)
    {
        for (size_t i = 0; i < count; i++)
        {
            uses[i] =
                parameters.uses.numbers[i] == SID_USE_UNKNOWN ? 0 : parameters.uses.numbers[i];
            rids[i] = uses[i] ? parameters.rids.numbers[i] : 0;
        }
    }
    rpc_reply_free(&reply);
    return status;
}

uint32_t account_server_find_names(struct account_call *call, enum server_domain which,
                                   const struct utf16_slice *names, size_t count, uint32_t *rids,
                                   uint32_t *uses)
{
    const struct account_domain *domain = NULL;
    uint32_t status = account_server_open_domain(call, which, &domain);

    memset(rids, 0, count * sizeof(*rids));
    memset(uses, 0, count * sizeof(*uses));
    for (size_t start = 0; start < count && !status; start += SAMR_LOOKUP_MAX)
    {
        const size_t left = count - start;

        status = find_some_names(call, domain, names + start,
                                 left < SAMR_LOOKUP_MAX ? left : SAMR_LOOKUP_MAX, rids + start,
                                 uses + start);
    }
    return status;
}
