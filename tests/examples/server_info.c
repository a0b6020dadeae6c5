/*
 * Shows what a server says of itself, at the two levels of NetServerGetInfo that most programs use
 *
 *     server_info.exe [\\server]
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

static NET_API_STATUS show_level_101(LPWSTR server)
{
    SERVER_INFO_101 *info = NULL;
    NET_API_STATUS status;

    status = NetServerGetInfo(server, 101, (LPBYTE *)&info);
    if (status == NERR_Success)
    {
        wprintf(L"platform_id: %lu\n", info->sv101_platform_id);
        wprintf(L"server_name: %ls\n", info->sv101_name);
        wprintf(L"version_major: %lu\n", info->sv101_version_major & MAJOR_VERSION_MASK);
        wprintf(L"version_minor: %lu\n", info->sv101_version_minor);
        wprintf(L"server_type: %lu\n", info->sv101_type);
        wprintf(L"comment: %ls\n", info->sv101_comment);
        if ((info->sv101_type & SV_TYPE_DOMAIN_CTRL) || (info->sv101_type & SV_TYPE_DOMAIN_BAKCTRL))
        {
            wprintf(L"This is a domain controller\n");
        }
    }
    if (info)
    {
        NetApiBufferFree(info);
    }
    return status;
}

static NET_API_STATUS show_level_102(LPWSTR server)
{
    SERVER_INFO_102 *info = NULL;
    NET_API_STATUS status;

    status = NetServerGetInfo(server, 102, (LPBYTE *)&info);
    if (status == NERR_Success)
    {
        wprintf(L"users: %lu\n", info->sv102_users);
        wprintf(L"disc: %lu\n", (DWORD)info->sv102_disc);
        wprintf(L"hidden: %lu\n", (DWORD)info->sv102_hidden);
        wprintf(L"announce: %lu\n", info->sv102_announce);
        wprintf(L"anndelta: %lu\n", info->sv102_anndelta);
        wprintf(L"licenses: %lu\n", info->sv102_licenses);
        wprintf(L"userpath: %ls\n", info->sv102_userpath);
    }
    if (info)
    {
        NetApiBufferFree(info);
    }
    return status;
}

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    LPWSTR server = argc == 2 ? argv[1] : NULL;
    NET_API_STATUS status;

    if (argc > 2)
    {
        fwprintf(stderr, L"Usage: %ls [\\\\server]\n", argv[0]);
        return 2;
    }
    status = show_level_101(server);
    if (status == NERR_Success)
    {
        status = show_level_102(server);
    }
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"A system error has occurred: %lu\n", status);
        return 1;
    }
    return 0;
}
