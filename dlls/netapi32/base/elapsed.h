/*
 * How long something has lasted, as somebody else reckons it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_BASE_ELAPSED_H
#define NETAPI32_BASE_ELAPSED_H

#include <stdint.h>

/* Seconds that have passed by the clock of a server. One whose clock was set back, or that takes two
 * clocks for one, reckons less than nothing, which is nothing: not 136 years. */
static inline uint32_t elapsed_seconds(uint32_t told)
{
    return told > INT32_MAX ? 0 : told;
}

#endif
