/*
 * What a POSIX host is called.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_NAMES_H
#define NETAPI32_PLATFORM_POSIX_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The name with its domain, as a hosts(5) file has it, or as it is: where it has one, or the file has none
 * for it. False when it does not fit. */
bool host_full_name(const char *hosts_file, const char *name, char *full, size_t size);

/* A number that is another one when the names of this computer may have changed; it only grows. */
uint64_t names_generation(void);

#endif
