/*
 * Which netapi32.dll a program has.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_NETAPI32_IN_USE_H
#define NETAPI32_TESTS_NETAPI32_IN_USE_H

#include <windows.h>

#include <stdio.h>

/* Prints `ours` or `wines`, or `none` for NULL. Only this project's DLL has that export. */
static inline int print_netapi32(HMODULE module)
{
    puts(!module ? "none" : GetProcAddress(module, "Netapi32QueryCall") ? "ours" : "wines");
    return 0;
}

#endif
