/*
 * A pipe of a server, over SMB.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/smb_pipe.h"

_Static_assert(RPC_READS_MAX <= SMB2_REQUESTS_MAX, "so many requests go out together");

static struct smb2_pipe *smb_of(struct rpc_pipe *pipe)
{
    return &((struct rpc_smb_pipe *)(void *)pipe)->smb;
}

static struct smb2_connection *connection_of(const struct rpc_pipe *pipe)
{
    return ((const struct rpc_smb_pipe *)(const void *)pipe)->smb.tree->connection;
}

static uint32_t open_pipe(struct rpc_pipe *pipe, const char *name, struct bytes message,
                          struct bytes *answer, bool *more, uint64_t deadline)
{
    struct smb2_pipe *smb = smb_of(pipe);

    return smb2_pipe_open(smb->tree, name, message, smb, answer, more, deadline);
}

static uint32_t transceive(struct rpc_pipe *pipe, struct bytes message, struct bytes *answer,
                           bool *more, uint64_t deadline)
{
    return smb2_pipe_transceive(smb_of(pipe), message, answer, more, deadline);
}

static uint32_t write_pipe(struct rpc_pipe *pipe, struct bytes message, uint64_t deadline)
{
    return smb2_pipe_write(smb_of(pipe), message, deadline);
}

static uint32_t read_pipe(struct rpc_pipe *pipe, struct bytes *answer, bool *more,
                          uint64_t deadline)
{
    return smb2_pipe_read(smb_of(pipe), answer, more, deadline);
}

static size_t reads_at_once(const struct rpc_pipe *pipe)
{
    const uint32_t credits = connection_of(pipe)->credits;

    return credits < RPC_READS_MAX ? credits : RPC_READS_MAX;
}

static uint32_t read_ahead(struct rpc_pipe *pipe, size_t count, rpc_pipe_take *take, void *context,
                           uint64_t deadline)
{
    return smb2_pipe_read_ahead(smb_of(pipe), count, take, context, deadline);
}

static void close_pipe(struct rpc_pipe *pipe, uint64_t deadline)
{
    smb2_pipe_close(smb_of(pipe), deadline);
}

static void set_broken(struct rpc_pipe *pipe)
{
    connection_of(pipe)->broken = true;
}

static bool is_broken(const struct rpc_pipe *pipe)
{
    return connection_of(pipe)->broken;
}

void rpc_smb_pipe_init(struct rpc_smb_pipe *pipe, struct smb2_ipc_tree *tree)
{
    static const struct rpc_pipe_kind kind = {
        .open = open_pipe,
        .transceive = transceive,
        .write = write_pipe,
        .read = read_pipe,
        .reads_at_once = reads_at_once,
        .read_ahead = read_ahead,
        .close = close_pipe,
        .set_broken = set_broken,
        .is_broken = is_broken,
    };

    *pipe = (struct rpc_smb_pipe){ .pipe = { &kind }, .smb = { .tree = tree } };
}
