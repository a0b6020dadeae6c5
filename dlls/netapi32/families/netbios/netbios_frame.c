/*
 * Packets of the NetBIOS session service over TCP: [RFC 1001] 14, [RFC 1002] 4.3.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/netbios/netbios_frame.h"

#define LENGTH_EXTENSION 0x01

void netbios_frame_header_write(uint8_t data[NETBIOS_FRAME_HEADER_SIZE],
                                const struct netbios_frame_header *header)
{
    data[0] = header->type;
    data[1] = header->length >> 16 & LENGTH_EXTENSION;
    data[2] = (uint8_t)(header->length >> 8);
    data[3] = (uint8_t)header->length;
}

void netbios_frame_header_read(const uint8_t data[NETBIOS_FRAME_HEADER_SIZE],
                               struct netbios_frame_header *header)
{
    header->type = data[0];
    header->length =
        (uint32_t)(data[1] & LENGTH_EXTENSION) << 16 | (uint32_t)data[2] << 8 | data[3];
}

void netbios_wire_name_write(uint8_t data[NETBIOS_WIRE_NAME_SIZE],
                             const uint8_t name[NETBIOS_NAME_SIZE])
{
    data[0] = 2 * NETBIOS_NAME_SIZE;
    for (size_t i = 0; i < NETBIOS_NAME_SIZE; i++)
    {
        data[1 + 2 * i] = (uint8_t)('A' + (name[i] >> 4));
        data[2 + 2 * i] = (uint8_t)('A' + (name[i] & 15));
    }
    data[NETBIOS_WIRE_NAME_SIZE - 1] = 0;
}

void netbios_session_request_write(uint8_t data[NETBIOS_SESSION_REQUEST_SIZE],
                                   const uint8_t called[NETBIOS_NAME_SIZE],
                                   const uint8_t calling[NETBIOS_NAME_SIZE])
{
    const struct netbios_frame_header header = { NETBIOS_SESSION_REQUEST,
                                                 2 * NETBIOS_WIRE_NAME_SIZE };

    netbios_frame_header_write(data, &header);
    netbios_wire_name_write(data + NETBIOS_FRAME_HEADER_SIZE, called);
    netbios_wire_name_write(data + NETBIOS_FRAME_HEADER_SIZE + NETBIOS_WIRE_NAME_SIZE, calling);
}
