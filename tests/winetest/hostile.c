/*
 * Tests of servers that are slow, or list what takes long to put in order
 *
 * They run for servers that are made for them: tests/winetest/run names them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>
#include <lm.h>
#include <lmdfs.h>

#include "wine/test.h"

#define SERVER_MAX 64

static WCHAR server[SERVER_MAX];

/* The number in a variable of the environment; 0 where it is not set. */
static DWORD number_of(const WCHAR *variable)
{
    WCHAR text[16];

    return GetEnvironmentVariableW(variable, text, ARRAYSIZE(text)) ? wcstoul(text, NULL, 10) : 0;
}

/* ---- Slow servers ---------------------------------------------------------------------------- */

static NET_API_STATUS enum_sessions(void)
{
    DWORD entries, total, resume = 0;
    BYTE *buffer;

    return NetSessionEnum(server, NULL, NULL, 1, &buffer, 4096, &entries, &total, &resume);
}

static NET_API_STATUS delete_sessions(void)
{
    WCHAR user[] = L"alice";

    return NetSessionDel(server, NULL, user);
}

static NET_API_STATUS enum_files_of_a_user(void)
{
    DWORD entries, total;
    DWORD_PTR resume = 0;
    WCHAR user[] = L"alice";
    BYTE *buffer;

    return NetFileEnum(server, NULL, user, 3, &buffer, 4096, &entries, &total, &resume);
}

static NET_API_STATUS enum_shares(void)
{
    DWORD entries, total, resume = 0;
    BYTE *buffer;

    return NetShareEnum(server, 2, &buffer, 4096, &entries, &total, &resume);
}

static NET_API_STATUS enum_workstation_users(void)
{
    DWORD entries, total, resume = 0;
    BYTE *buffer;

    return NetWkstaUserEnum(server, 1, &buffer, 4096, &entries, &total, &resume);
}

static const struct
{
    const char *name;
    NET_API_STATUS (*call)(void);
} slow_calls[] = {
    { "NetSessionEnum", enum_sessions },
    { "NetSessionDel", delete_sessions },
    { "NetFileEnum", enum_files_of_a_user },
    { "NetShareEnum", enum_shares },
    { "NetWkstaUserEnum", enum_workstation_users },
};

struct outcome
{
    DWORD call;
    NET_API_STATUS status;
    DWORD waited;
};

static DWORD WINAPI make_call(void *argument)
{
    struct outcome *outcome = argument;
    const DWORD start = GetTickCount();

    outcome->status = slow_calls[outcome->call].call();
    outcome->waited = GetTickCount() - start;
    return 0;
}

/* Each asks twice, and each answer takes most of the time that a call may take. All at once. */
static void calls_end_in_the_time_of_one(DWORD timeout, DWORD delay)
{
    struct outcome outcomes[ARRAYSIZE(slow_calls)];
    HANDLE threads[ARRAYSIZE(slow_calls)];
    DWORD i;

    for (i = 0; i < ARRAYSIZE(slow_calls); i++)
    {
        outcomes[i].call = i;
        threads[i] = CreateThread(NULL, 0, make_call, &outcomes[i], 0, NULL);
    }
    for (i = 0; i < ARRAYSIZE(slow_calls); i++)
    {
        ok(!WaitForSingleObject(threads[i], 10 * timeout), "%s goes on\n", slow_calls[i].name);
        CloseHandle(threads[i]);
        ok(outcomes[i].status == ERROR_SEM_TIMEOUT, "%s: got %lu\n", slow_calls[i].name,
           outcomes[i].status);
        ok(outcomes[i].waited >= delay && outcomes[i].waited < (timeout + 2 * delay) / 2,
           "%s: waited %lu ms\n", slow_calls[i].name, outcomes[i].waited);
    }
}

/* ---- Long lists ------------------------------------------------------------------------------ */

/* Of the processor, in milliseconds, by all threads so far. */
static DWORD time_used(void)
{
    ULARGE_INTEGER kernel, user;
    FILETIME times[4];

    GetProcessTimes(GetCurrentProcess(), &times[0], &times[1], &times[2], &times[3]);
    kernel.LowPart = times[2].dwLowDateTime;
    kernel.HighPart = times[2].dwHighDateTime;
    user.LowPart = times[3].dwLowDateTime;
    user.HighPart = times[3].dwHighDateTime;
    return (DWORD)((kernel.QuadPart + user.QuadPart) / 10000);
}

/* A server that takes no notice of lengths: all rows are put in order, for a page of a few. */
static void a_page_of_many_rows_takes_little(DWORD rows)
{
    DWORD entries = 0, total = 0, resume = 0, used = time_used(), i;
    SESSION_INFO_10 *sessions = NULL;
    NET_API_STATUS status;

    status = NetSessionEnum(server, NULL, NULL, 10, (BYTE **)&sessions, 65536, &entries, &total,
                            &resume);
    used = time_used() - used;
    trace("%lu ms of the processor\n", used);
    ok(status == ERROR_MORE_DATA, "got %lu\n", status);
    ok(total == rows && entries > 1 && entries < rows, "got %lu of %lu\n", entries, total);
    for (i = 1; i < entries; i++)
    {
        ok(wcscmp(sessions[i - 1].sesi10_cname, sessions[i].sesi10_cname) < 0, "%s is before %s\n",
           wine_dbgstr_w(sessions[i - 1].sesi10_cname), wine_dbgstr_w(sessions[i].sesi10_cname));
    }
    ok(used < 8000, "took %lu ms of the processor\n", used);
    NetApiBufferFree(sessions);
}

START_TEST(hostile)
{
    const DWORD timeout = number_of(L"NETAPI32_TEST_TIMEOUT");
    const DWORD delay = number_of(L"NETAPI32_TEST_DELAY");
    const DWORD rows = number_of(L"NETAPI32_TEST_ROWS");

    if (!GetEnvironmentVariableW(L"NETAPI32_TEST_SERVER", server, ARRAYSIZE(server)) ||
        (!delay && !rows))
    {
        skip("no server that is slow, or has many rows\n");
        return;
    }
    if (delay)
    {
        calls_end_in_the_time_of_one(timeout, delay);
    }
    if (rows)
    {
        a_page_of_many_rows_takes_little(rows);
    }
}
