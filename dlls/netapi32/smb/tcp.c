/*
 * The transport of real connections: TCP. [MS-SMB2] 2.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>

#include "base/status.h"
#include "platform/platform.h"
#include "smb/transport.h"

struct tcp_transport
{
    struct transport transport;
    struct platform_socket *connected;
};

static struct platform_socket *socket_of(struct transport *transport)
{
    return ((struct tcp_transport *)transport)->connected;
}

static uint32_t tcp_send(struct transport *transport, const void *data, size_t size,
                         uint64_t deadline)
{
    return platform_send(socket_of(transport), data, size, deadline);
}

static uint32_t tcp_receive(struct transport *transport, void *data, size_t size, size_t *received,
                            uint64_t deadline)
{
    return platform_receive(socket_of(transport), data, size, received, deadline);
}

static void tcp_close(struct transport *transport)
{
    platform_close(socket_of(transport));
    free(transport);
}

static const struct transport_operations tcp_operations = {
    .send = tcp_send,
    .receive = tcp_receive,
    .close = tcp_close,
};

uint32_t tcp_transport_open(struct utf16_slice host, uint16_t port, uint64_t deadline,
                            struct transport **transport)
{
    struct tcp_transport *tcp = calloc(1, sizeof(*tcp));
    uint32_t status = ERROR_NOT_ENOUGH_MEMORY;

    *transport = NULL;
    if (!tcp)
    {
        return status;
    }
    tcp->transport.operations = &tcp_operations;
    status = platform_connect(host, port, deadline, &tcp->connected, &tcp->transport.peer);
    if (status)
    {
        free(tcp);
        return status;
    }
    *transport = &tcp->transport;
    return ERROR_SUCCESS;
}
