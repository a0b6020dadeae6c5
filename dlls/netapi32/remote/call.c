/*
 * A call to a server: over a connection from the pool, or a new one.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/call.h"

#include <stdlib.h>
#include <string.h>

#include "auth/credentials.h"
#include "base/status.h"
#include "base/wipe.h"
#include "platform/call_state.h"
#include "platform/log.h"
#include "remote/credentials_find.h"
#include "remote/settings.h"
#include "remote/start.h"
#include "rpc/srvsvc.h"
#include "smb/smb2_session.h"

/* Everything that opening a connection needs. */
struct server_access
{
    struct settings settings;
    struct credentials credentials; /* secret */
    struct server_key key;
};

/* Those that the process chose, or the system keeps, for the target. */
static void find_credentials(const struct target *target, struct credentials *credentials)
{
    const struct utf16_name this_computer = utf16_name_from_ascii(THIS_COMPUTER);

    credentials_find(credentials, utf16_from_name(&target->name));
    if (credentials->kind == CREDENTIALS_CURRENT && target->is_this_computer)
    {
        credentials_find(credentials, utf16_from_name(&this_computer));
    }
}

static uint32_t access_prepare(const struct target *target, const struct credentials *given,
                               struct server_access *access)
{
    settings_read(target, &access->settings);
    access->credentials = *given;
    if (given->kind == CREDENTIALS_CURRENT)
    {
        find_credentials(target, &access->credentials);
    }
    access->key = (struct server_key){
        .name = target->name,
        .address = access->settings.address,
        .port = access->settings.port,
        .require_encryption = access->settings.require_encryption,
        .allow_guest = access->settings.allow_guest,
    };
    return credentials_fingerprint(&access->credentials, access->key.credentials);
}

/* Opens a connection and logs on. The time of the call begins when the connection stands: *deadline
 * says when it ends. When it fails, *received says whether the server had said anything. */
static uint32_t session_open(const struct server_access *access, struct server_connection **opened,
                             bool *received, uint64_t *deadline)
{
    const struct smb2_session_parameters parameters = {
        .server_name = utf16_from_name(&access->key.name),
        .credentials = &access->credentials,
        .require_encryption = access->settings.require_encryption,
        .allow_guest = access->settings.allow_guest,
    };
    struct server_connection *connection = calloc(1, sizeof(*connection));
    struct transport *transport = NULL;
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    *received = false;
    if (!connection)
    {
        return status;
    }
    connection->key = access->key;
    call_state_set_phase(NETAPI32_PHASE_CONNECTING);
    status = tcp_transport_open(utf16_from_name(&access->settings.address), access->settings.port,
                                platform_now() + access->settings.connect_timeout, &transport);
    if (status)
    {
        free(connection);
        return status;
    }
    *deadline = platform_now() + access->settings.call_timeout;
    call_state_set_phase(NETAPI32_PHASE_AUTHENTICATING);
    status = smb2_session_open(&connection->smb, transport, &parameters, *deadline);
    if (!status)
    {
        status = smb2_ipc_tree_init(&connection->ipc, &connection->smb, parameters.server_name);
    }
    if (status)
    {
        *received = connection->smb.receiver.bytes_received != 0;
        server_connection_free(connection);
        return status;
    }
    *opened = connection;
    return ERROR_SUCCESS;
}

static uint32_t bind_pipe(struct server_connection *connection, uint64_t deadline)
{
    return rpc_client_bind(&connection->srvsvc, &connection->ipc, &srvsvc_interface, deadline);
}

/* The same, with the Server Service's pipe on the connection. */
static uint32_t connection_open(const struct server_access *access,
                                struct server_connection **opened, bool *received,
                                uint64_t *deadline)
{
    uint32_t status = session_open(access, opened, received, deadline);

    if (status)
    {
        return status;
    }
    status = bind_pipe(*opened, *deadline);
    if (status)
    {
        *received = (*opened)->smb.receiver.bytes_received != 0;
        server_connection_free(*opened);
        *opened = NULL;
    }
    return status;
}

/* One try. *received says whether the server has said anything in it, beyond that our session or
 * our pipe on an old connection is gone. */
static uint32_t call_once(const struct server_access *access, bool may_reuse,
                          server_operation *operation, void *parameters, bool *received)
{
    struct server_connection *connection = may_reuse ? pool_take(&access->key) : NULL;
    uint64_t deadline = platform_now() + access->settings.call_timeout;
    uint64_t received_before = 0;
    uint32_t status = ERROR_SUCCESS;

    if (connection)
    {
        received_before = connection->smb.receiver.bytes_received;
    }
    else
    {
        status = connection_open(access, &connection, received, &deadline);
        if (status)
        {
            return status;
        }
    }
    call_state_set_source(NETAPI32_SOURCE_SERVER);
    call_state_set_phase(NETAPI32_PHASE_RECEIVING);
    status = operation(connection, parameters, deadline);
    *received = connection->smb.receiver.bytes_received != received_before &&
                !connection->smb.session_lost && !connection->srvsvc.pipe_lost;
    if (connection->smb.broken)
    {
        server_connection_free(connection);
    }
    else
    {
        pool_put(connection);
    }
    return status;
}

struct utf16_name server_unc_name(const struct utf16_name *name)
{
    struct utf16_name unc = utf16_name_from_ascii("\\\\");

    utf16_name_append(&unc, utf16_from_name(name));
    return unc;
}

uint32_t server_call(const struct target *target, server_operation *operation, void *parameters,
                     enum repetition repetition)
{
    static const struct credentials current = { .kind = CREDENTIALS_CURRENT };
    struct server_access access;
    bool received = false;
    uint32_t status = library_start();

    if (status)
    {
        return status;
    }
    status = access_prepare(target, &current, &access);
    if (!status)
    {
        status = call_once(&access, true, operation, parameters, &received);
    }
    if (status == ERROR_NETNAME_DELETED && !received && repetition == MAY_REPEAT)
    {
        TRACE("the connection was lost before anything came; once more on a new one\n");
        status = call_once(&access, false, operation, parameters, &received);
    }
    call_state_set_phase(NETAPI32_PHASE_NONE);
    wipe(&access, sizeof(access));
    return status;
}

uint32_t server_connect(const struct target *target, const struct credentials *credentials)
{
    struct server_access access;
    struct server_connection *connection = NULL;
    bool received = false;
    uint64_t deadline = 0;
    uint32_t status = library_start();

    if (status)
    {
        return status;
    }
    status = access_prepare(target, credentials, &access);
    if (!status)
    {
        status = session_open(&access, &connection, &received, &deadline);
    }
    if (!status)
    {
        status = bind_pipe(connection, deadline);
        if (!status)
        {
            pool_put(connection);
        }
        else
        {
            /* Who may use IPC$ need not be allowed to use this pipe of it. */
            status = connection->ipc.connected && !connection->smb.broken ? ERROR_SUCCESS : status;
            server_connection_free(connection);
        }
    }
    wipe(&access, sizeof(access));
    return status == ERROR_CONNECTION_REFUSED ? ERROR_BAD_NETPATH : status;
}

void server_disconnect(const struct target *target, const struct credentials *credentials)
{
    uint8_t fingerprint[SHA256_SIZE];

    if (!library_start() && !credentials_fingerprint(credentials, fingerprint))
    {
        pool_close(&target->name, fingerprint);
    }
}
