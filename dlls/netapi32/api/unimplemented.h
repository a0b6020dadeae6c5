/*
 * Exported functions without code.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * make/unimplemented.awk writes one UNIMPLEMENTED line for each name of exports.tsv that has no
 * code. What the letters of `kinds` mean stands in that table.
 */
#ifndef NETAPI32_API_UNIMPLEMENTED_H
#define NETAPI32_API_UNIMPLEMENTED_H

/* Only what declares none of the functions, whose parameters are all ULONG_PTR here. */
#define WIN32_LEAN_AND_MEAN
#define WIN32_NO_STATUS
#include <windows.h>
#undef WIN32_NO_STATUS
#include <ntstatus.h>
#include <winternl.h>

struct unimplemented
{
    const char *name;
    const char *kinds; /* a letter for each argument */
    ULONG_PTR failure; /* what the function returns */
};

/* Says on the debug channel that the function was called, sets its outputs to nothing where the
 * caller gave a place for them, and returns its failure. */
ULONG_PTR unimplemented_call(const struct unimplemented *function, const ULONG_PTR *arguments);

/* Defines a function; what follows `parameters` are their names. A result wider than the
 * function's real one does no harm: the caller looks at its part of the register. */
#define UNIMPLEMENTED(name, kinds, failure, parameters, ...)                                       \
    ULONG_PTR WINAPI name parameters;                                                              \
    ULONG_PTR WINAPI name parameters                                                               \
    {                                                                                              \
        static const struct unimplemented function = { #name, kinds, (ULONG_PTR)(failure) };       \
        const ULONG_PTR arguments[] = { __VA_ARGS__ };                                             \
                                                                                                   \
        return unimplemented_call(&function, arguments);                                           \
    }

#endif
