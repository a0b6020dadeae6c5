/*
 * How often memory is asked for, what becomes of a call that does not get it, and what it leaves.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Of the project's own code, and of libgcrypt on its behalf once crypto_start() was called; what the C
 * library needs for itself is not seen. For programs that are linked with WATCH_ALLOCATIONS.
 */
#ifndef NETAPI32_TESTS_SUPPORT_ALLOCATIONS_H
#define NETAPI32_TESTS_SUPPORT_ALLOCATIONS_H

#include <stdbool.h>
#include <stddef.h>

/* To be called first. */
void allocations_watch(void);
/* How many blocks this thread has asked for since the program began. */
size_t allocations_made(void);
/* Lets this thread have `count` more blocks and none from then on; SIZE_MAX: as many as it likes. */
void allocations_limit(size_t count);
/* Refuses this thread one block: the one behind `count` more. SIZE_MAX: none. */
void allocations_refuse_after(size_t count);
/* Whether a block was refused since one of the two was called last. */
bool allocations_refused(void);
/* Whether the first block that was refused then was asked for within the function of this name, which is
 * not static. */
bool allocations_refused_in(const char *function);
/* How many blocks the whole program has that it has not released. */
long allocations_held(void);

#endif
