/*
 * A call to a server: over a connection from the pool, or a new one.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "source/server_call.h"

#include <stdlib.h>
#include <string.h>

#include "auth/credentials.h"
#include "base/log.h"
#include "base/status.h"
#include "rpc/srvsvc.h"
#include "smb/session.h"
#include "source/settings.h"

/* Everything that opening a connection needs. */
struct server_access
{
    struct settings settings;
    struct credentials credentials; /* secret */
    struct server_key key;
};

static uint32_t access_prepare(const struct target *target, struct server_access *access)
{
    const struct utf16_name this_computer = utf16_name_from_ascii(THIS_COMPUTER);

    settings_read(target, &access->settings);
    credentials_find(&access->credentials, utf16_from_name(&target->name));
    if (access->credentials.kind == CREDENTIALS_ANONYMOUS && target->is_this_computer)
    {
        credentials_find(&access->credentials, utf16_from_name(&this_computer));
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

static uint32_t open_transport(const struct settings *settings, struct transport **transport)
{
    uint32_t status = tcp_transport_open(utf16_from_name(&settings->address), settings->port,
                                         platform_now() + settings->connect_timeout, transport);

    return status == ERROR_CONNECTION_REFUSED ? ERROR_BAD_NETPATH : status;
}

/* Opens a connection with the Server Service's pipe on it. When it fails, *received says whether
 * the server had said anything. */
static uint32_t connection_open(const struct server_access *access,
                                struct server_connection **opened, bool *received)
{
    const struct smb2_session_parameters parameters = {
        .server_name = utf16_from_name(&access->key.name),
        .credentials = &access->credentials,
        .require_encryption = access->settings.require_encryption,
        .allow_guest = access->settings.allow_guest,
    };
    struct server_connection *connection = calloc(1, sizeof(*connection));
    struct transport *transport = NULL;
    uint64_t deadline = 0;
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    *received = false;
    if (!connection)
    {
        return status;
    }
    connection->key = access->key;
    status = open_transport(&access->settings, &transport);
    if (status)
    {
        free(connection);
        return status;
    }
    deadline = platform_now() + access->settings.call_timeout;
    status = smb2_session_open(&connection->smb, transport, &parameters, deadline);
    if (!status)
    {
        status = smb2_ipc_tree_init(&connection->ipc, &connection->smb, parameters.server_name);
    }
    if (!status)
    {
        status =
            rpc_client_bind(&connection->srvsvc, &connection->ipc, &srvsvc_interface, deadline);
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

/* One try. *received says whether the server has said anything in it, beyond that our session on
 * an old connection is gone. */
static uint32_t call_once(const struct server_access *access, bool may_reuse,
                          server_operation *operation, void *parameters, bool *received)
{
    struct server_connection *connection = may_reuse ? pool_take(&access->key) : NULL;
    uint64_t received_before = 0;
    uint32_t status = ERROR_SUCCESS;

    if (connection)
    {
        received_before = connection->smb.receiver.bytes_received;
    }
    else
    {
        status = connection_open(access, &connection, received);
        if (status)
        {
            return status;
        }
    }
    status = operation(connection, parameters, platform_now() + access->settings.call_timeout);
    *received =
        connection->smb.receiver.bytes_received != received_before && !connection->smb.session_lost;
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
    struct server_access access;
    bool received = false;
    uint32_t status = platform_start();

    if (status)
    {
        return status;
    }
    status = access_prepare(target, &access);
    if (!status)
    {
        status = call_once(&access, true, operation, parameters, &received);
    }
    if (status == ERROR_NETNAME_DELETED && !received && repetition == MAY_REPEAT)
    {
        TRACE("the connection was lost before anything came; once more on a new one\n");
        status = call_once(&access, false, operation, parameters, &received);
    }
    platform_wipe(&access, sizeof(access));
    return status;
}
