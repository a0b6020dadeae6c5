/*
 * Adds a user account to a server, as the documentation of NetUserAdd shows it
 *
 *     add_user.exe \\server user
 *
 * The password is the first line of standard input.
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

/* A line of standard input. */
static wchar_t *read_line(wchar_t *line, int size)
{
    if (!fgetws(line, size, stdin))
    {
        line[0] = 0;
    }
    line[wcscspn(line, L"\r\n")] = 0;
    return line;
}

int wmain(int argc, wchar_t *argv[])
{
    wchar_t password[PWLEN + 2];
    USER_INFO_1 user = { 0 };
    DWORD parameter = 0;
    NET_API_STATUS status;

    if (argc != 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server user\n", argv[0]);
        return 2;
    }

    user.usri1_name = argv[2];
    user.usri1_password = read_line(password, PWLEN + 2);
    user.usri1_priv = USER_PRIV_USER;
    user.usri1_comment = (wchar_t *)L"Added by a program";
    user.usri1_flags = UF_SCRIPT;
    status = NetUserAdd(argv[1], 1, (LPBYTE)&user, &parameter);
    SecureZeroMemory(password, sizeof(password));
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetUserAdd failed with %lu, parameter %lu\n", status, parameter);
        return 1;
    }
    wprintf(L"User %ls has been added\n", argv[2]);
    return 0;
}
