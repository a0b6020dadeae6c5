/*
 * A port on loopback behind which no SMB server is, but something that behaves badly.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_PEER_H
#define NETAPI32_TESTS_SUPPORT_PEER_H

#include <stdint.h>

#include "base/wire.h"

enum peer_manner
{
    PEER_CLOSES,        /* accepts and closes at once */
    PEER_STAYS,         /* accepts, says what it is told to say, and stays */
    PEER_HANGS_UP,      /* the same, but says that nothing more will come */
    PEER_NEVER_ACCEPTS, /* the backlog is full: connecting gets no answer */
    PEER_REFUSES,       /* nobody listens */
};

struct peer;

/* `says` must stay as long as the peer does. NULL when there are no sockets. */
struct peer *peer_start(enum peer_manner manner, struct bytes says);
uint16_t peer_port(const struct peer *peer);
/* How many connections there were. */
unsigned int peer_accepted(const struct peer *peer);
void peer_stop(struct peer *peer);

#endif
