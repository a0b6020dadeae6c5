/*
 * Makes calls to a server in one process, as standard input says, for tests/broken/boundaries.py.
 *
 *     caller.exe \\server
 *
 * A line with the number of a call: makes it; "NAME STATUS MILLISECONDS ENTRIES" is the answer. Without a
 * number: "state HANDLES BYTES", what the process holds; "timeout MILLISECONDS" sets CallTimeout, as any
 * program may. Ends with standard input.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <windows.h>
#include <lm.h>
#include <lmdfs.h>
#include <psapi.h>
#include <stdlib.h>
#include <winternl.h>

int wmain(int argc, wchar_t *argv[]);

/* What a call gives: a list's length, or 1. */
struct given
{
    BYTE *buffer;
    DWORD entries;
};

static NET_API_STATUS enum_sessions(wchar_t *server, struct given *given)
{
    DWORD total = 0;

    return NetSessionEnum(server, NULL, NULL, 1, &given->buffer, MAX_PREFERRED_LENGTH,
                          &given->entries, &total, NULL);
}

static NET_API_STATUS enum_files(wchar_t *server, struct given *given)
{
    DWORD total = 0;

    return NetFileEnum(server, NULL, NULL, 3, &given->buffer, MAX_PREFERRED_LENGTH, &given->entries,
                       &total, NULL);
}

static NET_API_STATUS enum_connections(wchar_t *server, struct given *given)
{
    static wchar_t share[] = L"files";
    DWORD total = 0;

    return NetConnectionEnum(server, share, 1, &given->buffer, MAX_PREFERRED_LENGTH,
                             &given->entries, &total, NULL);
}

static NET_API_STATUS enum_shares(wchar_t *server, struct given *given)
{
    DWORD total = 0;

    return NetShareEnum(server, 2, &given->buffer, MAX_PREFERRED_LENGTH, &given->entries, &total,
                        NULL);
}

static NET_API_STATUS get_server(wchar_t *server, struct given *given)
{
    return NetServerGetInfo(server, 101, &given->buffer);
}

static NET_API_STATUS get_workstation(wchar_t *server, struct given *given)
{
    return NetWkstaGetInfo(server, 100, &given->buffer);
}

static NET_API_STATUS get_time(wchar_t *server, struct given *given)
{
    return NetRemoteTOD(server, &given->buffer);
}

static NET_API_STATUS enum_users(wchar_t *server, struct given *given)
{
    DWORD total = 0;

    return NetUserEnum(server, 1, 0, &given->buffer, MAX_PREFERRED_LENGTH, &given->entries, &total,
                       NULL);
}

static NET_API_STATUS get_user(wchar_t *server, struct given *given)
{
    return NetUserGetInfo(server, L"alice", 3, &given->buffer);
}

static NET_API_STATUS get_groups_of_user(wchar_t *server, struct given *given)
{
    DWORD total = 0;

    return NetUserGetGroups(server, L"alice", 0, &given->buffer, MAX_PREFERRED_LENGTH,
                            &given->entries, &total);
}

static NET_API_STATUS get_rules(wchar_t *server, struct given *given)
{
    return NetUserModalsGet(server, 0, &given->buffer);
}

static NET_API_STATUS get_dfs_link(wchar_t *server, struct given *given)
{
    wchar_t path[128];

    _snwprintf(path, sizeof(path) / sizeof(path[0]), L"%ls\\dfs\\link", server);
    return NetDfsGetInfo(path, NULL, NULL, 3, &given->buffer);
}

static const struct
{
    const char *name;
    NET_API_STATUS (*call)(wchar_t *server, struct given *given);
} calls[] = {
    { "NetSessionEnum", enum_sessions },
    { "NetFileEnum", enum_files },
    { "NetConnectionEnum", enum_connections },
    { "NetShareEnum", enum_shares },
    { "NetServerGetInfo", get_server },
    { "NetWkstaGetInfo", get_workstation },
    { "NetRemoteTOD", get_time },
    { "NetUserEnum", enum_users },
    { "NetUserGetInfo", get_user },
    { "NetUserGetGroups", get_groups_of_user },
    { "NetUserModalsGet", get_rules },
    { "NetDfsGetInfo", get_dfs_link },
};
#define CALL_COUNT (sizeof(calls) / sizeof(calls[0]))

static void make_call(wchar_t *server, unsigned int number)
{
    struct given given = { NULL, 0 };
    const DWORD start = GetTickCount();
    NET_API_STATUS status = calls[number].call(server, &given);

    if ((status != 0) != (given.buffer == NULL) && !(status == 0 && given.entries == 0))
    {
        status = 0xBAD; /* a block after a failure, or none after a success */
    }
    printf("%s %lu %lu %lu\n", calls[number].name, (unsigned long)status,
           (unsigned long)(GetTickCount() - start), (unsigned long)given.entries);
    if (given.buffer)
    {
        NetApiBufferFree(given.buffer);
    }
}

#define PROCESSES_SIZE (1 << 20)

/* GetProcessHandleCount() of Wine 8 does not count. */
static ULONG handles_held(void)
{
    BYTE *list = malloc(PROCESSES_SIZE);
    const SYSTEM_PROCESS_INFORMATION *process = (const void *)list;
    ULONG handles = 0;
    ULONG size = 0;

    if (list && !NtQuerySystemInformation(SystemProcessInformation, list, PROCESSES_SIZE, &size))
    {
        while (process->UniqueProcessId != (HANDLE)(ULONG_PTR)GetCurrentProcessId() &&
               process->NextEntryOffset)
        {
            process = (const void *)((const BYTE *)process + process->NextEntryOffset);
        }
        handles = process->HandleCount;
    }
    free(list);
    return handles;
}

static void set_timeout(DWORD milliseconds)
{
    HKEY key = NULL;

    if (!RegCreateKeyW(HKEY_CURRENT_USER, L"Software\\Wine\\Netapi32", &key))
    {
        RegSetValueExW(key, L"CallTimeout", 0, REG_DWORD, (const BYTE *)&milliseconds,
                       sizeof(milliseconds));
        RegCloseKey(key);
    }
}

static void tell_state(void)
{
    PROCESS_MEMORY_COUNTERS counters = { .cb = sizeof(counters) };
    const ULONG handles = handles_held();

    GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof(counters));
    printf("state %lu %lu\n", (unsigned long)handles, (unsigned long)counters.PagefileUsage);
}

int wmain(int argc, wchar_t *argv[])
{
    char line[32];

    if (argc != 2)
    {
        fwprintf(stderr, L"Usage: %ls \\\\server\n", argv[0]);
        return 2;
    }
    printf("calls %u\n", (unsigned int)CALL_COUNT);
    fflush(stdout);
    while (fgets(line, sizeof(line), stdin))
    {
        unsigned int number = 0;

        if (sscanf(line, "timeout %u", &number) == 1)
        {
            set_timeout(number);
        }
        else if (sscanf(line, "%u", &number) != 1)
        {
            tell_state();
        }
        else if (number < CALL_COUNT)
        {
            make_call(argv[1], number);
        }
        fflush(stdout);
    }
    return 0;
}
