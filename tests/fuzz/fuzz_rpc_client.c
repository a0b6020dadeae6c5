/*
 * Fuzz target: the client of DCE/RPC over a pipe whose other end does what it likes.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: the kind of the pipe, the operation, how long the answer is and how it is cut; then what
 * comes of each question to the pipe. An answer of which nothing was altered on the way is put together
 * as it was, whatever the order of fragments that were read ahead.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "rpc/client.h"
#include "rpc/interfaces.h"
#include "support/fuzz_input.h"

#define STUB_SIZE_MAX   2048
#define REQUEST_MAX     6000
#define FIRST_CALL_ID   1
#define READS_AHEAD_MAX 8

#define AS_WINE    0x01 /* every answer has the number of the bind */
#define ONE_BY_ONE 0x02 /* no reading ahead */
#define WITH_HINTS 0x04 /* fragments foretell what is left */
#define BOUND      0x08 /* the bind is accepted without a look at the input */

/* [C706] 12.6.3.1 */
enum pdu_type
{
    PDU_RESPONSE = 2,
    PDU_FAULT = 3,
    PDU_BIND_ACK = 12,
};

enum arrival
{
    AS_IT_IS,
    CUT,     /* and what is left comes with the next */
    DOUBLED, /* two PDUs in one message */
    ALTERED, /* some byte is another */
    RAW,     /* any bytes */
    A_FAULT,
    AN_ERROR,
};

struct fuzzed_pipe
{
    struct rpc_pipe pipe; /* first */
    struct rpc_pipe_kind kind;
    struct fuzz_input *input;
    uint8_t manner;
    uint8_t stub[STUB_SIZE_MAX];
    size_t stub_size;
    size_t given; /* of the stub */
    size_t fragment_size;
    uint32_t call_id;
    struct writer messages[READS_AHEAD_MAX]; /* what was received last */
    struct writer rest;                      /* of a PDU that was cut */
    bool is_altered;                         /* the answer is not what it was */
    bool is_broken;
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

static struct fuzzed_pipe *fuzzed(struct rpc_pipe *pipe)
{
    return (struct fuzzed_pipe *)pipe;
}

/* ---- PDUs -------------------------------------------------------------------------------------- */

static void write_header(struct writer *pdu, enum pdu_type type, uint8_t flags, size_t size,
                         uint32_t call_id)
{
    static const uint8_t little_endian[] = { 0x10, 0, 0, 0 };

    writer_u8(pdu, 5);
    writer_u8(pdu, 0);
    writer_u8(pdu, (uint8_t)type);
    writer_u8(pdu, flags);
    writer_bytes(pdu, little_endian, sizeof(little_endian));
    writer_u16(pdu, (uint16_t)size);
    writer_u16(pdu, 0);
    writer_u32(pdu, call_id);
}

static void write_bind_ack(struct writer *pdu)
{
    static const uint8_t ndr[] = { 0x04, 0x5D, 0x88, 0x8A, 0xEB, 0x1C, 0xC9, 0x11, 0x9F, 0xE8,
                                   0x08, 0x00, 0x2B, 0x10, 0x48, 0x60, 2,    0,    0,    0 };

    write_header(pdu, PDU_BIND_ACK, 3, 60, FIRST_CALL_ID);
    writer_u16(pdu, RPC_FRAGMENT_SIZE_MIN);
    writer_u16(pdu, RPC_FRAGMENT_SIZE_MIN);
    writer_u32(pdu, 1);
    writer_u16(pdu, 5);
    writer_bytes(pdu, "pipe", 5);
    writer_u8(pdu, 0);
    writer_u32(pdu, 1);
    writer_u32(pdu, 0);
    writer_bytes(pdu, ndr, sizeof(ndr));
}

static void write_fault(const struct fuzzed_pipe *pipe, struct writer *pdu)
{
    write_header(pdu, PDU_FAULT, 3, 32, pipe->call_id);
    writer_zeros(pdu, 8);
    writer_u32(pdu, fuzz_u8(pipe->input) & 1 ? 0x1C010002 : fuzz_u32(pipe->input));
    writer_u32(pdu, 0);
}

/* The next fragment of the answer. */
static void write_fragment(struct fuzzed_pipe *pipe, struct writer *pdu)
{
    const size_t left = pipe->stub_size - pipe->given;
    const size_t part = left < pipe->fragment_size ? left : pipe->fragment_size;
    const uint8_t flags = (uint8_t)((pipe->given ? 0 : 1) | (part == left ? 2 : 0));

    write_header(pdu, PDU_RESPONSE, flags, RPC_RESPONSE_HEADER_SIZE + part, pipe->call_id);
    writer_u32(pdu, pipe->manner & WITH_HINTS ? (uint32_t)left : 0);
    writer_u32(pdu, 0);
    writer_bytes(pdu, pipe->stub + pipe->given, part);
    pipe->given += part;
}

/* ---- Messages ---------------------------------------------------------------------------------- */

static void write_raw(struct fuzzed_pipe *pipe, struct writer *message)
{
    for (size_t i = fuzz_u8(pipe->input); i; i--)
    {
        writer_u8(message, fuzz_u8(pipe->input));
    }
}

/* Writes what comes next. False for nothing but an error. */
static bool write_message(struct fuzzed_pipe *pipe, struct writer *message)
{
    const uint8_t arrival =
        reader_left(&pipe->input->bytes) ? fuzz_u8(pipe->input) % (AN_ERROR + 1) : AS_IT_IS;
    size_t cut = 0;

    writer_clear(message);
    writer_bytes(message, pipe->rest.data, pipe->rest.size);
    writer_clear(&pipe->rest);
    switch ((enum arrival)arrival)
    {
    case RAW: write_raw(pipe, message); break;
    case A_FAULT: write_fault(pipe, message); break;
    case DOUBLED: write_fragment(pipe, message);
    /* fall through */
    default: write_fragment(pipe, message);
    }
    if (arrival == ALTERED && message->size)
    {
        message->data[fuzz_below(pipe->input, message->size)] = fuzz_u8(pipe->input);
    }
    if (arrival == CUT && message->size > 1)
    {
        cut = 1 + fuzz_below(pipe->input, message->size - 1);
        writer_bytes(&pipe->rest, message->data + cut, message->size - cut);
        message->size = cut;
    }
    pipe->is_altered |= arrival >= ALTERED;
    return arrival != AN_ERROR;
}

static uint32_t give(struct fuzzed_pipe *pipe, bool is_whole, struct bytes *answer, bool *more)
{
    *answer = (struct bytes){ pipe->messages[0].data, pipe->messages[0].size };
    *more = pipe->rest.size != 0;
    return is_whole                   ? ERROR_SUCCESS
           : fuzz_u8(pipe->input) & 1 ? ERROR_BROKEN_PIPE
                                      : ERROR_NETNAME_DELETED;
}

/* ---- The pipe ---------------------------------------------------------------------------------- */

static uint32_t fuzzed_open(struct rpc_pipe *pipe, const char *name, struct bytes message,
                            struct bytes *answer, bool *more, uint64_t deadline)
{
    struct fuzzed_pipe *opened = fuzzed(pipe);
    struct writer *ack = &opened->messages[0];

    (void)deadline;
    require(name != NULL && message.size != 0);
    writer_clear(ack);
    write_bind_ack(ack);
    if (!(opened->manner & BOUND) && ack->size)
    {
        for (size_t i = fuzz_u8(opened->input) % 4; i; i--)
        {
            ack->data[fuzz_below(opened->input, ack->size)] = fuzz_u8(opened->input);
        }
    }
    *answer = (struct bytes){ ack->data, ack->size };
    *more = false;
    return ERROR_SUCCESS;
}

static uint32_t fuzzed_transceive(struct rpc_pipe *pipe, struct bytes message, struct bytes *answer,
                                  bool *more, uint64_t deadline)
{
    (void)deadline;
    require(message.size <= RPC_FRAGMENT_SIZE_MAX);
    return give(fuzzed(pipe), write_message(fuzzed(pipe), &fuzzed(pipe)->messages[0]), answer,
                more);
}

static uint32_t fuzzed_write(struct rpc_pipe *pipe, struct bytes message, uint64_t deadline)
{
    (void)pipe;
    (void)deadline;
    require(message.size <= RPC_FRAGMENT_SIZE_MAX);
    return ERROR_SUCCESS;
}

static uint32_t fuzzed_read(struct rpc_pipe *pipe, struct bytes *answer, bool *more,
                            uint64_t deadline)
{
    struct fuzzed_pipe *read = fuzzed(pipe);

    (void)deadline;
    if (read->given == read->stub_size && !read->rest.size && !reader_left(&read->input->bytes))
    {
        return ERROR_SEM_TIMEOUT; /* nothing more will come */
    }
    return give(read, write_message(read, &read->messages[0]), answer, more);
}

static size_t fuzzed_reads_at_once(const struct rpc_pipe *pipe)
{
    (void)pipe;
    return READS_AHEAD_MAX;
}

/* In any order. */
static uint32_t fuzzed_read_ahead(struct rpc_pipe *pipe, size_t count, rpc_pipe_take *take,
                                  void *context, uint64_t deadline)
{
    struct fuzzed_pipe *read = fuzzed(pipe);
    size_t left = count;

    (void)deadline;
    require(count <= READS_AHEAD_MAX);
    for (size_t i = 0; i < count; i++)
    {
        if (!write_message(read, &read->messages[i]))
        {
            return ERROR_NETNAME_DELETED;
        }
        read->is_altered |= read->rest.size != 0; /* a read ahead is a whole message */
    }
    for (; left; left--)
    {
        const size_t chosen = fuzz_below(read->input, left);
        const struct writer message = read->messages[chosen];

        take(context, (struct bytes){ message.data, message.size });
        read->messages[chosen] = read->messages[left - 1];
        read->messages[left - 1] = message;
    }
    return ERROR_SUCCESS;
}

static void fuzzed_set_broken(struct rpc_pipe *pipe)
{
    fuzzed(pipe)->is_broken = true;
}

static bool fuzzed_is_broken(const struct rpc_pipe *pipe)
{
    return ((const struct fuzzed_pipe *)pipe)->is_broken;
}

static void pipe_init(struct fuzzed_pipe *pipe, struct fuzz_input *input)
{
    *pipe = (struct fuzzed_pipe){ .input = input, .manner = fuzz_u8(input) };
    pipe->kind = (struct rpc_pipe_kind){
        .open = fuzzed_open,
        .transceive = fuzzed_transceive,
        .write = fuzzed_write,
        .read = fuzzed_read,
        .set_broken = fuzzed_set_broken,
        .is_broken = fuzzed_is_broken,
        .answers_have_first_call_id = pipe->manner & AS_WINE,
    };
    if (!(pipe->manner & ONE_BY_ONE))
    {
        pipe->kind.reads_at_once = fuzzed_reads_at_once;
        pipe->kind.read_ahead = fuzzed_read_ahead;
    }
    pipe->pipe.kind = &pipe->kind;
    pipe->stub_size = fuzz_u16(input) % STUB_SIZE_MAX;
    pipe->fragment_size = 32 + fuzz_u16(input) % 512;
    for (size_t i = 0; i < pipe->stub_size; i++)
    {
        pipe->stub[i] = (uint8_t)(i * 7 + i / 256);
    }
}

static void pipe_free(struct fuzzed_pipe *pipe)
{
    for (size_t i = 0; i < READS_AHEAD_MAX; i++)
    {
        writer_free(&pipe->messages[i]);
    }
    writer_free(&pipe->rest);
}

static void call(struct fuzzed_pipe *pipe, struct rpc_client *client)
{
    static const uint8_t request[REQUEST_MAX];
    struct writer answer = { 0 };
    uint32_t status = ERROR_SUCCESS;

    pipe->given = 0;
    pipe->is_altered = pipe->rest.size != 0;
    writer_clear(&pipe->rest);
    pipe->call_id = client->last_call_id + (pipe->manner & AS_WINE ? 0 : 1);
    status =
        rpc_client_call(client, 7, (struct bytes){ request, fuzz_u16(pipe->input) % REQUEST_MAX },
                        &answer, UINT64_MAX);
    if (!status && !pipe->is_altered)
    {
        require(answer.size == pipe->stub_size &&
                (!answer.size || !memcmp(answer.data, pipe->stub, answer.size)));
    }
    writer_free(&answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input_over(data, size);
    const struct rpc_interface *interface = rpc_interfaces[fuzz_below(&input, rpc_interface_count)];
    struct fuzzed_pipe pipe;
    struct rpc_client client;

    pipe_init(&pipe, &input);
    if (!rpc_client_bind(&client, &pipe.pipe, interface, UINT64_MAX))
    {
        require(client.bound);
        call(&pipe, &client);
        if (!pipe.is_broken)
        {
            call(&pipe, &client);
        }
    }
    pipe_free(&pipe);
    fuzz_input_free(&input);
    return 0;
}
