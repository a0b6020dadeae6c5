/*
 * What the portable part of the program needs of the system. base/win32_host.c has it for Windows,
 * tests have their own.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_HOST_H
#define SHAREDFOLDERS_HOST_H

#include <uchar.h>

/* The capital letter of a letter of the basic plane, and anything else unchanged. */
char16_t host_upper(char16_t unit);

/* Says that there is no memory, and ends the program. */
_Noreturn void host_memory_exhausted(void);

#endif
