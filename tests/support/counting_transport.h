/*
 * A transport that counts what is asked of the one below it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_COUNTING_TRANSPORT_H
#define NETAPI32_TESTS_SUPPORT_COUNTING_TRANSPORT_H

#include "smb/transport.h"

struct counting_transport
{
    struct transport transport;
    struct transport *below;
    unsigned int sends; /* as often as the client waits for the network */
    unsigned int receives;
    unsigned int
        interims; /* so many of them gave an interim answer alone, which says that another follows */
};

/* Closing it closes the one below and releases both. */
struct counting_transport *counting_transport_open(struct transport *below);

#endif
