/*
 * The log lines of exported functions: each call with its arguments, and what it returned.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * make/traced.awk writes one TRACED line for each name of exports.tsv that has code. The .def file
 * exports the wrapper under the function's name; calls within the DLL go past it. What the letters
 * of `kinds` mean stands in that table.
 */
#ifndef NETAPI32_API_TRACE_H
#define NETAPI32_API_TRACE_H

#include <stdbool.h>

/* Only what declares none of the functions, whose parameters are all ULONG_PTR here. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

enum traced_result
{
    RESULT_NUMBER, /* a DWORD, a BOOL */
    RESULT_STATUS, /* an NTSTATUS or an HRESULT */
    RESULT_BYTE,
    RESULT_POINTER,
    RESULT_NONE,
};

struct traced
{
    const char *name;
    const char *kinds; /* a letter for each argument */
    enum traced_result result;
};

/* Whether anybody wants to see the lines. */
bool trace_is_on(void);
/* One line each. Neither changes the last error. Strings are shown as text when they can be read,
 * as addresses otherwise; secrets never. */
void trace_call(const struct traced *function, const ULONG_PTR *arguments);
void trace_result(const struct traced *function, ULONGLONG result);

/* Defines a wrapper; what follows `parameters` are their names. They and the result are passed on
 * as they are: a result wider than the function's real one does no harm. */
#define TRACED(function, kinds, result, parameters, ...)                                           \
    ULONGLONG WINAPI function parameters;                                                          \
    ULONGLONG WINAPI traced_##function parameters;                                                 \
    ULONGLONG WINAPI traced_##function parameters                                                  \
    {                                                                                              \
        static const struct traced traced = { #function, kinds, result };                          \
        ULONGLONG value = 0;                                                                       \
                                                                                                   \
        if (!trace_is_on())                                                                        \
        {                                                                                          \
            return function(__VA_ARGS__);                                                          \
        }                                                                                          \
        trace_call(&traced, (const ULONG_PTR[]){ __VA_ARGS__ });                                   \
        value = function(__VA_ARGS__);                                                             \
        trace_result(&traced, value);                                                              \
        return value;                                                                              \
    }

#endif
