/*
 * Starting what a call to a server needs.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_START_H
#define NETAPI32_REMOTE_START_H

#include <stdint.h>

/* Starts sockets and cryptography, once in a process, safely with many threads. Every operation on a
 * server calls it first. Errors of platform_start() and crypto_start(). */
uint32_t library_start(void);

#endif
