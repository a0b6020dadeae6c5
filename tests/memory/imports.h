/*
 * What a module imports from other DLLs, replaced in this process.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_MEMORY_IMPORTS_H
#define NETAPI32_TESTS_MEMORY_IMPORTS_H

#include <windows.h>

/* From now on the module calls `replacement` in place of the function that it imports under this name,
 * from whatever DLL. Gives the function, or NULL where it imports none of that name. */
void *imports_replace(HMODULE module, const char *name, void *replacement);

#endif
