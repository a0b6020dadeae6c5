/*
 * A pipe of a server, over SMB.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_SMB_PIPE_H
#define NETAPI32_RPC_SMB_PIPE_H

#include "rpc/pipe.h"
#include "smb/pipe.h"

struct rpc_smb_pipe
{
    struct rpc_pipe pipe;
    struct smb2_pipe smb;
};

/* A pipe that is opened on this tree; nothing is sent yet. */
void rpc_smb_pipe_init(struct rpc_smb_pipe *pipe, struct smb2_ipc_tree *tree);

#endif
