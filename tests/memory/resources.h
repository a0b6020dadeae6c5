/*
 * What netapi32.dll asks the system for beside memory: sockets, events, threads, files. It is counted,
 * and each request can fail.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_MEMORY_RESOURCES_H
#define NETAPI32_TESTS_MEMORY_RESOURCES_H

#include <windows.h>

/* Stands between the DLL and the system. To be called before it is called. */
void resources_watch(HMODULE dll);

/* How many there are that were not closed. */
LONG resources_held(void);

#endif
