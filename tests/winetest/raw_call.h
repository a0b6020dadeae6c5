/*
 * Calls of functions by number of arguments, which survive a crash of the function
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_RAW_CALL_H
#define NETAPI32_TESTS_RAW_CALL_H

#include <windows.h>

#define RAW_CALL_ARGUMENTS 17

struct raw_outcome
{
    ULONG_PTR result;
    size_t popped;       /* bytes that the function took off the stack */
    DWORD exception;     /* 0: it came back */
    const void *place;   /* of a crash: the code, */
    const void *touched; /* and what it accessed */
};

/* Has crashes of the calling thread within raw_call() end the call, even where the function, or
 * one of Wine's that it calls, would have caught them. */
void raw_call_begin(void);
/* The inverse. */
void raw_call_end(void);

/* `arguments` has room for RAW_CALL_ARGUMENTS, of which `count` are the function's. */
struct raw_outcome raw_call(FARPROC function, const ULONG_PTR *arguments, size_t count);

#endif
