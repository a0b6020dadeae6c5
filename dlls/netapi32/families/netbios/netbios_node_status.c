/*
 * The node status of the NetBIOS name service: [RFC 1002] 4.2.17, 4.2.18.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/netbios/netbios_node_status.h"

/* 4.2.1.1: the second word of the header. An answer has OPCODE 0, a query, and RCODE 0. */
#define FLAGS_RESPONSE 0x8000
#define FLAGS_OPCODE   0x7800
#define FLAGS_RCODE    0x000f

/* 4.2.1.2, 4.2.1.3 */
#define TYPE_NBSTAT 0x0021
#define CLASS_IN    0x0001

/* The two high bits of a label's length ([RFC 883], "Domain name representation and compression"). */
#define LABEL_KIND    0xc0
#define LABEL_POINTER 0xc0

void netbios_node_status_request_encode(uint16_t transaction_id, struct writer *writer)
{
    static const uint8_t any_name[NETBIOS_NAME_SIZE] = "*";

    writer_u16_big_endian(writer, transaction_id);
    writer_u16_big_endian(writer, 0); /* flags: a query to one node */
    writer_u16_big_endian(writer, 1); /* QDCOUNT */
    writer_u16_big_endian(writer, 0); /* ANCOUNT */
    writer_u16_big_endian(writer, 0); /* NSCOUNT */
    writer_u16_big_endian(writer, 0); /* ARCOUNT */
    netbios_wire_name_encode(any_name, writer);
    writer_u16_big_endian(writer, TYPE_NBSTAT);
    writer_u16_big_endian(writer, CLASS_IN);
}

static bool decode_header(uint16_t transaction_id, struct reader *reader)
{
    const uint16_t id = reader_u16_big_endian(reader);
    const uint16_t flags = reader_u16_big_endian(reader);
    const uint16_t questions = reader_u16_big_endian(reader);
    const uint16_t answers = reader_u16_big_endian(reader);

    reader_skip(reader, 2 + 2); /* NSCOUNT, ARCOUNT */
    return id == transaction_id &&
           (flags & (FLAGS_RESPONSE | FLAGS_OPCODE | FLAGS_RCODE)) == FLAGS_RESPONSE &&
           !questions && answers;
}

/* Passes over the name of the record, which is the one that was asked for. It ends with the root's
 * label, or with a pointer to labels that came before: nothing is to be read there. */
static bool skip_name(struct reader *reader)
{
    uint8_t label = 0;

    do
    {
        label = reader_u8(reader);
        if ((label & LABEL_KIND) == LABEL_POINTER)
        {
            reader_skip(reader, 1);
            return !reader->failed;
        }
        if (label & LABEL_KIND)
        {
            return false;
        }
        reader_skip(reader, label);
    } while (label);
    return !reader->failed;
}

/* The head of the record; its data is what the reader gives from then on. */
static bool decode_record(struct reader *reader)
{
    uint16_t type = 0;
    uint16_t class = 0;
    uint16_t size = 0;

    if (!skip_name(reader))
    {
        return false;
    }
    type = reader_u16_big_endian(reader);
    class = reader_u16_big_endian(reader);
    reader_skip(reader, 4); /* TTL, which has no meaning here */
    size = reader_u16_big_endian(reader);
    *reader = reader_over(reader_bytes(reader, size), size);
    return reader->data && type == TYPE_NBSTAT && class == CLASS_IN;
}

bool netbios_node_status_decode(struct netbios_node_status *status, uint16_t transaction_id,
                                struct bytes datagram)
{
    struct reader reader = reader_over(datagram.data, datagram.size);

    *status = (struct netbios_node_status){ 0 };
    if (!decode_header(transaction_id, &reader) || !decode_record(&reader))
    {
        return false;
    }
    status->name_count = reader_u8(&reader);
    for (size_t i = 0; i < status->name_count; i++)
    {
        reader_copy(&reader, status->names[i].name, NETBIOS_NAME_SIZE);
        status->names[i].flags = reader_u16_big_endian(&reader);
    }
    reader_copy(&reader, status->mac_address, NETBIOS_MAC_ADDRESS_SIZE);
    return !reader.failed;
}
