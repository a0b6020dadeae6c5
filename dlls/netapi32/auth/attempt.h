/*
 * A mechanism whose beginning knows no deadline.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_AUTH_ATTEMPT_H
#define NETAPI32_AUTH_ATTEMPT_H

#include "auth/mechanism.h"

/* Does begin(attempted) on a thread of its own, and takes `attempted` over: it is *mechanism when that
 * has succeeded before the deadline, and is freed, on that thread if need be, when it has not. *mechanism
 * is NULL then. Returns what begin() says; ERROR_SEM_TIMEOUT; ERROR_NOT_ENOUGH_MEMORY. */
uint32_t attempt_until(struct mechanism *attempted, uint32_t (*begin)(struct mechanism *attempted),
                       uint64_t deadline, struct mechanism **mechanism);

#endif
