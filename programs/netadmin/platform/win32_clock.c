/*
 * The clock of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/clock.h"

#include <windows.h>

#define MICROSECONDS_PER_SECOND 1000000u

/* Whole seconds and their rest are turned into microseconds one by one, so that nothing overflows. */
uint64_t clock_microseconds(void)
{
    LARGE_INTEGER frequency;
    LARGE_INTEGER counter;
    uint64_t per_second;
    uint64_t ticks;

    QueryPerformanceFrequency(&frequency);
    QueryPerformanceCounter(&counter);
    per_second = (uint64_t)frequency.QuadPart;
    ticks = (uint64_t)counter.QuadPart;
    return ticks / per_second * MICROSECONDS_PER_SECOND +
           ticks % per_second * MICROSECONDS_PER_SECOND / per_second;
}
