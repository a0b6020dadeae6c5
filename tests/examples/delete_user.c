/*
 * Deletes a user account of a server
 *
 *     delete_user.exe \\server user
 *
 * Nothing is shown.
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
    NET_API_STATUS status;

    if (argc != 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server user\n", argv[0]);
        return 2;
    }
    status = NetUserDel(argv[1], argv[2]);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetUserDel failed with %lu\n", status);
        return 1;
    }
    return 0;
}
