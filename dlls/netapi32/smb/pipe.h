/*
 * A named pipe on a server's IPC$ share.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Errors, beside those of smb2_exchange(), are the Win32 codes of what the server answers.
 */
#ifndef NETAPI32_SMB_PIPE_H
#define NETAPI32_SMB_PIPE_H

#include "smb/connection.h"

/* IPC$ on a connection. */
struct smb2_ipc_tree
{
    struct smb2_connection *connection;
    struct utf16_name path; /* \\server\IPC$ */
    uint32_t tree_id;
    bool connected;
};

struct smb2_pipe
{
    struct smb2_ipc_tree *tree;
    struct smb2_file_id file_id;
    bool is_open;
};

/* Prepares a tree; nothing is sent yet. ERROR_INVALID_NAME when the name is too long. */
uint32_t smb2_ipc_tree_init(struct smb2_ipc_tree *tree, struct smb2_connection *connection,
                            struct utf16_slice server_name);

/* Connects the tree if that is still to be done. */
uint32_t smb2_ipc_tree_connect(struct smb2_ipc_tree *tree, uint64_t deadline);

/* What a pipe gives lies in the memory of its connection, until that is used again. */

/* Opens the pipe, sends `message` and gives the answer: in one flight, with the tree connect if that
 * is still to be done, where credits and server allow it, else one by one. *more: the answer has a
 * further part that smb2_pipe_read() gets. After a failure the pipe may be open all the same, and is
 * to be closed. */
uint32_t smb2_pipe_open(struct smb2_ipc_tree *tree, const char *pipe_name, struct bytes message,
                        struct smb2_pipe *pipe, struct bytes *answer, bool *more,
                        uint64_t deadline);
/* Sends `message` (at most SMB2_PAYLOAD_MAX bytes) and gives the answer. */
uint32_t smb2_pipe_transceive(const struct smb2_pipe *pipe, struct bytes message,
                              struct bytes *answer, bool *more, uint64_t deadline);
uint32_t smb2_pipe_write(const struct smb2_pipe *pipe, struct bytes message, uint64_t deadline);
/* Reads what is there next, waiting for it. */
uint32_t smb2_pipe_read(const struct smb2_pipe *pipe, struct bytes *answer, bool *more,
                        uint64_t deadline);
/* Takes a message of the pipe, which is there until this returns. */
typedef void smb2_pipe_take(void *context, struct bytes message);
/* Reads the next `count` messages of the pipe with all requests on their way together, and gives each
 * to `take` as it comes. There must be so many credits; at most SMB2_REQUESTS_MAX. The server may have
 * served the requests in another order. ERROR_BAD_NET_RESP for a message that is cut. */
uint32_t smb2_pipe_read_ahead(const struct smb2_pipe *pipe, size_t count, smb2_pipe_take *take,
                              void *context, uint64_t deadline);
/* Closes the pipe if it is open. What the server says to that does not matter; a pipe goes with its
 * connection too, so this is for those that go before it. */
void smb2_pipe_close(struct smb2_pipe *pipe, uint64_t deadline);

#endif
