/*
 * The calls that this program makes of the functions that netapi32.dll exports: one of them can be
 * looked at, and run out of something.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_MEMORY_CALLS_H
#define NETAPI32_TESTS_MEMORY_CALLS_H

#include <windows.h>

#include "failing.h"

/* Stands between this program and the DLL. */
void calls_watch(HMODULE dll);

/* What a function returns when there is no memory: by what it returns at all. */
enum result_kind
{
    RESULT_NUMBER,  /* ERROR_NOT_ENOUGH_MEMORY */
    RESULT_STATUS,  /* STATUS_NO_MEMORY, E_OUTOFMEMORY */
    RESULT_BYTE,    /* NRC_NORES, NRC_OSRESNOTAV */
    RESULT_POINTER, /* NULL */
    RESULT_BOOL,
    RESULT_NONE,
};

/* Which call is looked at, and what fails in it. */
struct observation
{
    char function[64];
    LONG call; /* of the function, from 1; 0: the last one */
    struct failing failing;

    /* What was seen. */
    LONG calls;                   /* of the function */
    LONG requests[REQUEST_KINDS]; /* during the call, those that failed included */
    BOOL happened;                /* the call was made */
    enum result_kind kind;
    ULONG_PTR result;
    const char *bad; /* an output that is not nothing after a failure, or NULL */
};

/* From now on; NULL: none is looked at. */
void calls_observe(struct observation *observation);

/* Whether the result of the call says that there was no memory. */
BOOL says_no_memory(const struct observation *observation);

#endif
