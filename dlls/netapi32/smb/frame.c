/*
 * Frames: the 4-byte length that goes before every message on a stream. [MS-SMB2] 2.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/frame.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "platform/call_state.h"
#include "platform/platform.h"

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

/* Makes room for `size` bytes from the start of what is not yet taken. */
static uint32_t make_room(struct frame_receiver *receiver, size_t size)
{
    const size_t there = receiver->end - receiver->start;

    if (size <= receiver->capacity - receiver->start)
    {
        return ERROR_SUCCESS;
    }
    if (size > receiver->capacity)
    {
        const size_t capacity = size > RECEIVE_SIZE ? size : RECEIVE_SIZE;
        uint8_t *buffer = malloc(capacity);

        if (!buffer)
        {
            return ERROR_NOT_ENOUGH_MEMORY;
        }
        if (there)
        {
            memcpy(buffer, receiver->buffer + receiver->start, there);
        }
        free(receiver->buffer);
        receiver->buffer = buffer;
        receiver->capacity = capacity;
    }
    else if (there)
    {
        memmove(receiver->buffer, receiver->buffer + receiver->start, there);
    }
    receiver->start = 0;
    receiver->end = there;
    return ERROR_SUCCESS;
}

/* Receives until `size` bytes are there. */
static uint32_t await(struct frame_receiver *receiver, struct transport *transport,
                      uint64_t deadline, size_t size)
{
    uint32_t status = make_room(receiver, size);

    while (!status && receiver->end - receiver->start < size)
    {
        size_t received = 0;

        /* Where something is always there to be received, a transport never waits, and never sees
         * that it is late. */
        status = ERROR_SEM_TIMEOUT;
        if (platform_now() < deadline)
        {
            status = transport->operations->receive(transport, receiver->buffer + receiver->end,
                                                    receiver->capacity - receiver->end, &received,
                                                    deadline);
        }
        if (!status)
        {
            receiver->end += received;
            receiver->bytes_received += received;
            call_state_add_received(received);
        }
    }
    return status;
}

uint32_t frame_receive(struct frame_receiver *receiver, struct transport *transport,
                       uint64_t deadline, uint8_t **frame, size_t *size)
{
    struct reader header = { 0 };
    uint32_t status = ERROR_SUCCESS;
    uint8_t type = 0;

    *frame = NULL;
    *size = 0;
    if (receiver->start == receiver->end)
    {
        receiver->start = 0;
        receiver->end = 0;
    }
    status = await(receiver, transport, deadline, FRAME_HEADER_SIZE);
    if (status)
    {
        return status;
    }
    header = reader_over(receiver->buffer + receiver->start, FRAME_HEADER_SIZE);
    type = reader_u8(&header);
    *size = reader_u24_big_endian(&header);
    if (type != 0 || *size == 0 || *size > FRAME_SIZE_MAX)
    {
        return ERROR_BAD_NET_RESP;
    }
    status = await(receiver, transport, deadline, FRAME_HEADER_SIZE + *size);
    if (status)
    {
        return status;
    }
    *frame = receiver->buffer + receiver->start + FRAME_HEADER_SIZE;
    receiver->start += FRAME_HEADER_SIZE + *size;
    return ERROR_SUCCESS;
}

void frame_receiver_free(struct frame_receiver *receiver)
{
    free(receiver->buffer);
    *receiver = (struct frame_receiver){ 0 };
}
