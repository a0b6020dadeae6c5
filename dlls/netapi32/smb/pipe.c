/*
 * A named pipe on a server's IPC$ share.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/pipe.h"

#include "base/status.h"
#include "platform/log.h"
#include "smb/exchange.h"
#include "smb/validate_negotiate.h"

/* The requests of an opening flight. */
enum opening_step
{
    STEP_TREE_CONNECT,
    STEP_CREATE,
    STEP_TRANSCEIVE,
    OPENING_STEPS,
};

struct transceive
{
    struct smb2_file_id file_id;
    struct bytes message;
};

static void encode_tree_connect(const void *parameters, size_t header, struct writer *writer)
{
    const struct utf16_name *path = parameters;

    smb2_tree_connect_encode(utf16_from_name(path), header, writer);
}

static void encode_create(const void *parameters, size_t header, struct writer *writer)
{
    smb2_create_pipe_encode(parameters, header, writer);
}

static void encode_transceive(const void *parameters, size_t header, struct writer *writer)
{
    const struct transceive *transceive = parameters;

    smb2_ioctl_encode(FSCTL_PIPE_TRANSCEIVE, transceive->file_id, transceive->message,
                      SMB2_PAYLOAD_MAX, header, writer);
}

static void encode_write(const void *parameters, size_t header, struct writer *writer)
{
    const struct transceive *write = parameters;

    smb2_write_encode(write->file_id, write->message, header, writer);
}

static void encode_close(const void *parameters, size_t header, struct writer *writer)
{
    const struct smb2_file_id *file_id = parameters;

    (void)header;
    smb2_close_encode(*file_id, writer);
}

static void encode_read(const void *parameters, size_t header, struct writer *writer)
{
    const struct smb2_file_id *file_id = parameters;

    (void)header;
    smb2_read_encode(*file_id, SMB2_PAYLOAD_MAX, writer);
}

/* ---- What the replies say -------------------------------------------------------------------- */

static uint32_t take_tree(struct smb2_ipc_tree *tree, const struct smb2_reply *reply)
{
    struct smb2_tree_connect_reply connected;
    uint32_t status = win32_from_ntstatus(reply->header.status);

    if (!status)
    {
        status = smb2_tree_connect_decode(&connected, reply->message);
    }
    if (status)
    {
        return status;
    }
    if (connected.share_type != SMB2_SHARE_TYPE_PIPE)
    {
        return ERROR_BAD_NET_RESP;
    }
    tree->tree_id = reply->header.tree_id;
    tree->connected = true;
    if (connected.share_flags & SMB2_SHAREFLAG_ENCRYPT_DATA && !tree->connection->encrypting)
    {
        return smb2_start_encryption(tree->connection);
    }
    return ERROR_SUCCESS;
}

static uint32_t take_file_id(struct smb2_pipe *pipe, const struct smb2_reply *reply)
{
    uint32_t status = win32_from_ntstatus(reply->header.status);

    if (!status)
    {
        status = smb2_create_decode(&pipe->file_id, reply->message);
    }
    pipe->is_open = !status;
    return status;
}

/* Data that came with the warning that there is more of it. */
static uint32_t data_status(const struct smb2_reply *reply, bool *more)
{
    *more = reply->header.status == STATUS_BUFFER_OVERFLOW;
    return *more ? ERROR_SUCCESS : win32_from_ntstatus(reply->header.status);
}

static uint32_t take_answer(const struct smb2_reply *reply, struct bytes *answer, bool *more)
{
    uint32_t status = data_status(reply, more);

    return status ? status : smb2_ioctl_decode(answer, FSCTL_PIPE_TRANSCEIVE, reply->message);
}

/* ---- One by one ------------------------------------------------------------------------------ */

uint32_t smb2_ipc_tree_connect(struct smb2_ipc_tree *tree, uint64_t deadline)
{
    const struct smb2_request request = {
        .command = SMB2_TREE_CONNECT,
        .encode = encode_tree_connect,
        .parameters = &tree->path,
    };
    struct smb2_reply reply;
    uint32_t status = ERROR_SUCCESS;

    if (tree->connected)
    {
        return ERROR_SUCCESS;
    }
    status = smb2_exchange_one(tree->connection, &request, &reply, deadline);
    if (!status)
    {
        status = take_tree(tree, &reply);
    }
    if (!status)
    {
        status = smb2_validate_negotiate(tree->connection, tree->tree_id, deadline);
    }
    return status;
}

static uint32_t create_pipe(struct smb2_pipe *pipe, const char *pipe_name, uint64_t deadline)
{
    const struct smb2_request request = {
        .command = SMB2_CREATE,
        .tree_id = pipe->tree->tree_id,
        .encode = encode_create,
        .parameters = pipe_name,
    };
    struct smb2_reply reply;
    uint32_t status = smb2_exchange_one(pipe->tree->connection, &request, &reply, deadline);

    if (!status)
    {
        status = take_file_id(pipe, &reply);
    }
    return status;
}

static uint32_t open_one_by_one(struct smb2_pipe *pipe, const char *pipe_name, struct bytes message,
                                struct bytes *answer, bool *more, uint64_t deadline)
{
    uint32_t status = smb2_ipc_tree_connect(pipe->tree, deadline);

    if (!status)
    {
        status = create_pipe(pipe, pipe_name, deadline);
    }
    if (!status)
    {
        status = smb2_pipe_transceive(pipe, message, answer, more, deadline);
    }
    return status;
}

/* ---- In one flight --------------------------------------------------------------------------- */

/* What a server says that does not process such a compound. */
static bool refuses_compound(uint32_t ntstatus)
{
    switch (ntstatus)
    {
    case STATUS_FILE_CLOSED:
    case STATUS_INTERNAL_ERROR:
    case STATUS_INVALID_HANDLE:
    case STATUS_INVALID_PARAMETER:
    case STATUS_NETWORK_NAME_DELETED:
    case STATUS_NOT_IMPLEMENTED:
    case STATUS_NOT_SUPPORTED: return true;
    default: return false;
    }
}

/* Whether the opening may go out in one compound: there must be a credit for each request, and
 * nothing to be learnt from the tree before the pipe is opened. */
static bool can_compound(const struct smb2_ipc_tree *tree)
{
    return tree->connection->credits >= OPENING_STEPS &&
           (tree->connected || !smb2_must_validate_negotiate(tree->connection));
}

/* *refused: the server does not do compounds like this one; what it did do is in tree and pipe. */
static uint32_t open_in_one_flight(struct smb2_pipe *pipe, const char *pipe_name,
                                   struct bytes message, struct bytes *answer, bool *more,
                                   bool *refused, uint64_t deadline)
{
    struct smb2_ipc_tree *tree = pipe->tree;
    const size_t first = tree->connected ? STEP_CREATE : STEP_TREE_CONNECT;
    const struct transceive transceive = { smb2_related_file_id, message };
    const struct smb2_request requests[OPENING_STEPS] = {
        { SMB2_TREE_CONNECT, 0, encode_tree_connect, &tree->path },
        { SMB2_CREATE, tree->connected ? tree->tree_id : SMB2_RELATED_ID, encode_create,
          pipe_name },
        { SMB2_IOCTL, SMB2_RELATED_ID, encode_transceive, &transceive },
    };
    struct smb2_reply replies[OPENING_STEPS] = { 0 };
    bool was_encrypting = tree->connection->encrypting;
    uint32_t status = smb2_exchange(tree->connection, requests + first, OPENING_STEPS - first,
                                    SMB2_RELATED, replies + first, deadline);

    for (size_t i = first; i < OPENING_STEPS && !status; i++)
    {
        *refused = refuses_compound(replies[i].header.status) ||
                   was_encrypting != tree->connection->encrypting;
        if (*refused)
        {
            break;
        }
        switch (i)
        {
        case STEP_TREE_CONNECT: status = take_tree(tree, &replies[i]); break;
        case STEP_CREATE: status = take_file_id(pipe, &replies[i]); break;
        case STEP_TRANSCEIVE: status = take_answer(&replies[i], answer, more); break;
        }
    }
    return status;
}

/* ---- The interface --------------------------------------------------------------------------- */

uint32_t smb2_ipc_tree_init(struct smb2_ipc_tree *tree, struct smb2_connection *connection,
                            struct utf16_slice server_name)
{
    *tree = (struct smb2_ipc_tree){ .connection = connection };
    tree->path = utf16_name_from_ascii("\\\\");
    return utf16_name_append(&tree->path, server_name) &&
                   utf16_name_append_ascii(&tree->path, "\\IPC$")
               ? ERROR_SUCCESS
               : ERROR_INVALID_NAME;
}

uint32_t smb2_pipe_open(struct smb2_ipc_tree *tree, const char *pipe_name, struct bytes message,
                        struct smb2_pipe *pipe, struct bytes *answer, bool *more, uint64_t deadline)
{
    bool refused = false;

    *pipe = (struct smb2_pipe){ .tree = tree };
    if (can_compound(tree))
    {
        uint32_t status =
            open_in_one_flight(pipe, pipe_name, message, answer, more, &refused, deadline);

        if (status || !refused)
        {
            return status;
        }
        TRACE("the server refuses to open a pipe in one flight\n");
        smb2_pipe_close(pipe, deadline); /* which it may have opened all the same */
    }
    return open_one_by_one(pipe, pipe_name, message, answer, more, deadline);
}

uint32_t smb2_pipe_transceive(const struct smb2_pipe *pipe, struct bytes message,
                              struct bytes *answer, bool *more, uint64_t deadline)
{
    const struct transceive transceive = { pipe->file_id, message };
    const struct smb2_request request = {
        .command = SMB2_IOCTL,
        .tree_id = pipe->tree->tree_id,
        .encode = encode_transceive,
        .parameters = &transceive,
    };
    struct smb2_reply reply;
    uint32_t status = smb2_exchange_one(pipe->tree->connection, &request, &reply, deadline);

    if (!status)
    {
        status = take_answer(&reply, answer, more);
    }
    return status;
}

uint32_t smb2_pipe_write(const struct smb2_pipe *pipe, struct bytes message, uint64_t deadline)
{
    const struct transceive write = { pipe->file_id, message };
    const struct smb2_request request = {
        .command = SMB2_WRITE,
        .tree_id = pipe->tree->tree_id,
        .encode = encode_write,
        .parameters = &write,
    };
    struct smb2_reply reply;
    uint32_t written = 0;
    uint32_t status = smb2_exchange_one(pipe->tree->connection, &request, &reply, deadline);

    if (!status)
    {
        status = win32_from_ntstatus(reply.header.status);
    }
    if (!status)
    {
        status = smb2_write_decode(&written, reply.message);
    }
    return !status && written != message.size ? ERROR_BAD_NET_RESP : status;
}

static struct smb2_request read_request(const struct smb2_pipe *pipe)
{
    return (struct smb2_request){
        .command = SMB2_READ,
        .tree_id = pipe->tree->tree_id,
        .encode = encode_read,
        .parameters = &pipe->file_id,
    };
}

static uint32_t take_data(const struct smb2_reply *reply, struct bytes *answer, bool *more)
{
    uint32_t status = data_status(reply, more);

    return status ? status : smb2_read_decode(answer, reply->message);
}

uint32_t smb2_pipe_read(const struct smb2_pipe *pipe, struct bytes *answer, bool *more,
                        uint64_t deadline)
{
    const struct smb2_request request = read_request(pipe);
    struct smb2_reply reply;
    uint32_t status = smb2_exchange_one(pipe->tree->connection, &request, &reply, deadline);

    if (!status)
    {
        status = take_data(&reply, answer, more);
    }
    return status;
}

/* Who takes the messages, and the first error that a reply told. */
struct reading
{
    smb2_pipe_take *take;
    void *context;
    uint32_t status;
};

static uint32_t take_reading(void *context, size_t index, const struct smb2_reply *reply, bool last)
{
    struct reading *reading = context;
    struct bytes message = { 0 };
    bool more = false;
    uint32_t status = take_data(reply, &message, &more);

    (void)index;
    (void)last;
    if (!status && more)
    {
        status = ERROR_BAD_NET_RESP;
    }
    if (!reading->status)
    {
        reading->status = status;
    }
    if (!reading->status)
    {
        reading->take(reading->context, message);
    }
    return ERROR_SUCCESS; /* the replies to the other requests are awaited all the same */
}

uint32_t smb2_pipe_read_ahead(const struct smb2_pipe *pipe, size_t count, smb2_pipe_take *take,
                              void *context, uint64_t deadline)
{
    struct smb2_request requests[SMB2_REQUESTS_MAX] = { { 0 } };
    struct reading reading = { take, context, ERROR_SUCCESS };
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < count; i++)
    {
        requests[i] = read_request(pipe);
    }
    status = smb2_exchange_each(pipe->tree->connection, requests, count, take_reading, &reading,
                                deadline);
    return status ? status : reading.status;
}

void smb2_pipe_close(struct smb2_pipe *pipe, uint64_t deadline)
{
    const struct smb2_request request = {
        .command = SMB2_CLOSE,
        .tree_id = pipe->tree->tree_id,
        .encode = encode_close,
        .parameters = &pipe->file_id,
    };
    struct smb2_reply reply;

    if (pipe->is_open && !pipe->tree->connection->broken)
    {
        smb2_exchange_one(pipe->tree->connection, &request, &reply, deadline);
    }
    pipe->is_open = false;
}
