/*
 * Shares a folder of a server
 *
 *     add_share.exe \\server name path remark
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
    SHARE_INFO_2 share = { 0 };
    DWORD parameter = 0;
    NET_API_STATUS status;

    if (argc != 5)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server name path remark\n", argv[0]);
        return 2;
    }

    share.shi2_netname = argv[2];
    share.shi2_type = STYPE_DISKTREE;
    share.shi2_remark = argv[4];
    share.shi2_max_uses = 4;
    share.shi2_path = argv[3];
    status = NetShareAdd(argv[1], 2, (LPBYTE)&share, &parameter);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetShareAdd failed with %lu, parameter %lu\n", status, parameter);
        return 1;
    }
    return 0;
}
