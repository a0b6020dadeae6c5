/*
 * Shows the clock of a server: NetRemoteTOD
 *
 *     remote_time.exe [\\server]
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
    LPWSTR server = argc == 2 ? argv[1] : NULL;
    TIME_OF_DAY_INFO *time = NULL;
    NET_API_STATUS status;

    if (argc > 2)
    {
        fwprintf(stderr, L"Usage: %ls [\\\\server]\n", argv[0]);
        return 2;
    }
    status = NetRemoteTOD(server, (LPBYTE *)&time);
    if (status != NERR_Success)
    {
        fwprintf(stderr, L"A system error has occurred: %lu\n", status);
        return 1;
    }
    wprintf(L"elapsed: %lu\n", time->tod_elapsedt);
    wprintf(L"hours: %lu\n", time->tod_hours);
    wprintf(L"mins: %lu\n", time->tod_mins);
    wprintf(L"secs: %lu\n", time->tod_secs);
    wprintf(L"timezone: %ld\n", time->tod_timezone);
    wprintf(L"tinterval: %lu\n", time->tod_tinterval);
    wprintf(L"day: %lu\n", time->tod_day);
    wprintf(L"month: %lu\n", time->tod_month);
    wprintf(L"year: %lu\n", time->tod_year);
    wprintf(L"weekday: %lu\n", time->tod_weekday);
    NetApiBufferFree(time);
    return 0;
}
