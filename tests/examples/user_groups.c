/*
 * Lists the groups that a user is in, as the documentation of NetUserGetGroups and
 * NetUserGetLocalGroups shows it
 *
 *     user_groups.exe \\server user
 *
 * One line a group: global or local, a tab, its name.
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

static NET_API_STATUS show_global(const wchar_t *server, const wchar_t *user)
{
    GROUP_USERS_INFO_0 *groups = NULL;
    DWORD entries = 0, total = 0, i;
    NET_API_STATUS status = NetUserGetGroups(server, user, 0, (LPBYTE *)&groups,
                                             MAX_PREFERRED_LENGTH, &entries, &total);

    for (i = 0; status == NERR_Success && i < entries; i++)
    {
        wprintf(L"global\t%ls\n", groups[i].grui0_name);
    }
    if (groups)
    {
        NetApiBufferFree(groups);
    }
    return status;
}

static NET_API_STATUS show_local(const wchar_t *server, const wchar_t *user)
{
    LOCALGROUP_USERS_INFO_0 *groups = NULL;
    DWORD entries = 0, total = 0, i;
    NET_API_STATUS status =
        NetUserGetLocalGroups(server, user, 0, LG_INCLUDE_INDIRECT, (LPBYTE *)&groups,
                              MAX_PREFERRED_LENGTH, &entries, &total);

    for (i = 0; status == NERR_Success && i < entries; i++)
    {
        wprintf(L"local\t%ls\n", groups[i].lgrui0_name);
    }
    if (groups)
    {
        NetApiBufferFree(groups);
    }
    return status;
}

int wmain(int argc, wchar_t *argv[])
{
    NET_API_STATUS status;

    if (argc != 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server user\n", argv[0]);
        return 2;
    }
    status = show_global(argv[1], argv[2]);
    if (status == NERR_Success)
    {
        status = show_local(argv[1], argv[2]);
    }
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"The groups cannot be had: %lu\n", status);
        return 1;
    }
    return 0;
}
