/*
 * Lists a DFS root and its links, as the documentation of NetDfsEnum does it: call by call, until
 * there are no more
 *
 *     enum_dfs.exe \\server\root
 *
 * A line for each: path, number of targets.
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

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    DFS_INFO_3 *infos = NULL;
    DWORD read = 0, resume = 0, i;
    NET_API_STATUS status;

    if (argc != 2)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server\\root\n", argv[0]);
        return 2;
    }
    status = NetDfsEnum(argv[1], 3, 256, (LPBYTE *)&infos, &read, &resume);
    while (status == NERR_Success)
    {
        for (i = 0; i < read; i++)
        {
            wprintf(L"%ls %lu\n", infos[i].EntryPath, infos[i].NumberOfStorages);
        }
        NetApiBufferFree(infos);
        status = NetDfsEnum(argv[1], 3, 256, (LPBYTE *)&infos, &read, &resume);
    }
    if (status != ERROR_NO_MORE_ITEMS)
    {
        fwprintf(stderr, L"A system error has occurred: %lu\n", status);
        return 1;
    }
    return 0;
}
