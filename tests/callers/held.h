/*
 * What the process holds: handles and memory
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_CALLERS_HELD_H
#define NETAPI32_TESTS_CALLERS_HELD_H

#include <windows.h>

struct held
{
    DWORD handles;
    size_t blocks; /* of all heaps */
    size_t bytes;
};

struct held held_now(void);
/* Tests that there is no more now, and prints both. */
void check_held(const struct held *before);

#endif
