/*
 * The clock of POSIX.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/clock.h"

#include <time.h>

#define MICROSECONDS_PER_SECOND     1000000u
#define NANOSECONDS_PER_MICROSECOND 1000

uint64_t clock_microseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * MICROSECONDS_PER_SECOND +
           (uint64_t)(now.tv_nsec / NANOSECONDS_PER_MICROSECOND);
}
