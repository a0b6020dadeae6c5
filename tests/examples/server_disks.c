/*
 * Lists the disks of a server with NetServerDiskEnum, two at a time
 *
 *     server_disks.exe [\\server]
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

#define DISK_SIZE 3 /* characters: letter, colon, terminator */

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    LPWSTR server = argc == 2 ? argv[1] : NULL;
    LPWSTR disks = NULL;
    DWORD read = 0, total = 0, resume = 0, i;
    NET_API_STATUS status;

    if (argc > 2)
    {
        fwprintf(stderr, L"Usage: %ls [\\\\server]\n", argv[0]);
        return 2;
    }
    do
    {
        status = NetServerDiskEnum(server, 0, (LPBYTE *)&disks, 2 * DISK_SIZE * sizeof(WCHAR),
                                   &read, &total, &resume);
        if (status == NERR_Success || status == ERROR_MORE_DATA)
        {
            for (i = 0; i < read; i++)
            {
                wprintf(L"%ls\n", disks + i * DISK_SIZE);
            }
            NetApiBufferFree(disks);
        }
    } while (status == ERROR_MORE_DATA);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"A system error has occurred: %lu\n", status);
        return 1;
    }
    return 0;
}
