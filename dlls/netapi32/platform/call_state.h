/*
 * What the latest call does, for a program that shows it (include/netapi32_call.h).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * One state for the process, like the log: it tells of a call and changes nothing in it. Each
 * function is atomic on its own and takes no lock.
 */
#ifndef NETAPI32_PLATFORM_CALL_STATE_H
#define NETAPI32_PLATFORM_CALL_STATE_H

#include <stddef.h>

#include "netapi32_call.h"

/* A new call: nobody has answered, and nothing has come. */
void call_state_begin(void);
void call_state_set_phase(enum netapi32_phase phase);
void call_state_add_received(size_t size);
void call_state_set_source(enum netapi32_source source);

void call_state_get(struct netapi32_call *call);

#endif
