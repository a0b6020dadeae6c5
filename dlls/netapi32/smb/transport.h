/*
 * The byte stream below SMB: a TCP connection, or what a test puts in its place.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_SMB_TRANSPORT_H
#define NETAPI32_SMB_TRANSPORT_H

#include <stddef.h>
#include <stdint.h>

#include "base/utf16.h"
#include "platform/platform.h"

struct transport;

/* Deadlines and errors as in platform/platform.h: ERROR_SEM_TIMEOUT, ERROR_NETNAME_DELETED. */
struct transport_operations
{
    /* Sends all of `data`. */
    uint32_t (*send)(struct transport *transport, const void *data, size_t size, uint64_t deadline);
    /* Receives 1 to `size` bytes. */
    uint32_t (*receive)(struct transport *transport, void *data, size_t size, size_t *received,
                        uint64_t deadline);
    /* Closes and releases. */
    void (*close)(struct transport *transport);
};

/* The head of every transport's own structure. */
struct transport
{
    const struct transport_operations *operations;
    struct ip_endpoint peer; /* of a connection over IP */
};

/* Connects over TCP; errors as platform_connect(). */
uint32_t tcp_transport_open(struct utf16_slice host, uint16_t port, uint64_t deadline,
                            struct transport **transport);

#endif
