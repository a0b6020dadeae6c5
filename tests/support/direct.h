/*
 * A connection that a test holds itself, to look at what was agreed on it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_DIRECT_H
#define NETAPI32_TESTS_SUPPORT_DIRECT_H

#include <stdbool.h>
#include <stdint.h>

#include "remote/pool.h"
#include "support/bed.h"

/* Connects, logs on, and opens the Server Service's pipe, as a call of the API does. Release with
 * server_connection_free(). */
uint32_t direct_open(const struct bed *bed, const char *user, bool require_encryption,
                     struct server_connection **opened);
/* The same over a transport of the test's own, which the connection owns. */
uint32_t direct_open_over(struct transport *transport, const struct bed *bed, const char *user,
                          bool require_encryption, struct server_connection **opened);
/* A TCP connection to the server. */
struct transport *direct_transport(const struct bed *bed);
/* Lists the sessions at level 1; *entries is how many there are. */
uint32_t direct_enum(struct server_connection *connection, size_t *entries);

#endif
