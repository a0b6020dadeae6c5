/*
 * Calls of functions by number of arguments, which survive a crash of the function
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "raw_call.h"

#include <winternl.h>

#include <setjmp.h>
#include <string.h>

/* GCC 12 takes a fixed address, as that of the TEB, for an array of no elements. */
#pragma GCC diagnostic ignored "-Warray-bounds"

/* Where the call in progress began, to go on there when it crashes. */
static jmp_buf before_call;
static void *frames_before_call;
static BOOL is_in_call;
static DWORD calling_thread;
static EXCEPTION_RECORD crash_record;
static void *handler;

static BOOL is_crash(DWORD code)
{
    switch (code)
    {
    case EXCEPTION_ACCESS_VIOLATION:
    case EXCEPTION_DATATYPE_MISALIGNMENT:
    case EXCEPTION_ILLEGAL_INSTRUCTION:
    case EXCEPTION_PRIV_INSTRUCTION:
    case EXCEPTION_INT_DIVIDE_BY_ZERO:
    case EXCEPTION_STACK_OVERFLOW:
    case EXCEPTION_IN_PAGE_ERROR:
    case EXCEPTION_BREAKPOINT:
    case 0xc0000374: /* STATUS_HEAP_CORRUPTION */
    case 0xc0000409: /* STATUS_STACK_BUFFER_OVERRUN */ return TRUE;
    }
    return FALSE;
}

/* Leaves a crashed function without a word to anybody between: they cannot be trusted any more. */
static LONG CALLBACK leave_crash(EXCEPTION_POINTERS *crash)
{
    if (!is_in_call || GetCurrentThreadId() != calling_thread ||
        !is_crash(crash->ExceptionRecord->ExceptionCode))
    {
        return EXCEPTION_CONTINUE_SEARCH;
    }
    crash_record = *crash->ExceptionRecord;
    ((NT_TIB *)NtCurrentTeb())->ExceptionList = frames_before_call;
    longjmp(before_call, 1);
}

void raw_call_begin(void)
{
    calling_thread = GetCurrentThreadId();
    handler = AddVectoredExceptionHandler(1, leave_crash);
}

void raw_call_end(void)
{
    RemoveVectoredExceptionHandler(handler);
}

#ifdef __x86_64__

static ULONG_PTR call_with_arguments(FARPROC function, const ULONG_PTR *a, size_t count,
                                     size_t *popped)
{
    typedef ULONG_PTR (*function_type)(ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR,
                                       ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR,
                                       ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR, ULONG_PTR,
                                       ULONG_PTR, ULONG_PTR);

    *popped = count * 4; /* the caller clears the stack here */
    return ((function_type)(void *)function)(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8],
                                             a[9], a[10], a[11], a[12], a[13], a[14], a[15], a[16]);
}

#else

static ULONG_PTR call_with_arguments(FARPROC function, const ULONG_PTR *arguments, size_t count,
                                     size_t *popped)
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

struct raw_outcome raw_call(FARPROC function, const ULONG_PTR *arguments, size_t count)
{
    static struct raw_outcome outcome;

    memset(&outcome, 0, sizeof(outcome));
    frames_before_call = ((NT_TIB *)NtCurrentTeb())->ExceptionList;
    if (setjmp(before_call) == 0)
    {
#ifdef __x86_64__
        /* Without a frame longjmp does not unwind. */
        ((_JUMP_BUFFER *)&before_call)->Frame = 0;
#endif
        is_in_call = TRUE;
        outcome.result = call_with_arguments(function, arguments, count, &outcome.popped);
    }
    else
    {
        outcome.exception = crash_record.ExceptionCode;
        outcome.place = crash_record.ExceptionAddress;
        outcome.touched =
            crash_record.NumberParameters > 1 ? (void *)crash_record.ExceptionInformation[1] : NULL;
    }
    is_in_call = FALSE;
    return outcome;
}
