/*
 * Lists who is logged on at a workstation, as many calls of NetWkstaUserEnum as it takes
 *
 *     workstation_users.exe [\\server]
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

static void print_users(const WKSTA_USER_INFO_1 *users, DWORD count)
{
    DWORD i;

    for (i = 0; i < count; i++)
    {
        wprintf(L"%ls %ls %ls\n", users[i].wkui1_username, users[i].wkui1_logon_domain,
                users[i].wkui1_logon_server);
    }
}

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    LPWSTR server = argc == 2 ? argv[1] : NULL;
    WKSTA_USER_INFO_1 *users = NULL;
    DWORD read = 0, total = 0, resume = 0;
    NET_API_STATUS status;

    if (argc > 2)
    {
        fwprintf(stderr, L"Usage: %ls [\\\\server]\n", argv[0]);
        return 2;
    }
    do
    {
        status = NetWkstaUserEnum(server, 1, (LPBYTE *)&users, MAX_PREFERRED_LENGTH, &read, &total,
                                  &resume);
        if (status == NERR_Success || status == ERROR_MORE_DATA)
        {
            print_users(users, read);
            NetApiBufferFree(users);
        }
    } while (status == ERROR_MORE_DATA);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"A system error has occurred: %lu\n", status);
        return 1;
    }
    return 0;
}
