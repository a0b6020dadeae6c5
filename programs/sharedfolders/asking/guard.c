/*
 * Calls of names that Wine has no code for.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "asking/guard.h"

#include <stdint.h>

#define EXCEPTION_WINE_STUB 0x80000100

/* Where the thread goes on; NULL while it makes no guarded call. */
static _Thread_local void **way_back;

/* Where a thread comes to life again that called nothing. */
static void go_back(void)
{
    __builtin_longjmp(way_back, 1);
}

#ifdef __x86_64__
#define PROGRAM_COUNTER Rip
#define STACK_POINTER   Rsp
#else
#define PROGRAM_COUNTER Eip
#define STACK_POINTER   Esp
#endif

static LONG CALLBACK handler(EXCEPTION_POINTERS *exception)
{
    CONTEXT *context = exception->ContextRecord;

    if (exception->ExceptionRecord->ExceptionCode != EXCEPTION_WINE_STUB || !way_back)
    {
        return EXCEPTION_CONTINUE_SEARCH;
    }
    context->PROGRAM_COUNTER = (uintptr_t)go_back;
    /* As behind a call: the return address is below a multiple of 16. */
    context->STACK_POINTER = (context->STACK_POINTER & ~(uintptr_t)15) - sizeof(void *);
    return EXCEPTION_CONTINUE_EXECUTION;
}

void guard_start(void)
{
    AddVectoredExceptionHandler(TRUE, handler);
}

/* By itself, so that no variable of a caller's lives in a register across the jump. */
__attribute__((noinline)) DWORD guard_call(guarded_function *function, void *context)
{
    void *place[5]; /* what __builtin_setjmp() fills in */
    volatile DWORD error = ERROR_CALL_NOT_IMPLEMENTED;

    if (!__builtin_setjmp(place))
    {
        way_back = place;
        error = function(context);
    }
    way_back = NULL;
    return error;
}
