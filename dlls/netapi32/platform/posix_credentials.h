/*
 * The credentials of the native build: who this process was said to be.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_CREDENTIALS_H
#define NETAPI32_PLATFORM_POSIX_CREDENTIALS_H

#include <stdint.h>

/* A number that is another one when what the process was said may have changed; it only grows. */
uint64_t credentials_generation(void);

#endif
