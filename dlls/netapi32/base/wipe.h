/*
 * Leaving no secrets in memory.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_BASE_WIPE_H
#define NETAPI32_BASE_WIPE_H

#include <stddef.h>

/* Overwrites memory in a way that no optimiser removes, also where nobody reads it afterwards. */
void wipe(void *data, size_t size);
/* Overwrites what functions that have returned to the caller left on the stack, 4096 bytes deep. For
 * code of others, whose variables cannot be wiped by name. */
void wipe_stack(void);

#endif
