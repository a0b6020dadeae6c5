/*
 * What the latest call does, for a program that shows it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "platform/call_state.h"

#include <stdatomic.h>

static _Atomic uint32_t current_source;
static _Atomic uint32_t current_phase;
static _Atomic uint32_t bytes_received;

void call_state_begin(void)
{
    atomic_store(&current_source, NETAPI32_SOURCE_NONE);
    atomic_store(&current_phase, NETAPI32_PHASE_NONE);
    atomic_store(&bytes_received, 0);
}

void call_state_set_phase(enum netapi32_phase phase)
{
    atomic_store(&current_phase, phase);
}

void call_state_add_received(size_t size)
{
    atomic_fetch_add(&bytes_received, (uint32_t)size);
}

void call_state_set_source(enum netapi32_source source)
{
    atomic_store(&current_source, source);
}

void call_state_get(struct netapi32_call *call)
{
    call->source = atomic_load(&current_source);
    call->phase = atomic_load(&current_phase);
    call->received = atomic_load(&bytes_received);
}
