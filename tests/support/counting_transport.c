/*
 * A transport that counts what is asked of the one below it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/counting_transport.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"

#define FRAME_HEADER_SIZE 4
#define STATUS_OFFSET     (FRAME_HEADER_SIZE + 8) /* [MS-SMB2] 2.2.1.1 */
#define INTERIM_SIZE      (FRAME_HEADER_SIZE + 64 + 9)

static struct counting_transport *counting_of(struct transport *transport)
{
    return (struct counting_transport *)transport;
}

static uint32_t counting_send(struct transport *transport, const void *data, size_t size,
                              uint64_t deadline)
{
    struct counting_transport *counting = counting_of(transport);

    counting->sends++;
    return counting->below->operations->send(counting->below, data, size, deadline);
}

/* Is it an interim answer, and nothing else? A server under load says so that it will answer later.
 * [MS-SMB2] 3.3.4.2 */
static bool is_interim(const void *data, size_t size)
{
    static const uint8_t pending[] = { STATUS_PENDING & 0xff, STATUS_PENDING >> 8, 0, 0 };

    return size == INTERIM_SIZE &&
           !memcmp((const uint8_t *)data + STATUS_OFFSET, pending, sizeof(pending));
}

static uint32_t counting_receive(struct transport *transport, void *data, size_t size,
                                 size_t *received, uint64_t deadline)
{
    struct counting_transport *counting = counting_of(transport);

    const uint32_t status =
        counting->below->operations->receive(counting->below, data, size, received, deadline);

    counting->receives++;
    counting->interims += !status && is_interim(data, *received);
    return status;
}

static void counting_close(struct transport *transport)
{
    struct transport *below = counting_of(transport)->below;

    below->operations->close(below);
    free(transport);
}

static const struct transport_operations counting_operations = {
    .send = counting_send,
    .receive = counting_receive,
    .close = counting_close,
};

struct counting_transport *counting_transport_open(struct transport *below)
{
    struct counting_transport *counting = calloc(1, sizeof(*counting));

    if (!counting)
    {
        abort();
    }
    counting->transport.operations = &counting_operations;
    counting->below = below;
    return counting;
}
