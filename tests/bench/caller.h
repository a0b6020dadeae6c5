/*
 * What tests/bench/caller.c needs of a system and of the library that is timed: once over the native
 * core, once over netapi32.dll.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_BENCH_CALLER_H
#define NETAPI32_TESTS_BENCH_CALLER_H

#include <stdint.h>

/* Nanoseconds of a clock that only goes forwards. */
uint64_t system_now(void);
void system_sleep(unsigned int milliseconds);
/* Runs `run` with `argument` on so many threads and waits until all have ended. 0, or 1 where not all
 * of them could be started. */
int system_run_threads(unsigned int count, void (*run)(void *), void *argument);
/* Between two of these the thread asked wineserver for what a call needs; nothing natively. */
void system_mark(void);

/* From now on, and on Windows for later processes too, `name` stands for a server at an IPv4 address
 * and port, called as `user`. A Win32 code. */
uint32_t library_add_server(const char *name, const char *address, const char *port,
                            const char *user, const char *password);
/* Asks for everything of one kind, "sessions", "shares", "files", "users" or "workstation"
 * (information, which is one entry), and releases it. A Win32 code; ERROR_INVALID_PARAMETER for another kind. */
uint32_t library_ask(const char *kind, const char *server, uint32_t level, uint32_t *entries);

/* One TCP connection for the bare cost of the network: -1 where it cannot be made. */
intptr_t bare_connect(const char *address, const char *port);
/* Sends `size` bytes, and waits for `answer_size`, in one buffer that is large enough for both. 0, or 1
 * where the connection is lost. */
int bare_exchange(intptr_t connection, char *buffer, int size, int answer_size);

#endif
