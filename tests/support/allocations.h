/*
 * How often memory is asked for, and what becomes of a call that does not get it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Of the project's own code, and of libgcrypt on its behalf; what the C library needs for itself is
 * not seen. For programs that are linked with WATCH_ALLOCATIONS.
 */
#ifndef NETAPI32_TESTS_SUPPORT_ALLOCATIONS_H
#define NETAPI32_TESTS_SUPPORT_ALLOCATIONS_H

#include <stddef.h>

/* To be called before anything else uses libgcrypt. */
void allocations_watch(void);
/* How many blocks this thread has asked for since the program began. */
size_t allocations_made(void);
/* Lets this thread have `count` more blocks and none from then on; SIZE_MAX: as many as it likes. */
void allocations_limit(size_t count);

#endif
