/*
 * A connection that a test holds itself, to look at what was agreed on it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "direct.h"

#include <stdlib.h>

#include "auth/credentials.h"
#include "platform/platform.h"
#include "rpc/srvsvc.h"
#include "session_levels.h"
#include "smb/session.h"

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
    platform_wipe(&password, sizeof(password));
    return credentials;
}

static uint32_t connect_to(const struct bed *bed, struct transport **transport, uint64_t deadline)
{
    const struct utf16_name address = utf16_name_from_ascii("127.0.0.1");

    return tcp_transport_open(utf16_from_name(&address), bed_port(bed), deadline, transport);
}

uint32_t direct_open(const struct bed *bed, const char *user, bool require_encryption,
                     struct server_connection **opened)
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
    struct transport *transport = NULL;
    uint32_t status = platform_start();

    if (!connection || status || (status = connect_to(bed, &transport, deadline)))
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
        status =
            rpc_client_bind(&connection->srvsvc, &connection->ipc, &srvsvc_interface, deadline);
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
    const struct srvsvc_session_enum request = { .preferred_length = PREFERRED_LENGTH_UNLIMITED };
    const struct info_level *level = info_find_level(&session_family, LEVEL);
    struct srvsvc_session_list list;
    uint32_t status = srvsvc_net_session_enum(&connection->srvsvc, &request, &session_family, level,
                                              &list, platform_now() + TIMEOUT);

    *entries = 0;
    if (!status)
    {
        *entries = list.rows.count;
        srvsvc_session_list_free(&list);
    }
    return status;
}
