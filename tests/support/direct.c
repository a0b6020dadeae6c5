/*
 * A connection that a test holds itself, to look at what was agreed on it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/direct.h"

#include <stdlib.h>

#include "auth/credentials.h"
#include "base/status.h"
#include "base/wipe.h"
#include "levels/session_levels.h"
#include "platform/platform.h"
#include "remote/start.h"
#include "rpc/srvsvc.h"
#include "smb/smb2_session.h"

#define TIMEOUT 60000 /* ms */
#define LEVEL   1

static struct credentials credentials_of(const struct bed *bed, const char *user)
{
    struct credentials credentials;
    struct utf16_name name;
    struct utf16_name password;

    if (!utf16_name_from_utf8(&name, user) ||
        !utf16_name_from_utf8(&password, bed_password(bed, user)) ||
        credentials_set(&credentials, utf16_from_name(&name), utf16_from_name(&password)))
    {
        abort();
    }
    wipe(&password, sizeof(password));
    return credentials;
}

struct transport *direct_transport(const struct bed *bed)
{
    const struct utf16_name address = utf16_name_from_ascii("127.0.0.1");
    struct transport *transport = NULL;

    if (library_start() || tcp_transport_open(utf16_from_name(&address), bed_port(bed),
                                              platform_now() + TIMEOUT, &transport))
    {
        abort();
    }
    return transport;
}

uint32_t direct_open(const struct bed *bed, const char *user, bool require_encryption,
                     struct server_connection **opened)
{
    return direct_open_over(direct_transport(bed), bed, user, require_encryption, opened);
}

uint32_t direct_open_over(struct transport *transport, const struct bed *bed, const char *user,
                          bool require_encryption, struct server_connection **opened)
{
    const uint64_t deadline = platform_now() + TIMEOUT;
    const struct utf16_name server = utf16_name_from_ascii("bed");
    struct credentials credentials = credentials_of(bed, user);
    const struct smb2_session_parameters parameters = {
        .server_name = utf16_from_name(&server),
        .credentials = &credentials,
        .require_encryption = require_encryption,
    };
    struct server_connection *connection = calloc(1, sizeof(*connection));
    uint32_t status = ERROR_SUCCESS;

    if (!connection)
    {
        abort();
    }
    status = smb2_session_open(&connection->smb, transport, &parameters, deadline);
    if (!status)
    {
        status = smb2_ipc_tree_init(&connection->ipc, &connection->smb, parameters.server_name);
    }
    if (!status)
    {
        struct server_service *service = &connection->services[connection->service_count++];

        service->interface = &srvsvc_interface;
        rpc_smb_pipe_init(&service->pipe, &connection->ipc);
        status =
            rpc_client_bind(&service->client, &service->pipe.pipe, &srvsvc_interface, deadline);
    }
    credentials_wipe(&credentials);
    if (status)
    {
        server_connection_free(connection);
        connection = NULL;
    }
    *opened = connection;
    return status;
}

uint32_t direct_enum(struct server_connection *connection, size_t *entries)
{
    struct srvsvc_session_enum call = {
        .sessions = { .level = LEVEL },
        .preferred_length = PREFERRED_LENGTH_UNLIMITED,
    };
    struct rpc_reply reply;
    uint32_t status = rpc_call(&connection->services[0].client,
                               rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM), &call, &reply,
                               platform_now() + TIMEOUT);

    *entries = status || call.result ? 0 : call.sessions.rows.count;
    rpc_reply_free(&reply);
    return status ? status : call.result;
}
