/*
 * Lists the groups of a server, as the documentation of NetGroupEnum and NetLocalGroupEnum shows it
 *
 *     enum_groups.exe [\\server]
 *
 * One line a group: global or local, its relative identifier (0: not told), name, comment, separated by
 * tabs.
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

static NET_API_STATUS show_global(const wchar_t *server)
{
    NET_API_STATUS status;
    DWORD_PTR resume = 0;

    do
    {
        GROUP_INFO_2 *groups = NULL;
        DWORD entries = 0, total = 0, i;

        status = NetGroupEnum(server, 2, (LPBYTE *)&groups, 512, &entries, &total, &resume);
        for (i = 0; i < entries; i++)
        {
            wprintf(L"global\t%lu\t%ls\t%ls\n", groups[i].grpi2_group_id, groups[i].grpi2_name,
                    groups[i].grpi2_comment);
        }
        if (groups)
        {
            NetApiBufferFree(groups);
        }
    } while (status == ERROR_MORE_DATA);
    return status;
}

static NET_API_STATUS show_local(const wchar_t *server)
{
    NET_API_STATUS status;
    DWORD_PTR resume = 0;

    do
    {
        LOCALGROUP_INFO_1 *groups = NULL;
        DWORD entries = 0, total = 0, i;

        status = NetLocalGroupEnum(server, 1, (LPBYTE *)&groups, 512, &entries, &total, &resume);
        for (i = 0; i < entries; i++)
        {
            wprintf(L"local\t0\t%ls\t%ls\n", groups[i].lgrpi1_name, groups[i].lgrpi1_comment);
        }
        if (groups)
        {
            NetApiBufferFree(groups);
        }
    } while (status == ERROR_MORE_DATA);
    return status;
}

int wmain(int argc, wchar_t *argv[])
{
    const wchar_t *server = argc == 2 ? argv[1] : NULL;
    NET_API_STATUS status = show_global(server);

    if (status == NERR_Success)
    {
        status = show_local(server);
    }
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"The groups cannot be had: %lu\n", status);
        return 1;
    }
    return 0;
}
