/*
 * Packets of the NetBIOS session service over TCP: [RFC 1001] 14, [RFC 1002] 4.3.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/netbios/netbios_frame.h"

/* The flags and the length that follow the type in 24 bits: the lowest flag extends the length, the
 * others are reserved. */
#define LENGTH_MASK 0x1ffff

void netbios_frame_header_encode(const struct netbios_frame_header *header, struct writer *writer)
{
    writer_u8(writer, header->type);
    writer_u24_big_endian(writer, header->length & LENGTH_MASK);
}

bool netbios_frame_header_decode(struct netbios_frame_header *header, struct reader *reader)
{
    header->type = reader_u8(reader);
    header->length = reader_u24_big_endian(reader) & LENGTH_MASK;
    return !reader->failed;
}

void netbios_wire_name_encode(const uint8_t name[NETBIOS_NAME_SIZE], struct writer *writer)
{
    writer_u8(writer, 2 * NETBIOS_NAME_SIZE);
    for (size_t i = 0; i < NETBIOS_NAME_SIZE; i++)
    {
        writer_u8(writer, (uint8_t)('A' + (name[i] >> 4)));
        writer_u8(writer, (uint8_t)('A' + (name[i] & 15)));
    }
    writer_u8(writer, 0); /* an empty scope */
}

void netbios_session_request_encode(const uint8_t called[NETBIOS_NAME_SIZE],
                                    const uint8_t calling[NETBIOS_NAME_SIZE], struct writer *writer)
{
    const struct netbios_frame_header header = { NETBIOS_SESSION_REQUEST,
                                                 2 * NETBIOS_WIRE_NAME_SIZE };

    netbios_frame_header_encode(&header, writer);
    netbios_wire_name_encode(called, writer);
    netbios_wire_name_encode(calling, writer);
}
