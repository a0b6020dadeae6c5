/*
 * A man in the middle between client and server.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/middle.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "smb/frame.h"
#include "smb/header.h"

struct middle_transport
{
    struct transport transport;
    struct transport *server;
    struct middle *middle;
    struct middle_direction requests;
    struct middle_direction replies;
};

static struct middle_transport *middle_of(struct transport *transport)
{
    return (struct middle_transport *)transport;
}

static void drop_front(struct writer *data, size_t size)
{
    memmove(data->data, data->data + size, data->size - size);
    data->size -= size;
}

static bool is_same(const struct writer *message, const uint8_t *data, size_t size)
{
    return message->size == size && !memcmp(message->data, data, size);
}

unsigned int middle_pass_on(struct middle_direction *direction, middle_change *change,
                            struct writer *memory)
{
    unsigned int changed = 0;

    for (;;)
    {
        struct reader reader = reader_over(direction->incoming.data, direction->incoming.size);
        struct writer message = { 0 };
        const uint8_t *data = NULL;
        size_t size = 0;
        size_t frame = 0;

        reader_skip(&reader, 1);
        size = reader_u24_big_endian(&reader);
        if (reader.failed || size > reader_left(&reader))
        {
            return changed;
        }
        data = reader_bytes(&reader, size);
        writer_bytes(&message, data, size);
        if (change)
        {
            change(&message, memory);
            changed += !is_same(&message, data, size);
        }
        frame = frame_begin(&direction->outgoing);
        writer_bytes(&direction->outgoing, message.data, message.size);
        frame_end(&direction->outgoing, frame);
        writer_free(&message);
        drop_front(&direction->incoming, FRAME_HEADER_SIZE + size);
    }
}

static uint32_t middle_send(struct transport *transport, const void *data, size_t size,
                            uint64_t deadline)
{
    struct middle_transport *middle = middle_of(transport);
    struct middle_direction *requests = &middle->requests;
    uint32_t status = ERROR_SUCCESS;

    writer_bytes(&requests->incoming, data, size);
    middle->middle->changed +=
        middle_pass_on(requests, middle->middle->change_request, &middle->middle->memory);
    status = middle->server->operations->send(middle->server, requests->outgoing.data,
                                              requests->outgoing.size, deadline);
    writer_free(&requests->outgoing);
    return status;
}

static uint32_t middle_receive(struct transport *transport, void *data, size_t size,
                               size_t *received, uint64_t deadline)
{
    struct middle_transport *middle = middle_of(transport);
    struct writer *ready = &middle->replies.outgoing;

    while (!ready->size)
    {
        uint8_t buffer[4096];
        size_t arrived = 0;
        uint32_t status = middle->server->operations->receive(middle->server, buffer,
                                                              sizeof(buffer), &arrived, deadline);

        if (status)
        {
            return status;
        }
        writer_bytes(&middle->replies.incoming, buffer, arrived);
        middle->middle->changed +=
            middle_pass_on(&middle->replies, middle->middle->change_reply, &middle->middle->memory);
    }
    *received = size < ready->size ? size : ready->size;
    memcpy(data, ready->data, *received);
    drop_front(ready, *received);
    return ERROR_SUCCESS;
}

static void middle_close(struct transport *transport)
{
    struct middle_transport *middle = middle_of(transport);

    middle->server->operations->close(middle->server);
    writer_free(&middle->requests.incoming);
    writer_free(&middle->replies.incoming);
    writer_free(&middle->replies.outgoing);
    writer_free(&middle->middle->memory);
    free(middle);
}

static const struct transport_operations middle_operations = {
    .send = middle_send,
    .receive = middle_receive,
    .close = middle_close,
};

struct transport *middle_transport(struct middle *middle, struct transport *server)
{
    struct middle_transport *created = calloc(1, sizeof(*created));

    if (!created)
    {
        abort();
    }
    created->transport.operations = &middle_operations;
    created->server = server;
    created->middle = middle;
    return &created->transport;
}

/* ---- What a message is ----------------------------------------------------------------------- */

static bool read_header(const struct writer *message, struct smb2_header *header)
{
    struct reader reader = reader_over(message->data, message->size);

    return smb2_header_decode(header, &reader);
}

bool middle_is_command(const struct writer *message, uint16_t command)
{
    struct smb2_header header;

    return read_header(message, &header) && header.command == command;
}

bool middle_is_final_session_setup(const struct writer *message)
{
    struct smb2_header header;

    return read_header(message, &header) && header.command == SMB2_SESSION_SETUP &&
           header.status == STATUS_SUCCESS;
}

bool middle_is_encrypted(const struct writer *message)
{
    struct reader reader = reader_over(message->data, message->size);

    return reader_u32(&reader) == SMB2_TRANSFORM_ID;
}

/* ---- Changes --------------------------------------------------------------------------------- */

/* A change that does not take place would make a test pass that shows nothing. */
static void must(bool condition)
{
    if (!condition)
    {
        abort();
    }
}

void middle_put_u16(struct writer *message, size_t position, uint16_t value)
{
    writer_patch_u16(message, position, value);
    must(!message->failed);
}

void middle_put_u32(struct writer *message, size_t position, uint32_t value)
{
    writer_patch_u32(message, position, value);
    must(!message->failed);
}

void middle_flip(struct writer *message, size_t position)
{
    must(position < message->size);
    message->data[position] ^= 1;
}

size_t middle_context(const struct writer *message, size_t offset_position, uint16_t type)
{
    struct reader reader = reader_over(message->data, message->size);

    reader_seek(&reader, offset_position);
    reader_seek(&reader, reader_u32(&reader));
    while (!reader.failed)
    {
        uint16_t found = 0;
        uint16_t size = 0;

        reader_align(&reader, 8);
        found = reader_u16(&reader);
        size = reader_u16(&reader);
        reader_skip(&reader, 4);
        if (!reader.failed && found == type)
        {
            return reader.offset;
        }
        reader_skip(&reader, size);
    }
    abort();
}
