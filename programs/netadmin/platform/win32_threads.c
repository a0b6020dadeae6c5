/*
 * Threads of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/threads.h"

#include <stdlib.h>
#include <windows.h>

#include "base/memory.h"

/* What a call of the API takes is a small part of it; the usual megabyte is not needed for each of some
 * hundred threads. */
#define STACK_SIZE (256 * 1024)

struct thread
{
    HANDLE handle;
};

struct start
{
    void (*work)(void *argument);
    void *argument;
};

static DWORD WINAPI thread_run(void *argument)
{
    const struct start start = *(struct start *)argument;

    free(argument);
    start.work(start.argument);
    return 0;
}

struct thread *thread_start(void (*work)(void *argument), void *argument)
{
    struct thread *thread = memory_resize(NULL, 1, sizeof(*thread));
    struct start *start = memory_resize(NULL, 1, sizeof(*start));

    *start = (struct start){ work, argument };
    thread->handle =
        CreateThread(NULL, STACK_SIZE, thread_run, start, STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);
    if (!thread->handle)
    {
        free(start);
        free(thread);
        return NULL;
    }
    return thread;
}

void thread_join(struct thread *thread)
{
    WaitForSingleObject(thread->handle, INFINITE);
    thread_leave(thread);
}

void thread_leave(struct thread *thread)
{
    CloseHandle(thread->handle);
    free(thread);
}

struct monitor
{
    CRITICAL_SECTION section;
    CONDITION_VARIABLE condition;
};

struct monitor *monitor_make(void)
{
    struct monitor *monitor = memory_resize(NULL, 1, sizeof(*monitor));

    InitializeCriticalSection(&monitor->section);
    InitializeConditionVariable(&monitor->condition);
    return monitor;
}

void monitor_free(struct monitor *monitor)
{
    DeleteCriticalSection(&monitor->section);
    free(monitor);
}

void monitor_enter(struct monitor *monitor)
{
    EnterCriticalSection(&monitor->section);
}

void monitor_leave(struct monitor *monitor)
{
    LeaveCriticalSection(&monitor->section);
}

void monitor_wait(struct monitor *monitor, unsigned int milliseconds)
{
    SleepConditionVariableCS(&monitor->condition, &monitor->section, milliseconds);
}

void monitor_wake(struct monitor *monitor)
{
    WakeAllConditionVariable(&monitor->condition);
}
