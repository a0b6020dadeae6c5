/*
 * A conversation over a pipe without a server: the replies are said first, then the client's calls
 * are made.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_RPC_CONVERSATION_H
#define NETAPI32_TESTS_SUPPORT_RPC_CONVERSATION_H

#include "rpc/client.h"
#include "rpc/smb_pipe.h"
#include "support/hex.h"
#include "support/protected_session.h"

#define FIRST_FRAGMENT 1
#define LAST_FRAGMENT  2

struct conversation
{
    struct protected_session session;
    struct smb2_ipc_tree tree;
    struct rpc_smb_pipe pipe;
    struct rpc_client client;
    uint64_t next_id; /* of the request that the next reply answers */
};

/* Its end is protected_session_free() of its session. */
void conversation_init(struct conversation *conversation);

/* Opens the pipe and binds to its interface. */
uint32_t conversation_bind(struct conversation *conversation);
/* Calls with a stub of one byte. */
uint32_t conversation_call(struct conversation *conversation, struct writer *answer);

/* The next reply: any, one that is an error, one that connects the share, one that opens the pipe,
   one that closes it, one to an IOCTL or a READ with what came out of the pipe. */
void say(struct conversation *conversation, uint16_t command, uint32_t status, struct bytes body);
void say_error(struct conversation *conversation, uint16_t command, uint32_t status);
void say_tree(struct conversation *conversation);
void say_created(struct conversation *conversation);
void say_closed(struct conversation *conversation);
void say_output(struct conversation *conversation, uint32_t status, struct hex output);
void say_output_bytes(struct conversation *conversation, uint32_t status, struct bytes output);
void say_read(struct conversation *conversation, uint32_t status, struct hex data);
void say_read_bytes(struct conversation *conversation, uint32_t status, struct bytes data);
/* The replies to all that conversation_bind() asks. */
void say_opened(struct conversation *conversation);

/* The answer to the bind, by a server that sends fragments of 1432 bytes at most. */
struct hex bind_ack(void);
/* A PDU, or a response, to the first call, which follows the bind. */
struct hex pdu(unsigned int type, unsigned int flags, const char *stub);
struct hex response(unsigned int flags, const char *stub);

#endif
