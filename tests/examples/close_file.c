/*
 * Closes a file that is open on a server
 *
 *     close_file.exe \\server ID
 *
 * Says first what is closed: its path and who has it open.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <stdlib.h>
#include <windows.h>
#include <lm.h>

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    FILE_INFO_3 *file = NULL;
    NET_API_STATUS status;
    DWORD id;

    if (argc != 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server ID\n", argv[0]);
        return 2;
    }
    id = wcstoul(argv[2], NULL, 10);
    status = NetFileGetInfo(argv[1], id, 3, (LPBYTE *)&file);
    if (status == NERR_Success)
    {
        wprintf(L"%ls %ls\n", file->fi3_username, file->fi3_pathname);
        NetApiBufferFree(file);
        status = NetFileClose(argv[1], id);
    }
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"Error: %lu\n", status);
        return 1;
    }
    return 0;
}
