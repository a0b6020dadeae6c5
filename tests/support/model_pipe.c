/*
 * A model of an SMB server: the pipes of its services, and RPC on them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "rpc/interfaces.h"
#include "rpc/ndr.h"
#include "support/model_parts.h"

/* [C706] 12.6 */
#define RPC_REQUEST              0
#define RPC_RESPONSE             2
#define RPC_FAULT                3
#define RPC_BIND                 11
#define RPC_BIND_ACK             12
#define PFC_FIRST_FRAG           1
#define PFC_LAST_FRAG            2
#define PFC_NOT_EXECUTED         0x20
#define LENGTH_POSITION          8
#define UUID_POSITION            32
#define OPERATION_POSITION       22
#define TRANSFER_SYNTAX_POSITION 52
#define TRANSFER_SYNTAX_SIZE     20
#define FAULT_UNKNOWN_INTERFACE  0x1C010003u

#define CREATE_REPLY_SIZE 89
#define CLOSE_REPLY_SIZE  60
#define IOCTL_REPLY_SIZE  49
#define IOCTL_FIXED_SIZE  48
#define READ_REPLY_SIZE   17
#define READ_FIXED_SIZE   16
#define WRITE_REPLY_SIZE  17

/* ---- Files ------------------------------------------------------------------------------------- */

static struct model_pipe *pipe_of(const struct model_exchange *exchange, size_t position)
{
    struct reader reader = reader_over(exchange->body.data, exchange->body.size);
    uint64_t id = 0;

    reader_seek(&reader, position);
    id = reader_u64(&reader);
    if (id == UINT64_MAX)
    {
        return exchange->created;
    }
    return id && id <= MODEL_PIPES_MAX && exchange->connection->pipes[id - 1].is_open
               ? &exchange->connection->pipes[id - 1]
               : NULL;
}

void model_pipes_free(struct model_connection *connection)
{
    for (size_t i = 0; i < MODEL_PIPES_MAX; i++)
    {
        writer_free(&connection->pipes[i].output);
    }
}

/* [MS-SMB2] 2.2.14. Every pipe is there. */
void model_create(struct model_exchange *exchange)
{
    struct writer *body = exchange->answer;
    size_t i = 0;

    while (i < MODEL_PIPES_MAX && exchange->connection->pipes[i].is_open)
    {
        i++;
    }
    if (i == MODEL_PIPES_MAX)
    {
        exchange->reply.status = 0xC000009A; /* STATUS_INSUFFICIENT_RESOURCES */
        return;
    }
    exchange->created = &exchange->connection->pipes[i];
    *exchange->created = (struct model_pipe){ .is_open = true };
    writer_u16(body, CREATE_REPLY_SIZE);
    writer_zeros(body, 62);
    writer_u64(body, i + 1);
    writer_u64(body, i + 1);
    writer_zeros(body, 8);
}

void model_close(struct model_exchange *exchange)
{
    struct model_pipe *pipe = pipe_of(exchange, 8);

    if (pipe)
    {
        writer_free(&pipe->output);
        *pipe = (struct model_pipe){ .is_open = false };
    }
    writer_u16(exchange->answer, CLOSE_REPLY_SIZE);
    writer_zeros(exchange->answer, CLOSE_REPLY_SIZE - 2);
}

/* ---- RPC --------------------------------------------------------------------------------------- */

/* Puts a message into a pipe, changed as the test wants it. */
static void put_message(const struct model_exchange *exchange, struct model_pipe *pipe,
                        const struct writer *message)
{
    const size_t begin = pipe->output.size;

    writer_u32(&pipe->output, 0);
    writer_bytes(&pipe->output, message->data, message->size);
    model_edit(&exchange->manner.pdu, &pipe->output, begin + sizeof(uint32_t));
    writer_patch_u32(&pipe->output, begin,
                     (uint32_t)(pipe->output.size - begin - sizeof(uint32_t)));
}

static void put_header(struct writer *pdu, uint8_t type, uint8_t flags, uint32_t call_id)
{
    pdu->size = 0;
    writer_u8(pdu, 5);
    writer_u8(pdu, 0);
    writer_u8(pdu, type);
    writer_u8(pdu, flags);
    writer_u32(pdu, 0x10);
    writer_u16(pdu, 0);
    writer_u16(pdu, 0);
    writer_u32(pdu, call_id);
}

static void end_pdu(const struct model_exchange *exchange, struct model_pipe *pipe,
                    struct writer *pdu)
{
    writer_patch_u16(pdu, LENGTH_POSITION, (uint16_t)pdu->size);
    put_message(exchange, pipe, pdu);
}

static void say_fault(const struct model_exchange *exchange, struct model_pipe *pipe,
                      uint32_t call_id, uint32_t fault)
{
    struct writer *pdu = model_writer(MODEL_PDU_WRITER);

    put_header(pdu, RPC_FAULT, PFC_FIRST_FRAG | PFC_LAST_FRAG | PFC_NOT_EXECUTED, call_id);
    writer_u32(pdu, 0);
    writer_u32(pdu, 0);
    writer_u32(pdu, fault);
    writer_u32(pdu, 0);
    end_pdu(exchange, pipe, pdu);
}

static void say_response(const struct model_exchange *exchange, struct model_pipe *pipe,
                         uint32_t call_id, const struct writer *stub)
{
    const size_t most = exchange->connection->server->settings.fragment_max - 24u;
    struct writer *pdu = model_writer(MODEL_PDU_WRITER);
    size_t said = 0;

    do
    {
        const size_t left = stub->size - said;
        const size_t size = left < most ? left : most;

        put_header(pdu, RPC_RESPONSE,
                   (uint8_t)((said ? 0 : PFC_FIRST_FRAG) | (size == left ? PFC_LAST_FRAG : 0)),
                   call_id);
        writer_u32(pdu, (uint32_t)left);
        writer_u32(pdu, 0);
        writer_bytes(pdu, size ? stub->data + said : NULL, size);
        end_pdu(exchange, pipe, pdu);
        said += size;
    } while (said < stub->size);
}

static void accept_bind(const struct model_exchange *exchange, struct model_pipe *pipe,
                        struct bytes bind, uint32_t call_id)
{
    const uint16_t most = exchange->connection->server->settings.fragment_max;
    struct reader reader = reader_over(bind.data, bind.size);
    struct writer *pdu = model_writer(MODEL_PDU_WRITER);
    const uint8_t *syntax = NULL;

    reader_seek(&reader, TRANSFER_SYNTAX_POSITION);
    syntax = reader_bytes(&reader, TRANSFER_SYNTAX_SIZE);
    put_header(pdu, RPC_BIND_ACK, PFC_FIRST_FRAG | PFC_LAST_FRAG, call_id);
    writer_u16(pdu, most);
    writer_u16(pdu, most);
    writer_u32(pdu, 1);
    writer_u16(pdu, 2); /* the address: a digit and its end */
    writer_bytes(pdu, "1", 2);
    writer_align(pdu, 0, 4);
    writer_u32(pdu, 1);
    writer_u32(pdu, 0);
    writer_bytes(pdu, syntax, syntax ? TRANSFER_SYNTAX_SIZE : 0);
    end_pdu(exchange, pipe, pdu);
}

static void answer_call(const struct model_exchange *exchange, struct model_pipe *pipe,
                        uint32_t call_id)
{
    const struct model_behaviour *behaviour = &exchange->connection->server->behaviour;
    struct writer *stub = model_writer(MODEL_STUB);
    const uint32_t fault = behaviour->answer(behaviour->context, &exchange->question, stub);

    if (fault)
    {
        say_fault(exchange, pipe, call_id, fault);
    }
    else
    {
        say_response(exchange, pipe, call_id, stub);
    }
}

/* What a PDU is. */
struct pdu_head
{
    uint8_t type;
    uint8_t flags;
    uint32_t call_id;
};

static struct pdu_head head_of(struct bytes pdu)
{
    struct reader reader = reader_over(pdu.data, pdu.size);
    struct pdu_head head = { 0 };

    reader_skip(&reader, 2);
    head.type = reader_u8(&reader);
    head.flags = reader_u8(&reader);
    reader_skip(&reader, 8);
    head.call_id = reader_u32(&reader);
    return head;
}

/* A client sends each PDU as a message. */
static void take_message(const struct model_exchange *exchange, struct model_pipe *pipe,
                         struct bytes pdu)
{
    const struct pdu_head head = head_of(pdu);

    if (head.type == RPC_BIND)
    {
        pipe->interface = exchange->question.interface;
        accept_bind(exchange, pipe, pdu, head.call_id);
    }
    else if (head.type == RPC_REQUEST && pipe->interface)
    {
        if (head.flags & PFC_LAST_FRAG)
        {
            answer_call(exchange, pipe, head.call_id);
        }
    }
    else
    {
        say_fault(exchange, pipe, head.call_id, FAULT_UNKNOWN_INTERFACE);
    }
}

/* ---- What goes through a pipe ------------------------------------------------------------------ */

/* What an IOCTL or a WRITE has for a pipe; nothing where it is something else. */
static struct bytes input_of(const struct model_exchange *exchange, uint32_t *control_code)
{
    struct reader reader = reader_over(exchange->message.data, exchange->message.size);
    uint32_t offset = 0;
    uint32_t size = 0;

    reader_skip(&reader, SMB2_HEADER_SIZE + 2);
    if (exchange->request.command == SMB2_WRITE)
    {
        offset = reader_u16(&reader);
        size = reader_u32(&reader);
    }
    else
    {
        reader_skip(&reader, 2);
        *control_code = reader_u32(&reader);
        reader_skip(&reader, 16);
        offset = reader_u32(&reader);
        size = reader_u32(&reader);
    }
    return reader_slice(&reader, offset, size);
}

static const struct rpc_interface *interface_of(struct bytes bind)
{
    for (size_t i = 0; i < rpc_interface_count; i++)
    {
        if (bind.size >= UUID_POSITION + 16 &&
            !memcmp(bind.data + UUID_POSITION, rpc_interfaces[i]->uuid, 16))
        {
            return rpc_interfaces[i];
        }
    }
    abort();
}

void model_look_at_pipe(struct model_exchange *exchange)
{
    struct model_question *question = &exchange->question;
    const bool is_write = exchange->request.command == SMB2_WRITE;
    struct bytes input = { 0 };
    const struct model_pipe *pipe = NULL;

    if (!is_write && exchange->request.command != SMB2_IOCTL)
    {
        return;
    }
    input = input_of(exchange, &question->control_code);
    pipe = pipe_of(exchange, is_write ? 16 : 8);
    if (!input.size || (!is_write && question->control_code != FSCTL_PIPE_TRANSCEIVE))
    {
        return;
    }
    question->is_bind = head_of(input).type == RPC_BIND;
    if (question->is_bind)
    {
        question->interface = interface_of(input);
    }
    else if (pipe)
    {
        struct reader reader = reader_over(input.data, input.size);

        reader_seek(&reader, OPERATION_POSITION);
        question->operation = reader_u16(&reader);
        question->interface = pipe->interface;
    }
}

/* The next part of the next message, at most `most` bytes; *more: that is not all of it. */
static struct bytes take_output(struct model_pipe *pipe, size_t most, bool *more)
{
    struct reader reader = reader_over(pipe->output.data, pipe->output.size);
    size_t size = 0;
    size_t left = 0;
    struct bytes taken = { 0 };

    reader_seek(&reader, pipe->taken);
    size = reader_u32(&reader);
    left = size - pipe->taken_of_message;
    *more = left > most;
    taken.size = *more ? most : left;
    taken.data = pipe->output.data + reader.offset + pipe->taken_of_message;
    pipe->taken_of_message += taken.size;
    if (!*more)
    {
        pipe->taken += sizeof(uint32_t) + size;
        pipe->taken_of_message = 0;
    }
    return taken;
}

static bool has_output(const struct model_pipe *pipe)
{
    return pipe->taken < pipe->output.size;
}

static void put_ioctl(struct model_exchange *exchange, struct bytes output)
{
    struct writer *body = exchange->answer;

    writer_u16(body, IOCTL_REPLY_SIZE);
    writer_u16(body, 0);
    writer_u32(body, exchange->question.control_code);
    writer_zeros(body, 16);
    writer_u32(body, SMB2_HEADER_SIZE + IOCTL_FIXED_SIZE);
    writer_u32(body, 0);
    writer_u32(body, SMB2_HEADER_SIZE + IOCTL_FIXED_SIZE);
    writer_u32(body, (uint32_t)output.size);
    writer_u32(body, 0);
    writer_u32(body, 0);
    writer_bytes(body, output.data, output.size);
}

static void transceive(struct model_exchange *exchange, struct bytes input)
{
    struct model_pipe *pipe = pipe_of(exchange, 8);
    bool more = false;

    if (!pipe)
    {
        exchange->reply.status = STATUS_FILE_CLOSED;
        return;
    }
    take_message(exchange, pipe, input);
    if (!has_output(pipe))
    {
        exchange->reply.status = STATUS_PIPE_BROKEN;
        return;
    }
    put_ioctl(exchange, take_output(pipe, SMB2_PAYLOAD_MAX, &more));
    exchange->reply.status = more ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

/* What is no pipe's. */
static void control(struct model_exchange *exchange)
{
    const struct model_behaviour *behaviour = &exchange->connection->server->behaviour;
    struct writer *output = model_writer(MODEL_STUB);

    if (exchange->question.control_code == FSCTL_VALIDATE_NEGOTIATE_INFO)
    {
        model_validate_negotiate(exchange->connection, output);
    }
    else
    {
        exchange->reply.status = behaviour->answer(behaviour->context, &exchange->question, output);
    }
    if (!exchange->reply.status)
    {
        put_ioctl(exchange, (struct bytes){ output->data, output->size });
    }
}

void model_ioctl(struct model_exchange *exchange)
{
    uint32_t control_code = 0;
    const struct bytes input = input_of(exchange, &control_code);

    if (control_code == FSCTL_PIPE_TRANSCEIVE)
    {
        transceive(exchange, input);
    }
    else
    {
        control(exchange);
    }
}

void model_read(struct model_exchange *exchange)
{
    struct model_pipe *pipe = pipe_of(exchange, 16);
    struct reader reader = reader_over(exchange->body.data, exchange->body.size);
    struct writer *body = exchange->answer;
    struct bytes output = { 0 };
    uint32_t most = 0;
    bool more = false;

    reader_skip(&reader, 4);
    most = reader_u32(&reader);
    if (!pipe)
    {
        exchange->reply.status = STATUS_FILE_CLOSED;
        return;
    }
    if (!has_output(pipe))
    {
        exchange->manner.is_silent = true; /* as long as nobody writes */
        return;
    }
    output = take_output(pipe, most, &more);
    exchange->reply.status = more ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
    writer_u16(body, READ_REPLY_SIZE);
    writer_u8(body, SMB2_HEADER_SIZE + READ_FIXED_SIZE);
    writer_u8(body, 0);
    writer_u32(body, (uint32_t)output.size);
    writer_u64(body, 0);
    writer_bytes(body, output.data, output.size);
}

void model_write(struct model_exchange *exchange)
{
    struct model_pipe *pipe = pipe_of(exchange, 16);
    const struct bytes input = input_of(exchange, NULL);

    if (!pipe)
    {
        exchange->reply.status = STATUS_FILE_CLOSED;
        return;
    }
    take_message(exchange, pipe, input);
    writer_u16(exchange->answer, WRITE_REPLY_SIZE);
    writer_u16(exchange->answer, 0);
    writer_u32(exchange->answer, (uint32_t)input.size);
    writer_u64(exchange->answer, 0);
}
