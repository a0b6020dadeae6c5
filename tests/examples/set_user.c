/*
 * Changes a user account of a server, as the documentation of NetUserSetInfo shows it
 *
 *     set_user.exe \\server user disable
 *     set_user.exe \\server user enable
 *     set_user.exe \\server user comment TEXT
 *     set_user.exe \\server user full-name TEXT
 *     set_user.exe \\server user rename NAME
 *
 * Levels 1008, 1007, 1011 and 0.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <wchar.h>
#include <windows.h>
#include <lm.h>

int wmain(int argc, wchar_t *argv[]);

static NET_API_STATUS set_flags(const wchar_t *server, const wchar_t *name, DWORD set, DWORD clear)
{
    USER_INFO_1 *user = NULL;
    USER_INFO_1008 flags;
    NET_API_STATUS status = NetUserGetInfo(server, name, 1, (LPBYTE *)&user);

    if (status != NERR_Success)
    {
        return status;
    }
    flags.usri1008_flags = (user->usri1_flags | set) & ~clear;
    NetApiBufferFree(user);
    return NetUserSetInfo(server, name, 1008, (LPBYTE)&flags, NULL);
}

int wmain(int argc, wchar_t *argv[])
{
    const wchar_t *what = argc > 3 ? argv[3] : L"";
    wchar_t *text = argc > 4 ? argv[4] : NULL;
    DWORD parameter = 0;
    NET_API_STATUS status;

    if (argc == 4 && !wcscmp(what, L"disable"))
    {
        status = set_flags(argv[1], argv[2], UF_ACCOUNTDISABLE, 0);
    }
    else if (argc == 4 && !wcscmp(what, L"enable"))
    {
        status = set_flags(argv[1], argv[2], 0, UF_ACCOUNTDISABLE);
    }
    else if (argc == 5 && !wcscmp(what, L"comment"))
    {
        status = NetUserSetInfo(argv[1], argv[2], 1007, (LPBYTE)&text, &parameter);
    }
    else if (argc == 5 && !wcscmp(what, L"full-name"))
    {
        status = NetUserSetInfo(argv[1], argv[2], 1011, (LPBYTE)&text, &parameter);
    }
    else if (argc == 5 && !wcscmp(what, L"rename"))
    {
        status = NetUserSetInfo(argv[1], argv[2], 0, (LPBYTE)&text, &parameter);
    }
    else
    {
        fwprintf(stderr, L"Usage: %ls \\\\server user disable|enable|comment TEXT|...\n", argv[0]);
        return 2;
    }
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetUserSetInfo failed with %lu, parameter %lu\n", status, parameter);
        return 1;
    }
    return 0;
}
