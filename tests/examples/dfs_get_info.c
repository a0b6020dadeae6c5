/*
 * Shows a DFS root or link and its targets, as the documentation of NetDfsGetInfo does it; with
 * "client" as the second argument, as that of NetDfsGetClientInfo has it
 *
 *     dfs_get_info.exe \\server\root\link [client]
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>
#include <lmdfs.h>

static void print_targets(const DFS_INFO_3 *info)
{
    DWORD i;

    for (i = 0; i < info->NumberOfStorages; i++)
    {
        const DFS_STORAGE_INFO *target = &info->Storage[i];

        wprintf(L"    %ls  \\\\%ls\\%ls\n",
                target->State == DFS_STORAGE_STATE_OFFLINE ? L"Offline" : L"Online ",
                target->ServerName, target->ShareName);
    }
}

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    DFS_INFO_3 *info = NULL;
    NET_API_STATUS status;

    if (argc < 2 || argc > 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server\\root\\link [client]\n", argv[0]);
        return 2;
    }
    if (argc == 3)
    {
        status = NetDfsGetClientInfo(argv[1], NULL, NULL, 3, (LPBYTE *)&info);
    }
    else
    {
        status = NetDfsGetInfo(argv[1], NULL, NULL, 3, (LPBYTE *)&info);
    }
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"A system error has occurred: %lu\n", status);
        return 1;
    }
    wprintf(L"%ls Storages: %lu\nComment: %ls\n", info->EntryPath, info->NumberOfStorages,
            info->Comment);
    print_targets(info);
    NetApiBufferFree(info);
    return 0;
}
