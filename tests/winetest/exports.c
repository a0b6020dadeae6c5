/*
 * Calls every exported name, with nothing and with plausible arguments
 *
 * Each call must come back, on i386 with its arguments off the stack. A name without code must
 * also return what its row of exports.tsv says, and set its outputs to nothing.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define WIN32_NO_STATUS
#include <windows.h>
#undef WIN32_NO_STATUS
#include <ntstatus.h>
#include <winternl.h>

#include <setjmp.h>

#include "wine/test.h"

/* GCC 12 takes a fixed address, as that of the TEB, for an array of no elements. */
#pragma GCC diagnostic ignored "-Warray-bounds"

#define MOST_ARGUMENTS 17
#define BUFFER_SIZE    4096
#define SLOW           5000 /* milliseconds */

struct tested_export
{
    const char *name;
    const char *kinds; /* a letter for each argument: exports.tsv says what they mean */
    BOOL implemented;
    DWORD failure;
};

static const struct tested_export tested_exports[] = {
#include "exports_table.h"
};

static ULONG_PTR arguments[MOST_ARGUMENTS];
static BYTE buffers[MOST_ARGUMENTS][BUFFER_SIZE];

/* ---- One call ------------------------------------------------------------------------------- */

struct outcome
{
    ULONG_PTR result;
    size_t popped; /* bytes that the function took off the stack */
    DWORD exception;
};

/* Where the call in progress began, to go on there when it crashes. */
static jmp_buf before_call;
static void *frames_before_call;
static DWORD calling_thread;
static DWORD code_of_crash;

/* Leaves a crashed function without a word to anybody between: they cannot be trusted any more. */
static LONG CALLBACK leave_crash(EXCEPTION_POINTERS *crash)
{
    if (GetCurrentThreadId() != calling_thread)
    {
        return EXCEPTION_CONTINUE_SEARCH;
    }
    code_of_crash = crash->ExceptionRecord->ExceptionCode;
    ((NT_TIB *)NtCurrentTeb())->ExceptionList = frames_before_call;
    longjmp(before_call, 1);
}

#ifdef __x86_64__

static ULONG_PTR call_with_arguments(FARPROC function, size_t count, size_t *popped)
{
    typedef ULONG_PTR (*function_type)(ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR,
                                       ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR,
                                       ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR,
                                       ULONG_PTR, ULONG_PTR);
    const ULONG_PTR *a = arguments;

    *popped = count * 4; /* the caller clears the stack here */
    return ((function_type)(void *)function)(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8],
                                             a[9], a[10], a[11], a[12], a[13], a[14], a[15], a[16]);
}

#else

static ULONG_PTR call_with_arguments(FARPROC function, size_t count, size_t *popped)
{
    ULONG_PTR result;

    __asm__ volatile("movl %%esp, %%esi\n\t"
                     "1: testl %%ecx, %%ecx\n\t"
                     "jz 2f\n\t"
                     "pushl -4(%%edi, %%ecx, 4)\n\t"
                     "decl %%ecx\n\t"
                     "jmp 1b\n\t"
                     "2: movl %%esp, %%ebx\n\t"
                     "call *%%eax\n\t"
                     "movl %%esp, %%ecx\n\t"
                     "subl %%ebx, %%ecx\n\t"
                     "movl %%esi, %%esp"
                     : "=a"(result), "=c"(*popped)
                     : "a"(function), "c"(count), "D"(arguments)
                     : "ebx", "edx", "esi", "memory", "cc");
    return result;
}

#endif

static struct outcome call(FARPROC function, size_t count)
{
    static struct outcome outcome;

    memset(&outcome, 0, sizeof(outcome));
    frames_before_call = ((NT_TIB *)NtCurrentTeb())->ExceptionList;
    if (setjmp(before_call) == 0)
    {
#ifdef __x86_64__
        /* Without a frame longjmp does not unwind. */
        ((_JUMP_BUFFER *)&before_call)->Frame = 0;
#endif
        outcome.result = call_with_arguments(function, count, &outcome.popped);
    }
    else
    {
        outcome.exception = code_of_crash;
    }
    return outcome;
}

/* ---- Arguments and outputs ------------------------------------------------------------------ */

static void use_no_arguments(const char *kinds)
{
    (void)kinds;
    memset(arguments, 0, sizeof(arguments));
}

/* Strings are empty, buffers zero, outputs filled with what nobody should read. */
static void use_plausible_arguments(const char *kinds)
{
    size_t i;

    use_no_arguments(kinds);
    memset(buffers, 0, sizeof(buffers));
    for (i = 0; kinds[i]; i++)
    {
        switch (kinds[i])
        {
        case 'P':
        case 'D':
        case 'B':
            memset(buffers[i], 0xcc, sizeof(void *));
            arguments[i] = (ULONG_PTR)buffers[i];
            break;
        case 's':
        case 'p': arguments[i] = (ULONG_PTR)buffers[i]; break;
        case 'a':
            arguments[i] = (ULONG_PTR)HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, BUFFER_SIZE);
            break;
        }
    }
}

static void check_outputs(const char *kinds)
{
    size_t i;

    for (i = 0; kinds[i]; i++)
    {
        const BYTE *output = (const BYTE *)arguments[i];
        DWORD number = 0;
        void *pointer = NULL;

        if (!output)
        {
            continue;
        }
        switch (kinds[i])
        {
        case 'P':
            memcpy(&pointer, output, sizeof(pointer));
            ok(!pointer, "argument %u was set to %p\n", (unsigned int)i + 1, pointer);
            break;
        case 'D':
            memcpy(&number, output, sizeof(number));
            ok(!number, "argument %u was set to %#lx\n", (unsigned int)i + 1, number);
            break;
        case 'B': ok(!*output, "argument %u was set to %#x\n", (unsigned int)i + 1, *output); break;
        }
    }
}

static void check_call(HMODULE module, const struct tested_export *export,
                       void (*use_arguments)(const char *kinds), const char *what)
{
    FARPROC function = GetProcAddress(module, export->name);
    struct outcome outcome;
    ULONGLONG start = GetTickCount64();
    size_t count = strlen(export->kinds);

    winetest_push_context("%s with %s arguments", export->name, what);
    ok(function != NULL, "not exported\n");
    if (function)
    {
        use_arguments(export->kinds);
        outcome = call(function, count);
        ok(!outcome.exception, "crashed with %#lx\n", outcome.exception);
        if (!outcome.exception)
        {
            ok(outcome.popped == count * 4, "took %u bytes off the stack, expected %u\n",
               (unsigned int)outcome.popped, (unsigned int)count * 4);
        }
        if (!outcome.exception && !export->implemented)
        {
            ok((DWORD)outcome.result == export->failure, "got %#lx, expected %#lx\n",
               (DWORD)outcome.result, export->failure);
            check_outputs(export->kinds);
        }
        if (GetTickCount64() - start > SLOW)
        {
            trace("took %u ms\n", (unsigned int)(GetTickCount64() - start));
        }
    }
    winetest_pop_context();
}

/* ---- The test ------------------------------------------------------------------------------- */

static void crash(void)
{
    *(volatile int *)0x10 = 1;
}

static void a_crash_is_noticed(void)
{
    struct outcome outcome = call((FARPROC)(void *)crash, 0);

    ok(outcome.exception == (DWORD)EXCEPTION_ACCESS_VIOLATION, "got %#lx\n", outcome.exception);
}

static void buffers_of_both_names_are_the_same(HMODULE module)
{
    typedef DWORD(WINAPI * allocate_function)(DWORD size, void **buffer);
    typedef DWORD(WINAPI * free_function)(void *buffer);
    allocate_function allocate =
        (allocate_function)(void *)GetProcAddress(module, "NetapipBufferAllocate");
    free_function release = (free_function)(void *)GetProcAddress(module, "NetApiBufferFree");
    void *buffer = NULL;
    DWORD status = allocate(100, &buffer);

    ok(!status, "got %lu\n", status);
    ok(HeapSize(GetProcessHeap(), 0, buffer) == 100, "the block is not of the process heap\n");
    status = release(buffer);
    ok(!status, "got %lu\n", status);
}

START_TEST(exports)
{
    HMODULE module = LoadLibraryA("netapi32.dll");
    LPTOP_LEVEL_EXCEPTION_FILTER previous;
    unsigned int i;

    calling_thread = GetCurrentThreadId();
    previous = SetUnhandledExceptionFilter(leave_crash);
    a_crash_is_noticed();
    for (i = 0; i < ARRAYSIZE(tested_exports); i++)
    {
        check_call(module, &tested_exports[i], use_no_arguments, "no");
        check_call(module, &tested_exports[i], use_plausible_arguments, "plausible");
    }
    SetUnhandledExceptionFilter(previous);
    buffers_of_both_names_are_the_same(module);
    FreeLibrary(module);
}
