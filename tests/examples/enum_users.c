/*
 * Lists the user accounts of a server, page by page, as the documentation of NetUserEnum shows it
 *
 *     enum_users.exe [\\server]
 *
 * One line a user: its name.
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
    const wchar_t *server = argc == 2 ? argv[1] : NULL;
    USER_INFO_0 *users;
    DWORD entries, total, resume = 0, i;
    NET_API_STATUS status;

    if (argc > 2)
    {
        fwprintf(stderr, L"Usage: %ls [\\\\server]\n", argv[0]);
        return 2;
    }

    do
    {
        users = NULL;
        status = NetUserEnum(server, 0, FILTER_NORMAL_ACCOUNT, (LPBYTE *)&users, 64, &entries,
                             &total, &resume);
        if (status == NERR_Success || status == ERROR_MORE_DATA)
        {
            for (i = 0; i < entries; i++)
            {
                wprintf(L"%ls\n", users[i].usri0_name);
            }
        }
        if (users)
        {
            NetApiBufferFree(users);
        }
    } while (status == ERROR_MORE_DATA);

    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetUserEnum failed with %lu\n", status);
        return 1;
    }
    return 0;
}
