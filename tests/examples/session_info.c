/*
 * Shows one session of a server, with the two levels of NetSessionGetInfo that most programs use
 *
 *     session_info.exe \\server \\client user
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>

static NET_API_STATUS show_level_10(LPWSTR server, LPWSTR client, LPWSTR user)
{
    SESSION_INFO_10 *session = NULL;
    NET_API_STATUS status;

    status = NetSessionGetInfo(server, client, user, 10, (LPBYTE *)&session);
    if (status == NERR_Success)
    {
        wprintf(L"Level 10\n");
        wprintf(L"  Client: %ls\n", session->sesi10_cname);
        wprintf(L"  User:   %ls\n", session->sesi10_username);
        wprintf(L"  Active: %lu\n", session->sesi10_time);
        wprintf(L"  Idle:   %lu\n", session->sesi10_idle_time);
    }
    if (session)
    {
        NetApiBufferFree(session);
    }
    return status;
}

static NET_API_STATUS show_level_1(LPWSTR server, LPWSTR client, LPWSTR user)
{
    SESSION_INFO_1 *session = NULL;
    NET_API_STATUS status;

    status = NetSessionGetInfo(server, client, user, 1, (LPBYTE *)&session);
    if (status == NERR_Success)
    {
        wprintf(L"Level 1\n");
        wprintf(L"  Client: %ls\n", session->sesi1_cname);
        wprintf(L"  User:   %ls\n", session->sesi1_username);
        wprintf(L"  Opens:  %lu\n", session->sesi1_num_opens);
        wprintf(L"  Active: %lu\n", session->sesi1_time);
        wprintf(L"  Idle:   %lu\n", session->sesi1_idle_time);
        wprintf(L"  Guest:  %ls\n", session->sesi1_user_flags & SESS_GUEST ? L"yes" : L"no");
    }
    if (session)
    {
        NetApiBufferFree(session);
    }
    return status;
}

int wmain(int argc, wchar_t *argv[]);

int wmain(int argc, wchar_t *argv[])
{
    NET_API_STATUS status;

    if (argc != 4)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server \\\\client user\n", argv[0]);
        return 2;
    }

    status = show_level_10(argv[1], argv[2], argv[3]);
    if (status == NERR_Success)
    {
        status = show_level_1(argv[1], argv[2], argv[3]);
    }
    if (status == NERR_ClientNameNotFound)
    {
        fwprintf(stderr, L"No session from %ls\n", argv[2]);
    }
    else if (status == NERR_UserNotFound)
    {
        fwprintf(stderr, L"No session of %ls from there\n", argv[3]);
    }
    else if (status != NERR_Success)
    {
        fwprintf(stderr, L"NetSessionGetInfo failed with %lu\n", status);
    }
    return status == NERR_Success ? 0 : 1;
}
