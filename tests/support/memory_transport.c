/*
 * A transport without a network.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/memory_transport.h"

#include <string.h>

#include "base/status.h"

static struct memory_transport *memory_of(struct transport *transport)
{
    return (struct memory_transport *)transport;
}

static uint32_t memory_send(struct transport *transport, const void *data, size_t size,
                            uint64_t deadline)
{
    struct memory_transport *memory = memory_of(transport);

    (void)deadline;
    writer_bytes(&memory->outgoing, data, size);
    return memory->outgoing.failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
}

static uint32_t memory_receive(struct transport *transport, void *data, size_t size,
                               size_t *received, uint64_t deadline)
{
    struct memory_transport *memory = memory_of(transport);
    size_t left = memory->incoming.size - memory->offset;

    (void)deadline;
    if (!left)
    {
        return memory->status_at_end;
    }
    if (size > left)
    {
        size = left;
    }
    if (memory->piece_max && size > memory->piece_max)
    {
        size = memory->piece_max;
    }
    memcpy(data, memory->incoming.data + memory->offset, size);
    memory->offset += size;
    *received = size;
    return ERROR_SUCCESS;
}

static void memory_close(struct transport *transport)
{
    memory_of(transport)->close_count++;
}

static const struct transport_operations memory_operations = {
    .send = memory_send,
    .receive = memory_receive,
    .close = memory_close,
};

void memory_transport_init(struct memory_transport *memory, struct bytes incoming)
{
    *memory = (struct memory_transport){
        .transport.operations = &memory_operations,
        .incoming = incoming,
        .status_at_end = ERROR_NETNAME_DELETED,
    };
}

void memory_transport_free(struct memory_transport *memory)
{
    writer_free(&memory->outgoing);
}
