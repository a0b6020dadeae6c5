/*
 * Frames: the 4-byte length that goes before every message on a stream. [MS-SMB2] 2.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/call_state.h"

/* One receive takes what is there, up to this much: a call into the system is dear. */
#define RECEIVE_SIZE 0x10000

size_t frame_begin(struct writer *writer)
{
    size_t begin = writer->size;

    writer_zeros(writer, FRAME_HEADER_SIZE);
    return begin;
}

void frame_end(struct writer *writer, size_t begin)
{
    size_t size = writer->size - begin - FRAME_HEADER_SIZE;
    const uint8_t header[FRAME_HEADER_SIZE] = { 0, (uint8_t)(size >> 16), (uint8_t)(size >> 8),
                                                (uint8_t)size };

    writer_patch_bytes(writer, begin, header, sizeof(header));
}

/* Gives the next `size` bytes of the stream. */
static uint32_t take(struct frame_receiver *receiver, struct transport *transport,
                     uint64_t deadline, uint8_t *data, size_t size)
{
    while (size)
    {
        size_t there = receiver->end - receiver->start;
        size_t part = there < size ? there : size;

        if (part)
        {
            memcpy(data, receiver->buffer + receiver->start, part);
            receiver->start += part;
            data += part;
            size -= part;
        }
        if (size)
        {
            size_t received = 0;
            uint32_t status = transport->operations->receive(transport, receiver->buffer,
                                                             RECEIVE_SIZE, &received, deadline);

            if (status)
            {
                return status;
            }
            receiver->start = 0;
            receiver->end = received;
            receiver->bytes_received += received;
            call_state_add_received(received);
        }
    }
    return ERROR_SUCCESS;
}

uint32_t frame_receive(struct frame_receiver *receiver, struct transport *transport,
                       uint64_t deadline, uint8_t **frame, size_t *size)
{
    uint8_t header[FRAME_HEADER_SIZE] = { 0 };
    struct reader reader = reader_over(header, sizeof(header));
    uint32_t status = ERROR_SUCCESS;
    uint8_t *data = NULL;
    uint8_t type = 0;

    *frame = NULL;
    *size = 0;
    if (!receiver->buffer)
    {
        receiver->buffer = malloc(RECEIVE_SIZE);
        if (!receiver->buffer)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
    }
    status = take(receiver, transport, deadline, header, sizeof(header));
    if (status)
    {
        return status;
    }
    type = reader_u8(&reader);
    *size = reader_u24_big_endian(&reader);
    if (type != 0 || *size == 0 || *size > FRAME_SIZE_MAX)
    {
        return ERROR_BAD_NET_RESP;
    }
    data = malloc(*size);
    if (!data)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    status = take(receiver, transport, deadline, data, *size);
    if (status)
    {
        free(data);
        return status;
    }
    *frame = data;
    return ERROR_SUCCESS;
}

void frame_receiver_free(struct frame_receiver *receiver)
{
    free(receiver->buffer);
    *receiver = (struct frame_receiver){ 0 };
}
