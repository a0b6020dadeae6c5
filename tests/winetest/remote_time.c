/*
 * Tests of NetRemoteTOD, with this computer and with the server of the session tests
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windef.h>
#include <winbase.h>
#include <winreg.h>
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

/* A server that nobody is: nothing listens on the discard service's port. */
static void check_closed_port(void)
{
    static const WCHAR key_name[] = L"Software\\Wine\\Netapi32\\Servers\\closedport";
    const WCHAR address[] = L"127.0.0.1";
    const DWORD port = 9;
    TIME_OF_DAY_INFO *now = (TIME_OF_DAY_INFO *)(ULONG_PTR)0xdeadbeef;
    DWORD status;
    HKEY key;

    RegCreateKeyExW(HKEY_CURRENT_USER, key_name, 0, NULL, 0, KEY_WRITE, NULL, &key, NULL);
    RegSetValueExW(key, L"Address", 0, REG_SZ, (const BYTE *)address, sizeof(address));
    RegSetValueExW(key, L"Port", 0, REG_DWORD, (const BYTE *)&port, sizeof(port));
    RegCloseKey(key);
    status = NetRemoteTOD(L"\\\\closedport", (BYTE **)&now);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
    ok(!now, "got %p\n", (void *)now);
    RegDeleteKeyW(HKEY_CURRENT_USER, key_name);
}

START_TEST(remote_time)
{
    const char *server = getenv("NETAPI32_TEST_SERVER");
    WCHAR name[260];

    check_time(NULL);
    check_closed_port();
    if (!server)
    {
        skip("no server: NETAPI32_TEST_SERVER is not set\n");
        return;
    }
    swprintf(name, ARRAY_SIZE(name), L"\\\\%hs", server);
    check_time(name);
}
