/*
 * What is wrong with a file of the user's, and where.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_POSIX_FAULT_H
#define NETAPI32_PLATFORM_POSIX_FAULT_H

#include <stddef.h>

#define FAULT_SIZE 256

struct config_fault
{
    size_t line; /* from 1 on; 0: all of the file */
    char text[FAULT_SIZE];
};

#endif
