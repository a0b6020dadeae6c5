/*
 * Shows what a workstation says of itself: level 102 of NetWkstaGetInfo
 *
 *     workstation_info.exe [\\server]
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
    LPWSTR server = argc == 2 ? argv[1] : NULL;
    WKSTA_INFO_102 *info = NULL;
    NET_API_STATUS status;

    if (argc > 2)
    {
        fwprintf(stderr, L"Usage: %ls [\\\\server]\n", argv[0]);
        return 2;
    }
    status = NetWkstaGetInfo(server, 102, (LPBYTE *)&info);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"A system error has occurred: %lu\n", status);
        return 1;
    }
    wprintf(L"platform_id: %lu\n", info->wki102_platform_id);
    wprintf(L"server_name: %ls\n", info->wki102_computername);
    wprintf(L"domain_name: %ls\n", info->wki102_langroup);
    wprintf(L"version_major: %lu\n", info->wki102_ver_major);
    wprintf(L"version_minor: %lu\n", info->wki102_ver_minor);
    wprintf(L"lan_root: %ls\n", info->wki102_lanroot);
    wprintf(L"logged_on_users: %lu\n", info->wki102_logged_on_users);
    NetApiBufferFree(info);
    return 0;
}
