/*
 * Mixed calls of many threads for a long time, to a server that is restarted meanwhile
 *
 *     soak.exe soak SERVER SECONDS CALLS
 *
 * Ends when that time is over and so many calls were made. Then, when a line of standard input says that the
 * server was restarted for the last time, everybody is answered. What the program takes of the system is the same in the second half of the
 * time as in the first, without what it took to get going.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include <lm.h>
#include <lmdfs.h>
#include <tlhelp32.h>
#include <wchar.h>

#define STANDALONE
#include "wine/test.h"

#define THREADS        16
#define NAME_SIZE      260
#define SAMPLES        48     /* of the time */
#define WARM_UP        12     /* of them */
#define AWAY_TIME      120000 /* ms: by then a server that is started anew answers */
#define AWAY_PAUSE     100    /* ms */
#define HANDLE_STEP    4
#define UNUSED_HANDLES 128 /* in a row, behind which there are none */
#define HEAPS_MAX      32
/* How much more the second half may take than the first: as many connections as there are threads may wait
 * in the pool, or none. */
#define MORE_HANDLES (8 * THREADS)
#define MORE_THREADS 4
#define MORE_BYTES   (4 << 20)

static WCHAR server[NAME_SIZE];
static WCHAR alice[] = L"alice", share[] = L"files";

/* ---- Calls ----------------------------------------------------------------------------------- */

#define LIST(function, level)                                                                      \
    static NET_API_STATUS function##_of(WCHAR *of)                                                 \
    {                                                                                              \
        DWORD entries = 0, total = 0;                                                              \
        BYTE *buffer = NULL;                                                                       \
        NET_API_STATUS status =                                                                    \
            function(of, level, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);            \
                                                                                                   \
        NetApiBufferFree(buffer);                                                                  \
        return status;                                                                             \
    }

#define INFO(function, level)                                                                      \
    static NET_API_STATUS function##_of(WCHAR *of)                                                 \
    {                                                                                              \
        BYTE *buffer = NULL;                                                                       \
        NET_API_STATUS status = function(of, level, &buffer);                                      \
                                                                                                   \
        NetApiBufferFree(buffer);                                                                  \
        return status;                                                                             \
    }

#define INFO_OF(function, name, level)                                                             \
    static NET_API_STATUS function##_of(WCHAR *of)                                                 \
    {                                                                                              \
        BYTE *buffer = NULL;                                                                       \
        NET_API_STATUS status = function(of, name, level, &buffer);                                \
                                                                                                   \
        NetApiBufferFree(buffer);                                                                  \
        return status;                                                                             \
    }

LIST(NetShareEnum, 2)
LIST(NetWkstaUserEnum, 1)
LIST(NetServerDiskEnum, 0)
LIST(NetUseEnum, 1)
INFO(NetServerGetInfo, 101)
INFO(NetWkstaGetInfo, 100)
INFO(NetUserModalsGet, 0)
INFO_OF(NetShareGetInfo, share, 2)
INFO_OF(NetUserGetInfo, alice, 2)

static NET_API_STATUS list_sessions(WCHAR *of)
{
    DWORD entries = 0, total = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status =
        NetSessionEnum(of, NULL, NULL, 1, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);

    NetApiBufferFree(buffer);
    return status;
}

static NET_API_STATUS list_files(WCHAR *of)
{
    DWORD entries = 0, total = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status =
        NetFileEnum(of, NULL, NULL, 3, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);

    NetApiBufferFree(buffer);
    return status;
}

static NET_API_STATUS list_connections(WCHAR *of)
{
    DWORD entries = 0, total = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status =
        NetConnectionEnum(of, share, 1, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);

    NetApiBufferFree(buffer);
    return status;
}

static NET_API_STATUS list_users(WCHAR *of)
{
    DWORD entries = 0, total = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status =
        NetUserEnum(of, 1, 0, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);

    NetApiBufferFree(buffer);
    return status;
}

static NET_API_STATUS list_groups(WCHAR *of)
{
    DWORD entries = 0, total = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status =
        NetLocalGroupEnum(of, 1, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);

    NetApiBufferFree(buffer);
    return status;
}

static NET_API_STATUS list_groups_of_alice(WCHAR *of)
{
    DWORD entries = 0, total = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status =
        NetUserGetGroups(of, alice, 0, &buffer, MAX_PREFERRED_LENGTH, &entries, &total);

    NetApiBufferFree(buffer);
    return status;
}

static NET_API_STATUS list_namespaces(WCHAR *of)
{
    DWORD entries = 0, resume = 0;
    BYTE *buffer = NULL;
    NET_API_STATUS status = NetDfsEnum(of, 1, MAX_PREFERRED_LENGTH, &buffer, &entries, &resume);

    NetApiBufferFree(buffer);
    return status;
}

static NET_API_STATUS ask_the_time(WCHAR *of)
{
    TIME_OF_DAY_INFO *time = NULL;
    NET_API_STATUS status = NetRemoteTOD(of, (BYTE **)&time);

    NetApiBufferFree(time);
    return status;
}

static struct call
{
    const char *name;
    NET_API_STATUS (*make)(WCHAR *of);
    BOOL is_of_this_computer;
    NET_API_STATUS expected; /* what it gave at first */
} calls[] = {
    { "sessions", list_sessions, FALSE, 0 },
    { "files", list_files, FALSE, 0 },
    { "connections", list_connections, FALSE, 0 },
    { "shares", NetShareEnum_of, FALSE, 0 },
    { "share", NetShareGetInfo_of, FALSE, 0 },
    { "server", NetServerGetInfo_of, FALSE, 0 },
    { "disks", NetServerDiskEnum_of, FALSE, 0 },
    { "time", ask_the_time, FALSE, 0 },
    { "workstation", NetWkstaGetInfo_of, FALSE, 0 },
    { "workstation's users", NetWkstaUserEnum_of, FALSE, 0 },
    { "users", list_users, FALSE, 0 },
    { "user", NetUserGetInfo_of, FALSE, 0 },
    { "rules", NetUserModalsGet_of, FALSE, 0 },
    { "groups", list_groups, FALSE, 0 },
    { "user's groups", list_groups_of_alice, FALSE, 0 },
    { "namespaces", list_namespaces, FALSE, 0 },
    { "uses", NetUseEnum_of, TRUE, 0 },
    { "own server", NetServerGetInfo_of, TRUE, 0 },
    { "own users", list_users, TRUE, 0 },
    { "own workstation", NetWkstaGetInfo_of, TRUE, 0 },
};

static NET_API_STATUS make(const struct call *call)
{
    return call->make(call->is_of_this_computer ? NULL : server);
}

/* What is said of a server that goes away before, or in the middle of, a call. */
static BOOL is_away(NET_API_STATUS status)
{
    return status == ERROR_BAD_NETPATH || status == ERROR_NETNAME_DELETED ||
           status == ERROR_SEM_TIMEOUT;
}

/* ---- Threads --------------------------------------------------------------------------------- */

static LONG made, away, is_over;

static DWORD WINAPI make_calls(void *argument)
{
    size_t i;

    for (i = (size_t)argument; !InterlockedCompareExchange(&is_over, 0, 0); i++)
    {
        const struct call *call = &calls[i % ARRAYSIZE(calls)];
        const NET_API_STATUS status = make(call);

        InterlockedIncrement(&made);
        if (status != call->expected)
        {
            InterlockedIncrement(&away);
            ok(!call->is_of_this_computer && is_away(status), "%s: got %lu\n", call->name, status);
        }
    }
    return 0;
}

/* A line of standard input says that the server was restarted for the last time. */
static void wait_for_the_server(void)
{
    const ULONGLONG start = GetTickCount64();

    for (int c = getchar(); c != '\n' && c != EOF;)
    {
        c = getchar();
    }
    while (is_away(make(&calls[0])) && GetTickCount64() - start < AWAY_TIME)
    {
        Sleep(AWAY_PAUSE);
    }
}

/* Each call once, of a server that is there. */
static DWORD WINAPI make_last_calls(void *argument)
{
    size_t i;

    for (i = 0; i < ARRAYSIZE(calls); i++)
    {
        const struct call *call = &calls[(i + (size_t)argument) % ARRAYSIZE(calls)];
        const NET_API_STATUS status = make(call);

        ok(status == call->expected, "%s, at last: got %lu\n", call->name, status);
    }
    return 0;
}

static void start_threads(HANDLE threads[THREADS], DWORD(WINAPI *function)(void *))
{
    size_t i;

    for (i = 0; i < THREADS; i++)
    {
        threads[i] = CreateThread(NULL, 0, function, (void *)i, 0, NULL);
        ok(threads[i] != NULL, "CreateThread failed with %lu\n", GetLastError());
    }
}

static void join_threads(HANDLE threads[THREADS])
{
    size_t i;

    WaitForMultipleObjects(THREADS, threads, TRUE, INFINITE);
    for (i = 0; i < THREADS; i++)
    {
        CloseHandle(threads[i]);
    }
}

/* ---- What is taken of the system ------------------------------------------------------------- */

/* Wine does not tell of private bytes, nor of the number of handles. */
struct usage
{
    unsigned int handles;
    unsigned int threads;
    size_t bytes; /* in all heaps */
};

/* The lowest numbers are given out first. */
static unsigned int count_handles(void)
{
    unsigned int count = 0, unused = 0;
    UINT_PTR handle;
    DWORD flags;

    for (handle = HANDLE_STEP; unused < UNUSED_HANDLES; handle += HANDLE_STEP)
    {
        const BOOL is_one = GetHandleInformation((HANDLE)handle, &flags);

        count += is_one != 0;
        unused = is_one ? 0 : unused + 1;
    }
    return count;
}

static unsigned int count_threads(void)
{
    const HANDLE snapshot = CreateToolhelp32Snapshot(TH32CS_SNAPTHREAD, 0);
    THREADENTRY32 entry = { .dwSize = sizeof(entry) };
    unsigned int count = 0;
    BOOL is_one;

    for (is_one = Thread32First(snapshot, &entry); is_one; is_one = Thread32Next(snapshot, &entry))
    {
        count += entry.th32OwnerProcessID == GetCurrentProcessId();
    }
    CloseHandle(snapshot);
    return count;
}

static size_t count_bytes(void)
{
    HANDLE heaps[HEAPS_MAX];
    const DWORD count = GetProcessHeaps(HEAPS_MAX, heaps);
    size_t bytes = 0;
    DWORD i;

    for (i = 0; i < count && i < HEAPS_MAX; i++)
    {
        PROCESS_HEAP_ENTRY entry = { 0 };

        HeapLock(heaps[i]);
        while (HeapWalk(heaps[i], &entry))
        {
            bytes += entry.wFlags & PROCESS_HEAP_ENTRY_BUSY ? entry.cbData : 0;
        }
        HeapUnlock(heaps[i]);
    }
    return bytes;
}

static struct usage usage_now(void)
{
    return (struct usage){ count_handles(), count_threads(), count_bytes() };
}

static struct usage more_of(struct usage a, struct usage b)
{
    return (struct usage){ a.handles > b.handles ? a.handles : b.handles,
                           a.threads > b.threads ? a.threads : b.threads,
                           a.bytes > b.bytes ? a.bytes : b.bytes };
}

static void check_usage(struct usage first, struct usage second)
{
    trace("at most, first half and second: %u and %u handles, %u and %u threads, %u and %u KiB\n",
          first.handles, second.handles, first.threads, second.threads,
          (unsigned int)(first.bytes / 1024), (unsigned int)(second.bytes / 1024));
    ok(second.handles <= first.handles + MORE_HANDLES, "more and more handles\n");
    ok(second.threads <= first.threads + MORE_THREADS, "more and more threads\n");
    ok(second.bytes <= first.bytes + MORE_BYTES, "more and more memory\n");
}

/* Looks at the usage until the time is over and the calls are made. */
static void watch(DWORD seconds, LONG wanted)
{
    struct usage halves[2] = { { 0 } };
    unsigned int i;

    for (i = 0; i < SAMPLES || InterlockedCompareExchange(&made, 0, 0) < wanted; i++)
    {
        Sleep(seconds * 1000 / SAMPLES);
        if (i >= WARM_UP)
        {
            struct usage *half = &halves[i >= (SAMPLES + WARM_UP) / 2];

            *half = more_of(*half, usage_now());
        }
    }
    check_usage(halves[0], halves[1]);
}

/* ---- The test -------------------------------------------------------------------------------- */

START_TEST(soak)
{
    HANDLE threads[THREADS];
    unsigned int i;
    char **argv;

    if (winetest_get_mainargs(&argv) != 5)
    {
        ok(FALSE, "Usage: soak.exe soak SERVER SECONDS CALLS\n");
        return;
    }
    swprintf(server, NAME_SIZE, L"\\\\%hs", argv[2]);
    for (i = 0; i < ARRAYSIZE(calls); i++)
    {
        calls[i].expected = make(&calls[i]);
        ok(!is_away(calls[i].expected), "%s: got %lu\n", calls[i].name, calls[i].expected);
        trace("%s: %lu\n", calls[i].name, calls[i].expected);
    }
    printf("begin\n");
    fflush(stdout);
    start_threads(threads, make_calls);
    watch((DWORD)atoi(argv[3]), atoi(argv[4]));
    InterlockedExchange(&is_over, 1);
    join_threads(threads);
    printf("end\n");
    fflush(stdout);
    trace("%ld calls, %ld of them while the server was away\n", made, away);
    wait_for_the_server();
    start_threads(threads, make_last_calls);
    join_threads(threads);
}

const struct test winetest_testlist[] = {
    { "soak", func_soak },
    { 0, 0 },
};
