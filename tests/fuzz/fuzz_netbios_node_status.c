/*
 * Fuzz target: the answer to a NetBIOS node status request, and packets of the session service.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "families/netbios/netbios_node_status.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The request for a session has the header that it is read with, and both names as they were given. */
static void check_session_request(const uint8_t *names)
{
    const uint8_t *called = names;
    const uint8_t *calling = names + NETBIOS_NAME_SIZE;
    struct writer request = { 0 };
    struct reader reader;
    struct netbios_frame_header header;

    netbios_session_request_encode(called, calling, &request);
    reader = reader_over(request.data, request.size);
    if (!netbios_frame_header_decode(&header, &reader) || header.type != NETBIOS_SESSION_REQUEST ||
        header.length != reader_left(&reader) || header.length != 2 * NETBIOS_WIRE_NAME_SIZE)
    {
        abort();
    }
    for (size_t i = 0; i < 2 * NETBIOS_NAME_SIZE; i++)
    {
        const size_t name = i / NETBIOS_NAME_SIZE;
        const uint8_t *letters = request.data + NETBIOS_FRAME_HEADER_SIZE +
                                 name * NETBIOS_WIRE_NAME_SIZE + 1 + 2 * (i % NETBIOS_NAME_SIZE);

        if (((letters[0] - 'A') << 4 | (letters[1] - 'A')) != names[i])
        {
            abort();
        }
    }
    writer_clear(&request);
    netbios_node_status_request_encode(called[0], &request);
    reader = reader_over(request.data, request.size);
    if (reader_u16_big_endian(&reader) != called[0])
    {
        abort();
    }
    writer_free(&request);
}

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
    if (size >= 2 * NETBIOS_NAME_SIZE)
    {
        check_session_request(data);
    }
    return 0;
}
