/*
 * Which request of a call fails: for memory, or for something else that the system gives.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Requests of all threads count while a call is looked at.
 */
#ifndef NETAPI32_TESTS_MEMORY_FAILING_H
#define NETAPI32_TESTS_MEMORY_FAILING_H

#include <windows.h>

enum request_kind
{
    REQUEST_MEMORY,
    REQUEST_RESOURCE, /* a socket, an event, a thread, ... */
    REQUEST_KINDS,
};

struct failing
{
    enum request_kind kind;
    LONG number;      /* the request that fails, from 1; 0: none */
    BOOL and_further; /* whether those behind it fail, too */
};

/* Counts from now on, until failing_end(). */
void failing_begin(const struct failing *failing);
/* How many there were of each kind; they count from the beginning to here. */
void failing_end(LONG requests[REQUEST_KINDS]);

/* Says of a request whether it is to fail. */
BOOL request_fails(enum request_kind kind);

#endif
