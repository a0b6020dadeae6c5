/*
 * Which request of a call fails: for memory, or for something else that the system gives.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "failing.h"

static struct failing chosen;
static volatile LONG is_on;
static volatile LONG counts[REQUEST_KINDS];

void failing_begin(const struct failing *failing)
{
    chosen = *failing;
    for (int kind = 0; kind < REQUEST_KINDS; kind++)
    {
        InterlockedExchange(&counts[kind], 0);
    }
    InterlockedExchange(&is_on, TRUE);
}

void failing_end(LONG requests[REQUEST_KINDS])
{
    InterlockedExchange(&is_on, FALSE);
    for (int kind = 0; kind < REQUEST_KINDS; kind++)
    {
        requests[kind] = counts[kind];
    }
}

BOOL request_fails(enum request_kind kind)
{
    LONG number = 0;

    if (!is_on)
    {
        return FALSE;
    }
    number = InterlockedIncrement(&counts[kind]);
    return kind == chosen.kind && chosen.number &&
           (chosen.and_further ? number >= chosen.number : number == chosen.number);
}
