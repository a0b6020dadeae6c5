/*
 * Tests of NetRemoteTOD, with this computer and with the server of the session tests
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windef.h>
#include <winbase.h>
#include <lmcons.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmremutl.h>

#include <stdlib.h>
#include <time.h>
#include <wchar.h>

#include "wine/test.h"

/* A clock on the same machine, asked one after the other. */
static void check_time(const WCHAR *server)
{
    TIME_OF_DAY_INFO *now = NULL;
    DWORD status = NetRemoteTOD(server, (BYTE **)&now);
    long long difference;
    time_t elapsed;
    struct tm *date;

    ok(status == NERR_Success, "got %lu\n", status);
    if (status)
    {
        ok(!now, "got %p\n", (void *)now);
        return;
    }
    difference = (long long)time(NULL) - now->tod_elapsedt;
    ok(difference >= -2 && difference <= 60, "the clock is off by %lld s\n", difference);
    elapsed = (time_t)now->tod_elapsedt;
    date = gmtime(&elapsed);
    ok(now->tod_hours == (DWORD)date->tm_hour, "got hour %lu\n", now->tod_hours);
    ok(now->tod_mins == (DWORD)date->tm_min, "got minute %lu\n", now->tod_mins);
    ok(now->tod_secs == (DWORD)date->tm_sec, "got second %lu\n", now->tod_secs);
    ok(now->tod_hunds < 100, "got hundredths %lu\n", now->tod_hunds);
    ok(now->tod_day == (DWORD)date->tm_mday, "got day %lu\n", now->tod_day);
    ok(now->tod_month == (DWORD)date->tm_mon + 1, "got month %lu\n", now->tod_month);
    ok(now->tod_year == (DWORD)date->tm_year + 1900, "got year %lu\n", now->tod_year);
    ok(now->tod_weekday == (DWORD)date->tm_wday, "got weekday %lu\n", now->tod_weekday);
    ok(now->tod_timezone >= -14 * 60 && now->tod_timezone <= 14 * 60, "got zone %ld\n",
       now->tod_timezone);
    NetApiBufferFree(now);
}

START_TEST(remote_time)
{
    const char *server = getenv("NETAPI32_TEST_SERVER");
    WCHAR name[260];

    check_time(NULL);
    if (!server)
    {
        skip("no server: NETAPI32_TEST_SERVER is not set\n");
        return;
    }
    swprintf(name, ARRAY_SIZE(name), L"\\\\%hs", server);
    check_time(name);
}
