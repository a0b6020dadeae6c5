/*
 * Fuzz target: the answer to a NetBIOS node status request, and the header of a session packet.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "families/netbios/netbios_node_status.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input is the datagram; it answers the request whose number it has. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct reader reader = reader_over(data, size);
    const uint16_t id = reader_u16_big_endian(&reader);
    const struct bytes datagram = { data, size };
    struct netbios_frame_header header;
    struct netbios_node_status status;

    /* All that is counted was there. */
    if (netbios_node_status_decode(&status, id, datagram) &&
        size < (size_t)status.name_count * NETBIOS_NODE_NAME_SIZE + NETBIOS_MAC_ADDRESS_SIZE)
    {
        abort();
    }
    /* Another request's is never taken. */
    if (netbios_node_status_decode(&status, (uint16_t)(id + 1), datagram))
    {
        abort();
    }
    reader = reader_over(data, size);
    if (netbios_frame_header_decode(&header, &reader) != (size >= NETBIOS_FRAME_HEADER_SIZE))
    {
        abort();
    }
    return 0;
}
