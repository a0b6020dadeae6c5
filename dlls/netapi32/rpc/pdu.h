/*
 * The protocol data units of connection-oriented DCE/RPC 5.0. [C706] 12.6, [MS-RPCE] 2.2.2
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_PDU_H
#define NETAPI32_RPC_PDU_H

#include <stdbool.h>
#include <stdint.h>

#include "base/wire.h"

#define RPC_PDU_HEADER_SIZE      16
#define RPC_REQUEST_HEADER_SIZE  24
#define RPC_RESPONSE_HEADER_SIZE 24
/* What we can take; each side then sends no more than the other takes. */
#define RPC_FRAGMENT_SIZE_MAX 0xFFF8
/* Every implementation takes fragments of this size. [C706] 12.6.3.1 */
#define RPC_FRAGMENT_SIZE_MIN 1432
/* The longest answer that is put together. */
#define RPC_STUB_SIZE_MAX (256u << 20)

struct ndr_operation;

/* An interface that a server offers on a named pipe. */
struct rpc_interface
{
    const char *name; /* for tests, which tell interfaces apart by it */
    uint8_t uuid[16]; /* as on the wire */
    uint16_t version_major;
    uint16_t version_minor;
    const char *pipe_name; /* which interfaces may share */
    bool names_server;     /* a string that is the first parameter is the name of the server */
    const struct ndr_operation *operations; /* those that are described, in any order */
    size_t count;
};

/* A bind for `interface` with NDR 2.0. */
void rpc_bind_encode(const struct rpc_interface *interface, uint32_t call_id,
                     struct writer *writer);
/* The longest fragments that go to and fro. */
struct rpc_fragment_sizes
{
    uint16_t transmit_max; /* that the server takes */
    uint16_t receive_max;  /* that it sends, and we take */
};

/* Looks at the answer. RPC_S_UNKNOWN_IF when the server does not have the interface,
 * RPC_S_PROTOCOL_ERROR for anything else that is not a plain acceptance of what was offered. */
uint32_t rpc_bind_ack_decode(struct bytes pdu, uint32_t call_id, struct rpc_fragment_sizes *sizes);

/* One fragment of a request. */
struct rpc_request_fragment
{
    uint32_t call_id;
    uint16_t operation;
    bool first;
    bool last;
    uint32_t stub_size; /* of the whole request, from this fragment on */
    struct bytes stub;  /* this fragment's part */
};

void rpc_request_encode(const struct rpc_request_fragment *fragment, struct writer *writer);

/* An answer as its fragments come in. Zero-initialise, set call_id; free stub with writer_free(). */
struct rpc_answer
{
    uint32_t call_id;
    struct writer stub;
    size_t fragments; /* that were added */
    bool complete;
    bool is_fault;    /* the call failed on the server; the pipe goes on */
    uint32_t left;    /* bytes of the stub still to come, by what the last fragment said */
    bool counts_down; /* a fragment said before what came with the next: `left` can be relied on */
};

/* The length of the first PDU in `data` when it is all there; 0 when more is needed. A header that
 * makes no sense gives RPC_S_PROTOCOL_ERROR. */
uint32_t rpc_pdu_length(struct bytes data, size_t *length);
/* Adds one PDU. The Win32 code of a fault; RPC_S_PROTOCOL_ERROR for what is not a response to this
 * call; ERROR_NOT_ENOUGH_MEMORY beyond RPC_STUB_SIZE_MAX. */
uint32_t rpc_answer_add(struct rpc_answer *answer, struct bytes pdu);
/* Whether a PDU is, by what it says itself, the one that follows; for an answer that counts down.
 * What is no fragment of a response, a fault, is for rpc_answer_add() to look at first. */
bool rpc_answer_is_next(const struct rpc_answer *answer, struct bytes pdu);

#endif
