/*
 * Lists the sessions of a server in parts, as many calls of NetSessionEnum as it takes
 *
 *     enum_sessions.exe [\\server]
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

static void print_sessions(const SESSION_INFO_10 *sessions, DWORD count)
{
    DWORD i;

    for (i = 0; i < count; i++)
    {
        wprintf(L"%ls %ls %lu %lu\n", sessions[i].sesi10_cname, sessions[i].sesi10_username,
                sessions[i].sesi10_time, sessions[i].sesi10_idle_time);
    }
}

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    LPWSTR server = argc > 1 ? argv[1] : NULL;
    SESSION_INFO_10 *sessions;
    DWORD read, total, resume = 0, listed = 0;
    NET_API_STATUS status;

    if (argc > 2)
    {
        fwprintf(stderr, L"Usage: %ls [\\\\server]\n", argv[0]);
        return 2;
    }

    do
    {
        sessions = NULL;
        status = NetSessionEnum(server, NULL, NULL, 10, (LPBYTE *)&sessions, MAX_PREFERRED_LENGTH,
                                &read, &total, &resume);
        if (status == NERR_Success || status == ERROR_MORE_DATA)
        {
            print_sessions(sessions, read);
            listed += read;
        }
        else
        {
            fwprintf(stderr, L"NetSessionEnum failed with %lu\n", status);
        }
        if (sessions)
        {
            NetApiBufferFree(sessions);
        }
    } while (status == ERROR_MORE_DATA);

    wprintf(L"Total: %lu\n", listed);
    return status == NERR_Success ? 0 : 1;
}
