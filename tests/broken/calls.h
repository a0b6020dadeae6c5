/*
 * A call of each function to a real server, for tests that break the network under it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_BROKEN_CALLS_H
#define NETAPI32_TESTS_BROKEN_CALLS_H

#include <stdbool.h>
#include <stdint.h>

/* What a call gave: all that came out of it, as a sum in which blocks at other addresses are the same. */
struct outcome
{
    uint32_t status;
    bool is_answer; /* not a failure */
    uint64_t sum;
    const char *trouble; /* what is wrong with it by itself; NULL: nothing */
};

unsigned int broken_call_count(void);
/* With what those that log on as somebody do so, as admin; the text must stay. */
void broken_calls_log_on(const char *password);
const char *broken_call_name(unsigned int number);
/* Asks the server that is called "bed". Blocks that it gives are in the sum by their sizes, so programs
 * with calls are linked with --wrap=platform_api_allocate,--wrap=platform_api_free. */
void broken_call_make(unsigned int number, struct outcome *outcome);
bool outcome_equal(const struct outcome *a, const struct outcome *b);

/* How many blocks are with the caller. */
unsigned int api_blocks_held(void);

#endif
