/*
 * The time that calls take; one that does not end ends the program
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "watch.h"

#include <stdio.h>

#define LOOK_EVERY 500 /* milliseconds */

static CRITICAL_SECTION lock;
static const struct signature *called; /* NULL: no call is in progress */
static const struct arguments *called_with;
static DWORD started;

void print_call(const struct signature *signature, const struct arguments *arguments)
{
    printf("%s (", signature->function->name);
    for (size_t i = 0; i < signature->count; i++)
    {
        printf("%s%s", i ? ", " : "", arguments->what[i]);
    }
    printf(")");
}

static DWORD WINAPI look(void *unused)
{
    (void)unused;
    for (;;)
    {
        Sleep(LOOK_EVERY);
        EnterCriticalSection(&lock);
        if (called && GetTickCount() - started > PATIENCE)
        {
            printf("callers: Test failed: ");
            print_call(called, called_with);
            printf(": hangs\n");
            fflush(stdout);
            ExitProcess(3);
        }
        LeaveCriticalSection(&lock);
    }
}

void watch_start(void)
{
    InitializeCriticalSection(&lock);
    CloseHandle(CreateThread(NULL, 0, look, NULL, 0, NULL));
}

void watch_begin(const struct signature *signature, const struct arguments *arguments)
{
    EnterCriticalSection(&lock);
    called = signature;
    called_with = arguments;
    started = GetTickCount();
    LeaveCriticalSection(&lock);
}

DWORD watch_end(void)
{
    EnterCriticalSection(&lock);
    called = NULL;
    LeaveCriticalSection(&lock);
    return GetTickCount() - started;
}
