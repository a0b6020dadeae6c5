/*
 * Changes the password of a user, as the documentation of NetUserChangePassword shows it
 *
 *     change_password.exe \\server user
 *
 * The old and the new password are two lines of standard input.
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
    wchar_t old_password[PWLEN + 2];
    wchar_t new_password[PWLEN + 2];
    NET_API_STATUS status;

    if (argc != 3)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server user\n", argv[0]);
        return 2;
    }
    read_line(old_password, PWLEN + 2);
    read_line(new_password, PWLEN + 2);
    status = NetUserChangePassword(argv[1], argv[2], old_password, new_password);
    SecureZeroMemory(old_password, sizeof(old_password));
    SecureZeroMemory(new_password, sizeof(new_password));
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetUserChangePassword failed with %lu\n", status);
        return 1;
    }
    wprintf(L"The password has been changed\n");
    return 0;
}
