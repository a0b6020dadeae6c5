/*
 * The system below the portable code on Windows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>
#include <windows.h>
#include <ntsecapi.h>
#include <winternl.h>

#include <stdlib.h>

#include "platform/platform.h"

NTSYSAPI WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR unit);

static INIT_ONCE start_once = INIT_ONCE_STATIC_INIT;
static uint32_t start_status;

/* Once used, ws2_32.dll stays as long as the process: where it has gone with this DLL and come again,
 * Wine's does not connect on threads that it knew before. */
static void keep_winsock(void)
{
    HMODULE winsock = NULL;

    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN, L"ws2_32.dll", &winsock);
}

static BOOL CALLBACK start(INIT_ONCE *once, void *parameter, void **context)
{
    WSADATA data;

    (void)once;
    (void)parameter;
    (void)context;
    keep_winsock();
    start_status = (uint32_t)WSAStartup(MAKEWORD(2, 2), &data);
    return TRUE;
}

uint32_t platform_start(void)
{
    InitOnceExecuteOnce(&start_once, start, NULL, NULL);
    return start_status;
}

uint64_t platform_now(void)
{
    return GetTickCount64();
}

uint64_t platform_filetime(void)
{
    FILETIME now;

    GetSystemTimeAsFileTime(&now);
    return (uint64_t)now.dwHighDateTime << 32 | now.dwLowDateTime;
}

uint32_t platform_random(void *data, size_t size)
{
    return RtlGenRandom(data, (ULONG)size) ? ERROR_SUCCESS : ERROR_GEN_FAILURE;
}

uint16_t platform_upcase(uint16_t unit)
{
    if (unit < 0x80)
    {
        return unit >= 'a' && unit <= 'z' ? (uint16_t)(unit - 'a' + 'A') : unit;
    }
    return RtlUpcaseUnicodeChar(unit);
}

void *platform_api_allocate(size_t size)
{
    return HeapAlloc(GetProcessHeap(), 0, size);
}

void platform_api_free(void *block)
{
    HeapFree(GetProcessHeap(), 0, block);
}

static SRWLOCK monitor_lock = SRWLOCK_INIT;
static CONDITION_VARIABLE monitor_condition = CONDITION_VARIABLE_INIT;

void platform_monitor_enter(void)
{
    AcquireSRWLockExclusive(&monitor_lock);
}

void platform_monitor_leave(void)
{
    ReleaseSRWLockExclusive(&monitor_lock);
}

void platform_monitor_wait(uint64_t deadline)
{
    uint64_t now = platform_now();
    uint64_t left = deadline > now ? deadline - now : 0;

    SleepConditionVariableSRW(&monitor_condition, &monitor_lock,
                              left < INFINITE ? (DWORD)left : INFINITE - 1, 0);
}

void platform_monitor_notify(void)
{
    WakeAllConditionVariable(&monitor_condition);
}

struct thread_start
{
    void (*function)(void *argument);
    void *argument;
    HMODULE module; /* this DLL, referenced so that FreeLibrary cannot unload running code */
};

/*
 * Wine does not stand a process that exits while one of its threads is still being made: both use the
 * process' connection to the wineserver, and the program crashes or its exit status is lost. Programs
 * that exit right after one call are usual, so a started thread is waited for until it runs. Not
 * forever: inside DllMain it cannot run before that returns.
 */
enum
{
    BEGIN_PATIENCE = 1000 /* ms */
};

static SRWLOCK begin_lock = SRWLOCK_INIT;
static CONDITION_VARIABLE begin_condition = CONDITION_VARIABLE_INIT;
static unsigned int beginning; /* threads that were started and do not run yet */

static void count_beginning(int change)
{
    AcquireSRWLockExclusive(&begin_lock);
    beginning += (unsigned int)change;
    ReleaseSRWLockExclusive(&begin_lock);
    WakeAllConditionVariable(&begin_condition);
}

void platform_threads_settle(void)
{
    const ULONGLONG deadline = GetTickCount64() + BEGIN_PATIENCE;
    ULONGLONG now = 0;

    AcquireSRWLockExclusive(&begin_lock);
    while (beginning && (now = GetTickCount64()) < deadline)
    {
        SleepConditionVariableSRW(&begin_condition, &begin_lock, (DWORD)(deadline - now), 0);
    }
    ReleaseSRWLockExclusive(&begin_lock);
}

static DWORD WINAPI thread_main(void *argument)
{
    struct thread_start start_data = *(struct thread_start *)argument;

    count_beginning(-1);
    free(argument);
    start_data.function(start_data.argument);
    FreeLibraryAndExitThread(start_data.module, 0);
}

uint32_t platform_thread_launch(void (*function)(void *argument), void *argument)
{
    struct thread_start *start_data = malloc(sizeof(*start_data));
    HANDLE thread = NULL;
    uint32_t status = ERROR_SUCCESS;

    if (!start_data)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    *start_data = (struct thread_start){ function, argument, NULL };
    if (!GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, (const WCHAR *)&start_once,
                            &start_data->module))
    {
        status = GetLastError();
        free(start_data);
        return status;
    }
    count_beginning(+1);
    thread = CreateThread(NULL, 0, thread_main, start_data, 0, NULL);
    if (!thread)
    {
        status = GetLastError();
        count_beginning(-1);
        FreeLibrary(start_data->module);
        free(start_data);
        return status;
    }
    CloseHandle(thread);
    return ERROR_SUCCESS;
}

uint32_t platform_thread_start(void (*function)(void *argument), void *argument)
{
    const uint32_t status = platform_thread_launch(function, argument);

    platform_threads_settle();
    return status;
}
