/*
 * A transport that counts what is asked of the one below it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/counting_transport.h"

#include <stdlib.h>

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

static uint32_t counting_receive(struct transport *transport, void *data, size_t size,
                                 size_t *received, uint64_t deadline)
{
    struct counting_transport *counting = counting_of(transport);

    counting->receives++;
    return counting->below->operations->receive(counting->below, data, size, received, deadline);
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
