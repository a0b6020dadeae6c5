/*
 * The one way to a server: described operations, over a connection from the pool or a new one.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/call.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/call_state.h"
#include "platform/log.h"
#include "remote/start.h"
#include "rpc/srvsvc.h"
#include "smb/smb2_session.h"

/* ---- Connecting ------------------------------------------------------------------------------ */

/* Connects and logs on. When it fails, *received says whether the server had said anything. */
static uint32_t connection_open(struct remote *remote, struct server_connection **opened,
                                bool *received)
{
    const struct smb2_session_parameters parameters = {
        .server_name = utf16_from_name(&remote->server.key.name),
        .credentials = &remote->credentials,
        .require_encryption = remote->server.settings.require_encryption,
        .allow_guest = remote->server.settings.allow_guest,
    };
    struct server_connection *connection = NULL;
    struct transport *transport = NULL;
    uint32_t status = remote_open_transport(remote, &transport);

    *received = false;
    remote->nobody_listens = status == ERROR_CONNECTION_REFUSED;
    remote->host_answers = remote->nobody_listens && remote->server.target.is_this_computer &&
                           remote->server.source == LOCAL_SOURCE_AUTO;
    if (status)
    {
        return remote->nobody_listens ? ERROR_BAD_NETPATH : status;
    }
    status = remote_find_credentials(remote);
    if (!status)
    {
        connection = server_connection_new(&remote->server.key);
        status = connection ? ERROR_SUCCESS : ERROR_NOT_ENOUGH_MEMORY;
    }
    if (status)
    {
        transport->operations->close(transport);
        return status;
    }
    call_state_set_phase(NETAPI32_PHASE_AUTHENTICATING);
    status = smb2_session_open(&connection->smb, transport, &parameters, remote->deadline);
    if (!status)
    {
        status = smb2_ipc_tree_init(&connection->ipc, &connection->smb, parameters.server_name);
    }
    platform_threads_settle();
    if (status)
    {
        *received = connection->smb.receiver.bytes_received != 0;
        server_connection_free(connection);
        return status;
    }
    *opened = connection;
    return ERROR_SUCCESS;
}

/* The pipe of a service on a connection, which is opened and bound when it is first needed. */
static uint32_t service_of(struct server_connection *connection,
                           const struct rpc_interface *interface, uint64_t deadline,
                           struct server_service **found)
{
    struct server_service *service = NULL;
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < connection->service_count; i++)
    {
        if (connection->services[i].interface == interface)
        {
            *found = &connection->services[i];
            return ERROR_SUCCESS;
        }
    }
    if (connection->service_count == SERVICES_MAX)
    {
        return ERROR_NO_SYSTEM_RESOURCES;
    }
    service = &connection->services[connection->service_count];
    service->interface = interface;
    rpc_smb_pipe_init(&service->pipe, &connection->ipc);
    status = rpc_client_bind(&service->client, &service->pipe.pipe, interface, deadline);
    if (!status)
    {
        connection->service_count++;
        *found = service;
    }
    return status;
}

/* ---- A connection that is held --------------------------------------------------------------- */

void remote_hold(struct remote *remote)
{
    remote->hold.is_wanted = true;
}

static bool is_protected(const struct server_connection *connection)
{
    return connection->smb.signing || connection->smb.encrypting;
}

bool remote_is_protected(const struct remote *remote)
{
    return remote->hold.connection && is_protected(remote->hold.connection);
}

void remote_demand_protection(struct remote *remote)
{
    remote->hold.demands_protection = true;
}

bool remote_is_encrypted(const struct remote *remote)
{
    return remote->hold.connection && remote->hold.connection->smb.encrypting;
}

uint32_t remote_loss(const struct remote *remote)
{
    return remote->hold.lost;
}

uint32_t remote_session_key(const struct remote *remote, uint8_t key[SMB2_APPLICATION_KEY_SIZE])
{
    if (!remote_is_protected(remote))
    {
        memset(key, 0, SMB2_APPLICATION_KEY_SIZE);
        return remote_loss(remote) ? remote_loss(remote) : ERROR_NO_USER_SESSION_KEY;
    }
    memcpy(key, remote->hold.connection->smb.application_key, SMB2_APPLICATION_KEY_SIZE);
    return ERROR_SUCCESS;
}

static struct server_identity identity_of(const struct server_connection *connection)
{
    struct server_identity identity = { .peer = connection->smb.transport->peer };

    static_assert(sizeof(identity.guid) == sizeof(connection->smb.agreed.server_guid),
                  "a ServerGuid is copied whole");
    memcpy(identity.guid, connection->smb.agreed.server_guid, sizeof(identity.guid));
    return identity;
}

/* An idle connection, or the one that this call holds. */
static struct server_connection *take_connection(struct remote *remote)
{
    struct server_connection *held = hold_take(&remote->hold);

    return held ? held : pool_take(&remote->server.key);
}

/* ---- What is done on a connection ------------------------------------------------------------- */

struct attempt
{
    uint32_t (*act)(struct server_connection *connection, struct attempt *attempt,
                    uint64_t deadline);
    bool may_repeat; /* nothing was sent that changes something */
    /* The server said something in this try, beyond that our session or our pipe on an old connection
     * is gone. */
    bool received;
    bool broken; /* the connection is */
};

static uint32_t try_once(struct remote *remote, bool may_reuse, struct attempt *attempt)
{
    struct server_connection *connection = may_reuse ? take_connection(remote) : NULL;
    uint64_t received_before = 0;
    uint32_t status = ERROR_SUCCESS;

    if (connection)
    {
        received_before = connection->smb.receiver.bytes_received;
    }
    else
    {
        status = connection_open(remote, &connection, &attempt->received);
        if (status)
        {
            return status;
        }
    }
    attempt->received = true;
    connection->uses = remote->uses;
    remote->identity = identity_of(connection);
    facts_meet(&remote->server.key, &remote->identity);
    if (remote->hold.demands_protection && !is_protected(connection))
    {
        hold_keep(&remote->hold, connection);
        return ERROR_NOT_SUPPORTED;
    }
    call_state_set_source(NETAPI32_SOURCE_SERVER);
    call_state_set_phase(NETAPI32_PHASE_RECEIVING);
    status = attempt->act(connection, attempt, remote->deadline);
    attempt->received = attempt->received && !connection->smb.session_lost &&
                        connection->smb.receiver.bytes_received != received_before;
    attempt->broken = connection->smb.broken;
    if (attempt->broken)
    {
        server_connection_free(connection);
        hold_lose(&remote->hold, status);
    }
    else
    {
        hold_keep(&remote->hold, connection);
    }
    return status;
}

static uint32_t try_twice(struct remote *remote, struct attempt *attempt)
{
    uint32_t status = try_once(remote, true, attempt);

    if (status == ERROR_NETNAME_DELETED && !attempt->received && attempt->may_repeat &&
        !remote->hold.lost)
    {
        TRACE("the connection was lost before anything came; once more on a new one\n");
        status = try_once(remote, false, attempt);
    }
    call_state_set_phase(NETAPI32_PHASE_NONE);
    return status;
}

static uint32_t prepare_to_ask(struct remote *remote)
{
    uint32_t status = remote_prepare(remote);

    if (!status)
    {
        status = remote->hold.lost;
    }
    remote->nobody_listens = false; /* whoever was asked before */
    remote->is_unanswered = status != ERROR_SUCCESS;
    remote->lacks_operation = false;
    remote->cannot_read = false;
    return status;
}

/* ---- Questions ------------------------------------------------------------------------------- */

struct question_attempt
{
    struct attempt attempt; /* first */
    remote_question question;
    void *context;
};

static uint32_t ask_on(struct server_connection *connection, struct attempt *attempt,
                       uint64_t deadline)
{
    const struct question_attempt *asked = (const struct question_attempt *)(const void *)attempt;

    return asked->question(connection, asked->context, deadline);
}

uint32_t remote_ask(struct remote *remote, remote_question question, void *context)
{
    struct question_attempt asked = { { .act = ask_on, .may_repeat = true }, question, context };
    uint32_t status = prepare_to_ask(remote);

    return status ? status : try_twice(remote, &asked.attempt);
}

/* ---- Calling --------------------------------------------------------------------------------- */

/* What is done, and what came of it. */
struct operation_call
{
    struct attempt attempt; /* first */
    const struct rpc_interface *interface;
    const struct ndr_operation *operation;
    void *parameters;
    struct rpc_reply *reply;
};

static uint32_t call_on(struct server_connection *connection, struct attempt *attempt,
                        uint64_t deadline)
{
    struct operation_call *call = (struct operation_call *)(void *)attempt;
    struct server_service *service = NULL;
    uint32_t status = service_of(connection, call->interface, deadline, &service);

    if (!status)
    {
        attempt->may_repeat = call->operation->only_asks;
        status =
            rpc_call(&service->client, call->operation, call->parameters, call->reply, deadline);
    }
    if (service && service->client.pipe_lost)
    {
        connection->smb.broken = true;
        attempt->received = false;
    }
    return status;
}

/* Follows what was opened and closed. */
static void count_handles(struct hold *hold, const struct operation_call *call, size_t given)
{
    hold->open_handles += hold_handles(call->operation, NDR_OUT, call->parameters);
    hold->open_handles += hold_handles(call->operation, NDR_IN_OUT, call->parameters);
    hold->open_handles -= given < hold->open_handles ? given : hold->open_handles;
}

/* What the operation returned, as a Win32 code. */
static uint32_t result_of(const struct operation_call *call)
{
    const uint32_t result = ndr_result(call->operation, call->parameters);

    if (call->operation->result_kind == NDR_RESULT_NUMBER)
    {
        return ERROR_SUCCESS;
    }
    return call->operation->result_kind == NDR_RESULT_NTSTATUS ? win32_from_ntstatus(result)
                                                               : result;
}

uint32_t remote_call(struct remote *remote, const struct rpc_interface *interface,
                     uint16_t operation, void *parameters, struct rpc_reply *reply)
{
    const struct ndr_operation *described = rpc_operation(interface, operation);
    struct operation_call call = {
        .attempt = { .act = call_on, .may_repeat = true },
        .interface = interface,
        .operation = described,
        .parameters = parameters,
        .reply = reply,
    };
    size_t given = 0;
    uint32_t status = prepare_to_ask(remote);

    *reply = (struct rpc_reply){ .stub = { .data = NULL } };
    if (status)
    {
        return status;
    }
    if (rpc_names_server(interface, call.operation))
    {
        *(struct utf16_slice *)parameters = utf16_from_name(&remote->server.unc_name);
    }
    given = hold_handles(described, NDR_IN_OUT, parameters);
    status = try_twice(remote, &call.attempt);
    if (!status)
    {
        count_handles(&remote->hold, &call, given);
    }
    remote->is_unanswered = status != ERROR_SUCCESS;
    remote->lacks_operation = status == RPC_S_PROCNUM_OUT_OF_RANGE;
    remote->cannot_read = status == RPC_X_BAD_STUB_DATA && !call.attempt.broken;
    return status ? status : result_of(&call);
}

uint32_t remote_without_more(uint32_t status)
{
    return status == ERROR_MORE_DATA ? RPC_S_PROTOCOL_ERROR : status;
}

uint32_t remote_result(const struct remote *remote, uint32_t status, uint32_t host_status)
{
    if (status == ERROR_NOT_ENOUGH_MEMORY)
    {
        return status; /* of this process, which says nothing of the server */
    }
    if (remote->host_answers)
    {
        return host_status;
    }
    if (remote->lacks_operation && status == RPC_S_PROCNUM_OUT_OF_RANGE)
    {
        return ERROR_NOT_SUPPORTED;
    }
    return remote_without_more(status);
}

/* ---- Connections that somebody wants to have ------------------------------------------------- */

uint32_t remote_connect(const struct target *target, const struct credentials *credentials)
{
    struct remote remote;
    struct server_connection *connection = NULL;
    struct server_service *service = NULL;
    bool received = false;
    uint32_t status = ERROR_SUCCESS;

    remote_begin(&remote, target);
    remote_use_credentials(&remote, credentials);
    status = remote_prepare(&remote);
    if (!status)
    {
        status = connection_open(&remote, &connection, &received);
    }
    if (!status)
    {
        status = service_of(connection, &srvsvc_interface, remote.deadline, &service);
        /* Who may use IPC$ need not be allowed to use this pipe of it. */
        if (connection->ipc.connected && !connection->smb.broken &&
            status != ERROR_NOT_ENOUGH_MEMORY)
        {
            status = ERROR_SUCCESS;
            connection->uses = remote.uses;
            pool_put(connection);
        }
        else
        {
            server_connection_free(connection);
        }
    }
    remote_end(&remote);
    return status;
}

void remote_disconnect(const struct target *target)
{
    pool_close(&target->name);
}
