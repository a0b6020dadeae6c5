/*
 * A man in the middle on the network: a TCP proxy on loopback that changes messages on their way.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_PROXY_H
#define NETAPI32_TESTS_SUPPORT_PROXY_H

#include <stdint.h>

#include "support/middle.h"

struct proxy;

/* Forwards every connection to the port of the server; the change functions may be NULL, and are
 * called on a thread of the proxy. NULL when there are no sockets. */
struct proxy *proxy_start(uint16_t server_port, middle_change *change_request,
                          middle_change *change_reply);
uint16_t proxy_port(const struct proxy *proxy);
/* How many connections there were, and how many messages were changed on them. */
unsigned int proxy_accepted(const struct proxy *proxy);
unsigned int proxy_changed(const struct proxy *proxy);
/* Closes its connections. */
void proxy_stop(struct proxy *proxy);

#endif
