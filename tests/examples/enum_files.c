/*
 * Lists the files that are open on a server, as many calls of NetFileEnum as it takes
 *
 *     enum_files.exe \\server [PATH]
 *
 * A line for each: id, permissions, locks, user, path.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

static void print_files(const FILE_INFO_3 *files, DWORD count)
{
    DWORD i;

    for (i = 0; i < count; i++)
    {
        wprintf(L"%lu %lu %lu %ls %ls\n", files[i].fi3_id, files[i].fi3_permissions,
                files[i].fi3_num_locks, files[i].fi3_username, files[i].fi3_pathname);
    }
}

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    FILE_INFO_3 *files = NULL;
    DWORD read = 0, total = 0;
    DWORD_PTR resume = 0;
    NET_API_STATUS status;

    if (argc < 2 || argc > 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server [PATH]\n", argv[0]);
        return 2;
    }
    do
    {
        status = NetFileEnum(argv[1], argc > 2 ? argv[2] : NULL, NULL, 3, (LPBYTE *)&files, 256,
                             &read, &total, &resume);
        if (status == NERR_Success || status == ERROR_MORE_DATA)
        {
            print_files(files, read);
            NetApiBufferFree(files);
        }
    } while (status == ERROR_MORE_DATA);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"A system error has occurred: %lu\n", status);
        return 1;
    }
    return 0;
}
