/*
 * Fuzz target: everything a server says, from the first byte of the stream to a list of sessions.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>

#include "crypto/crypto.h"
#include "platform/platform.h"
#include "rpc/client.h"
#include "rpc/smb_pipe.h"
#include "rpc/srvsvc.h"
#include "smb/smb2_session.h"
#include "support/memory_transport.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void list_sessions(struct smb2_connection *connection, struct utf16_slice server)
{
    struct srvsvc_session_enum list = { .server = server, .sessions = { .level = 1 } };
    struct smb2_ipc_tree tree;
    struct rpc_smb_pipe pipe;
    struct rpc_client client;
    struct rpc_reply reply;

    if (smb2_ipc_tree_init(&tree, connection, server))
    {
        return;
    }
    rpc_smb_pipe_init(&pipe, &tree);
    if (!rpc_client_bind(&client, &pipe.pipe, &srvsvc_interface, UINT64_MAX) &&
        !rpc_call(&client, rpc_operation(&srvsvc_interface, NETR_SESSION_ENUM), &list, &reply,
                  UINT64_MAX))
    {
        rpc_reply_free(&reply);
    }
}

/* The session is anonymous: one with a key would end at the first signature, which no input has. The
 * first byte says in what pieces the stream arrives. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct utf16_name server = utf16_name_from_ascii("server");
    const struct credentials anonymous = { .kind = CREDENTIALS_ANONYMOUS };
    const struct smb2_session_parameters parameters = {
        .server_name = utf16_from_name(&server),
        .credentials = &anonymous,
    };
    struct memory_transport memory;
    struct smb2_connection connection;

    if (crypto_start() || !size)
    {
        return 0;
    }
    memory_transport_init(&memory, (struct bytes){ data + 1, size - 1 });
    memory.piece_max = data[0];
    if (!smb2_session_open(&connection, &memory.transport, &parameters, UINT64_MAX))
    {
        list_sessions(&connection, parameters.server_name);
    }
    smb2_session_close(&connection);
    memory_transport_free(&memory);
    return 0;
}
