/*
 * A program that loads netapi32.dll while it runs: with the argument `system32` from that folder
 * alone. Nobody can see beforehand which. Prints which it got.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "netapi32_in_use.h"

int main(int argc, char **argv)
{
    DWORD flags = argc > 1 && !strcmp(argv[1], "system32") ? LOAD_LIBRARY_SEARCH_SYSTEM32 : 0;

    return print_netapi32(LoadLibraryExA("netapi32.dll", NULL, flags));
}
