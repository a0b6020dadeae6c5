/*
 * Lists the connections to a share, or those of a computer
 *
 *     enum_connections.exe \\server SHARE|\\COMPUTER
 *
 * A line for each: id, opens, users, seconds, user, share or computer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    CONNECTION_INFO_1 *connections = NULL;
    DWORD read = 0, total = 0, resume = 0, i;
    NET_API_STATUS status;

    if (argc != 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server SHARE|\\\\COMPUTER\n", argv[0]);
        return 2;
    }
    status = NetConnectionEnum(argv[1], argv[2], 1, (LPBYTE *)&connections, MAX_PREFERRED_LENGTH,
                               &read, &total, &resume);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"Error: %lu\n", status);
        return 1;
    }
    for (i = 0; i < read; i++)
    {
        wprintf(L"%lu %lu %lu %lu %ls %ls\n", connections[i].coni1_id,
                connections[i].coni1_num_opens, connections[i].coni1_num_users,
                connections[i].coni1_time, connections[i].coni1_username,
                connections[i].coni1_netname);
    }
    if (!read)
    {
        wprintf(L"No connection to %ls\n", argv[2]);
    }
    NetApiBufferFree(connections);
    return 0;
}
