/*
 * What a program of Go is in this respect: it loads system DLLs from system32 alone, and has the
 * mark of Go's linker. Prints which netapi32.dll it got.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "netapi32_in_use.h"

__attribute__((used)) static const char mark[] = "\xff Go buildinf:";

int main(void)
{
    return print_netapi32(LoadLibraryExW(L"netapi32.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32));
}
