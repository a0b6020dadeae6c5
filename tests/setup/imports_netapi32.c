/*
 * A program that imports netapi32.dll, as most do. Prints which it got.
 *
 * `which.sh` makes other programs of it: the load configuration lies in a section of its own, and
 * nothing points to it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "netapi32_in_use.h"

#include <lm.h>

/* Zero but for its size. */
__attribute__((section(".loadcfg"), used)) IMAGE_LOAD_CONFIG_DIRECTORY load_configuration = {
    .Size = sizeof(load_configuration),
};

int main(void)
{
    NetApiBufferFree(NULL);
    return print_netapi32(GetModuleHandleA("netapi32.dll"));
}
