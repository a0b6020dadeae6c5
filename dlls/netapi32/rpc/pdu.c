/*
 * The protocol data units of connection-oriented DCE/RPC 5.0.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "rpc/pdu.h"

#include <string.h>

#include "base/status.h"
#include "platform/log.h"

enum rpc_pdu_type
{
    RPC_REQUEST = 0,
    RPC_RESPONSE = 2,
    RPC_FAULT = 3,
    RPC_BIND = 11,
    RPC_BIND_ACK = 12,
};

enum rpc_pdu_flags
{
    PFC_FIRST_FRAG = 0x01,
    PFC_LAST_FRAG = 0x02,
};

#define RPC_VERSION             5
#define DATA_REPRESENTATION     0x00000010u /* little-endian, ASCII, IEEE */
#define FRAGMENT_LENGTH_OFFSET  8
#define ACCEPTANCE              0
#define ABSTRACT_NOT_SUPPORTED  1 /* abstract_syntax_not_supported */
#define TRANSFER_SYNTAX_SIZE    20
#define PRESENTATION_CONTEXT_ID 0
/* So many times of what has arrived is allocated for what is said to come. */
#define HINT_BELIEVED 32

/* NDR 2.0: 8a885d04-1ceb-11c9-9fe8-08002b104860, version 2 */
static const uint8_t ndr_transfer_syntax[TRANSFER_SYNTAX_SIZE] = {
    0x04, 0x5D, 0x88, 0x8A, 0xEB, 0x1C, 0xC9, 0x11, 0x9F, 0xE8,
    0x08, 0x00, 0x2B, 0x10, 0x48, 0x60, 0x02, 0x00, 0x00, 0x00,
};

struct pdu_header
{
    uint8_t type;
    uint8_t flags;
    uint16_t fragment_length;
    uint16_t auth_length;
    uint32_t call_id;
};

/* ---- Headers --------------------------------------------------------------------------------- */

static void put_header(struct writer *writer, uint8_t type, uint8_t flags, uint32_t call_id)
{
    writer_u8(writer, RPC_VERSION);
    writer_u8(writer, 0); /* minor version */
    writer_u8(writer, type);
    writer_u8(writer, flags);
    writer_u32(writer, DATA_REPRESENTATION);
    writer_u16(writer, 0); /* fragment length, set by end_pdu() */
    writer_u16(writer, 0); /* authentication length */
    writer_u32(writer, call_id);
}

static void end_pdu(struct writer *writer, size_t begin)
{
    writer_patch_u16(writer, begin + FRAGMENT_LENGTH_OFFSET, (uint16_t)(writer->size - begin));
}

static bool get_header(struct reader *reader, struct pdu_header *header)
{
    uint8_t major = reader_u8(reader);
    uint8_t minor = reader_u8(reader);
    uint32_t representation = 0;

    header->type = reader_u8(reader);
    header->flags = reader_u8(reader);
    representation = reader_u32(reader);
    header->fragment_length = reader_u16(reader);
    header->auth_length = reader_u16(reader);
    header->call_id = reader_u32(reader);
    return !reader->failed && major == RPC_VERSION && minor <= 1 &&
           representation == DATA_REPRESENTATION && header->fragment_length >= RPC_PDU_HEADER_SIZE;
}

uint32_t rpc_pdu_length(struct bytes data, size_t *length)
{
    struct reader reader = reader_over(data.data, data.size);
    struct pdu_header header;

    *length = 0;
    if (data.size < RPC_PDU_HEADER_SIZE)
    {
        return ERROR_SUCCESS;
    }
    if (!get_header(&reader, &header))
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    if (header.fragment_length <= data.size)
    {
        *length = header.fragment_length;
    }
    return ERROR_SUCCESS;
}

/* ---- Bind ------------------------------------------------------------------------------------ */

void rpc_bind_encode(const struct rpc_interface *interface, uint32_t call_id, struct writer *writer)
{
    size_t begin = writer->size;

    put_header(writer, RPC_BIND, PFC_FIRST_FRAG | PFC_LAST_FRAG, call_id);
    writer_u16(writer, RPC_FRAGMENT_SIZE_MAX); /* max_xmit_frag */
    writer_u16(writer, RPC_FRAGMENT_SIZE_MAX); /* max_recv_frag */
    writer_u32(writer, 0);                     /* assoc_group_id: a new one */
    writer_u32(writer, 1);                     /* one presentation context, and padding */
    writer_u16(writer, PRESENTATION_CONTEXT_ID);
    writer_u16(writer, 1); /* one transfer syntax, and padding */
    writer_bytes(writer, interface->uuid, sizeof(interface->uuid));
    writer_u16(writer, interface->version_major);
    writer_u16(writer, interface->version_minor);
    writer_bytes(writer, ndr_transfer_syntax, sizeof(ndr_transfer_syntax));
    end_pdu(writer, begin);
}

/* The one result of a bind_ack. What is accepted must be what was offered: a stub in another
 * transfer syntax would be read wrongly. */
static uint32_t bind_result(uint16_t result, uint16_t reason, const uint8_t *syntax)
{
    if (result == ACCEPTANCE)
    {
        return memcmp(syntax, ndr_transfer_syntax, TRANSFER_SYNTAX_SIZE) == 0
                   ? ERROR_SUCCESS
                   : RPC_S_PROTOCOL_ERROR;
    }
    return reason == ABSTRACT_NOT_SUPPORTED ? RPC_S_UNKNOWN_IF : RPC_S_PROTOCOL_ERROR;
}

uint32_t rpc_bind_ack_decode(struct bytes pdu, uint32_t call_id, struct rpc_fragment_sizes *sizes)
{
    struct reader reader = reader_over(pdu.data, pdu.size);
    struct pdu_header header;
    uint16_t address_size = 0;
    uint8_t results = 0;
    uint16_t result = 0;
    uint16_t reason = 0;
    const uint8_t *syntax = NULL;

    if (!get_header(&reader, &header) || header.type != RPC_BIND_ACK || header.call_id != call_id)
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    sizes->receive_max = reader_u16(&reader);  /* max_xmit_frag */
    sizes->transmit_max = reader_u16(&reader); /* max_recv_frag */
    reader_skip(&reader, 4);                   /* assoc_group_id */
    address_size = reader_u16(&reader);
    reader_skip(&reader, address_size);
    reader_align(&reader, 4);
    results = reader_u8(&reader);
    reader_skip(&reader, 3);
    result = reader_u16(&reader);
    reason = reader_u16(&reader);
    syntax = reader_bytes(&reader, TRANSFER_SYNTAX_SIZE);
    if (reader.failed || results != 1 || sizes->transmit_max < RPC_FRAGMENT_SIZE_MIN)
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    if (sizes->receive_max < RPC_FRAGMENT_SIZE_MIN || sizes->receive_max > RPC_FRAGMENT_SIZE_MAX)
    {
        sizes->receive_max = RPC_FRAGMENT_SIZE_MAX;
    }
    return bind_result(result, reason, syntax);
}

/* ---- Request --------------------------------------------------------------------------------- */

void rpc_request_encode(const struct rpc_request_fragment *fragment, struct writer *writer)
{
    size_t begin = writer->size;
    uint8_t flags = 0;

    if (fragment->first)
    {
        flags |= PFC_FIRST_FRAG;
    }
    if (fragment->last)
    {
        flags |= PFC_LAST_FRAG;
    }
    put_header(writer, RPC_REQUEST, flags, fragment->call_id);
    writer_u32(writer, fragment->stub_size); /* alloc_hint */
    writer_u16(writer, PRESENTATION_CONTEXT_ID);
    writer_u16(writer, fragment->operation);
    writer_bytes(writer, fragment->stub.data, fragment->stub.size);
    end_pdu(writer, begin);
}

/* ---- Response -------------------------------------------------------------------------------- */

/* [C706] appendix E; a status below 65536 is a Win32 code already ([MS-RPCE] 3.1.1.5.5). */
static const struct
{
    uint32_t fault;
    uint32_t win32;
} fault_map[] = {
    { 0x000000EA, RPC_S_CALL_FAILED },          /* ERROR_MORE_DATA would say: here is an answer */
    { 0x000006F7, RPC_X_BAD_STUB_DATA },        /* what NDR engines of Windows send */
    { 0x1C010002, RPC_S_PROCNUM_OUT_OF_RANGE }, /* nca_s_op_rng_error */
    { 0x1C010003, RPC_S_UNKNOWN_IF },           /* nca_s_unk_if */
    { 0x1C01000B, RPC_S_PROTOCOL_ERROR },       /* nca_s_proto_error */
    { 0x1C010013, RPC_S_OUT_OF_RESOURCES },     /* nca_s_server_too_busy */
    { 0x1C00001B, ERROR_NOT_ENOUGH_MEMORY },    /* nca_s_fault_remote_no_memory */
    { 0xC0000022, ERROR_ACCESS_DENIED },        /* STATUS_ACCESS_DENIED, from older Samba */
};

static uint32_t win32_from_fault(uint32_t fault)
{
    for (size_t i = 0; i < sizeof(fault_map) / sizeof(fault_map[0]); i++)
    {
        if (fault_map[i].fault == fault)
        {
            return fault_map[i].win32;
        }
    }
    return fault && fault < 0x10000 ? fault : RPC_S_CALL_FAILED;
}

/* The alloc_hint of a fragment is the size of the stub from this fragment on. [C706] 12.6.4.10 makes
 * it optional and a hint: it is believed when one fragment has foretold that of the next. */
static void count_down(struct rpc_answer *answer, uint32_t hint, size_t size)
{
    answer->counts_down = answer->fragments && answer->left && hint == answer->left;
    answer->left = hint > size ? hint - (uint32_t)size : 0;
}

/* Makes room for a fragment: at once for all that is to come, where so much of it has arrived that the
 * hint is to be believed; before that for the part that makes it so. Then the buffer that is replaced
 * is small beside the new one. One that would not be is left to grow as any does, or a server whose
 * hints are small had all of it copied for each fragment. */
static void make_room(struct writer *stub, uint32_t hint, size_t size)
{
    const size_t arrived = stub->size + size;
    size_t room = 0;

    if (arrived <= stub->capacity || hint < size || hint > RPC_STUB_SIZE_MAX - stub->size)
    {
        return;
    }
    room = stub->size + hint;
    if (room / HINT_BELIEVED > arrived)
    {
        const size_t believed = arrived * HINT_BELIEVED;

        room = room / HINT_BELIEVED < believed ? room / HINT_BELIEVED : believed;
    }
    room = room > arrived ? room : arrived;
    if (room / 2 >= stub->capacity)
    {
        writer_reserve(stub, room);
    }
}

static uint32_t add_stub(struct rpc_answer *answer, const struct pdu_header *header,
                         struct reader *reader)
{
    const uint32_t hint = reader_u32(reader);
    size_t size = 0;
    const uint8_t *stub = NULL;

    reader_skip(reader, 2 + 1 + 1); /* context id, cancel count, reserved */
    size = reader_left(reader);
    stub = reader_bytes(reader, size);
    if (reader->failed || !answer->fragments != !!(header->flags & PFC_FIRST_FRAG))
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    if (size > RPC_STUB_SIZE_MAX - answer->stub.size)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    make_room(&answer->stub, hint, size);
    writer_bytes(&answer->stub, stub, size);
    count_down(answer, hint, size);
    answer->fragments++;
    answer->complete = header->flags & PFC_LAST_FRAG;
    return answer->stub.failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
}

uint32_t rpc_answer_add(struct rpc_answer *answer, struct bytes pdu)
{
    struct reader reader = reader_over(pdu.data, pdu.size);
    struct pdu_header header;
    uint32_t fault = 0;

    if (!get_header(&reader, &header) || header.fragment_length != pdu.size || header.auth_length ||
        header.call_id != answer->call_id || answer->complete)
    {
        return RPC_S_PROTOCOL_ERROR;
    }
    switch (header.type)
    {
    case RPC_RESPONSE: return add_stub(answer, &header, &reader);
    case RPC_FAULT:
        reader_skip(&reader, 4 + 2 + 1 + 1);
        fault = reader_u32(&reader);
        answer->is_fault = !reader.failed;
        WARN("fault %#x\n", fault);
        return reader.failed ? RPC_S_PROTOCOL_ERROR : win32_from_fault(fault);
    default: return RPC_S_PROTOCOL_ERROR;
    }
}

bool rpc_answer_is_next(const struct rpc_answer *answer, struct bytes pdu)
{
    struct reader reader = reader_over(pdu.data, pdu.size);
    struct pdu_header header;

    return get_header(&reader, &header) &&
           (header.type != RPC_RESPONSE || reader_u32(&reader) == answer->left) && !reader.failed;
}
