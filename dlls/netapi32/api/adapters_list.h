/*
 * The network adapters of this computer.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_API_ADAPTERS_LIST_H
#define NETAPI32_API_ADAPTERS_LIST_H

#include <windows.h>

#define MAC_ADDRESS_SIZE 6

struct adapter
{
    WCHAR name[64]; /* {GUID} */
    BYTE mac_address[MAC_ADDRESS_SIZE];
};

/* The adapters that have a MAC address and are up; a loopback has none. The caller frees
 * *adapters, which is NULL when there are none. ERROR_NOT_ENOUGH_MEMORY, or what the system says.
 */
DWORD adapters_list(struct adapter **adapters, size_t *count);

#endif
