/*
 * A transport without a network: what the server says is written down beforehand, what the client
 * says is kept.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_MEMORY_TRANSPORT_H
#define NETAPI32_TESTS_SUPPORT_MEMORY_TRANSPORT_H

#include "base/wire.h"
#include "smb/transport.h"

struct memory_transport
{
    struct transport transport;
    struct bytes incoming;    /* what the client receives; belongs to somebody else */
    size_t offset;            /* of what it has not received yet */
    size_t piece_max;         /* the most that one receive gives; 0 for all that is there */
    uint32_t status_at_end;   /* what receiving gives behind the last byte */
    struct writer outgoing;   /* what the client sent */
    unsigned int close_count; /* how often it was closed; closing releases nothing */
};

/* Prepares a transport that gives `incoming` and then ERROR_NETNAME_DELETED. */
void memory_transport_init(struct memory_transport *memory, struct bytes incoming);
void memory_transport_free(struct memory_transport *memory);

#endif
