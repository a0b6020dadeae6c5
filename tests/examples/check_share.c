/*
 * Says as what a device or folder of a server is shared
 *
 *     check_share.exe \\server device
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
    DWORD type = 0;
    NET_API_STATUS status;

    if (argc != 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server device\n", argv[0]);
        return 2;
    }

    status = NetShareCheck(argv[1], argv[2], &type);
    if (status == NERR_DeviceNotShared)
    {
        wprintf(L"not shared\n");
        return 0;
    }
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetShareCheck failed with %lu\n", status);
        return 1;
    }
    wprintf(L"shared as type %lu\n", type);
    return 0;
}
