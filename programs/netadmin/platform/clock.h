/*
 * How long something took.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_CLOCK_H
#define NETADMIN_CLOCK_H

#include <stdint.h>

/* Microseconds on a clock that never goes back, from some time on. */
uint64_t clock_microseconds(void);

#endif
