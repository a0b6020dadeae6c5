/*
 * Looks for bytes in the memory of another process.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_MEMORY_SEARCH_H
#define NETAPI32_TESTS_SUPPORT_MEMORY_SEARCH_H

#include <stdint.h>
#include <sys/types.h>

#include "base/wire.h"

/* How often `needle` stands in the memory that the process can write to: heap, stacks, data. */
unsigned int memory_count(pid_t process, struct bytes needle);

#endif
