/*
 * Servers that fail: a proxy that ends connections in the middle, and one that never says anything.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_THREADS_BREAKER_H
#define NETAPI32_TESTS_THREADS_BREAKER_H

#include <stdint.h>

struct breaker;

/* Forwards connections to the port of the server on loopback, and ends one every `pause_ms`, wherever
 * it is. Ends the test where there are no sockets. */
struct breaker *breaker_start(uint16_t server_port, unsigned int pause_ms);
uint16_t breaker_port(const struct breaker *breaker);
/* How many connections it has ended. */
unsigned int breaker_ended(const struct breaker *breaker);
void breaker_stop(struct breaker *breaker);

/* A port that takes connections and says nothing; one that takes none. They last as long as the program. */
uint16_t silent_port(void);
uint16_t closed_port(void);

#endif
