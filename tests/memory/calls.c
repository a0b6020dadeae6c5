/*
 * The calls that this program makes of the functions that netapi32.dll exports: one of them can be
 * looked at, and run out of something.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "calls.h"

#include <string.h>

#include "imports.h"

#define STATUS_NO_MEMORY_ 0xC0000017u
#define NRC_NORES_        0x09
#define NRC_OSRESNOTAV_   0x35 /* the resources of the operating system */

struct call
{
    const char *name;
    const char *kinds; /* a letter for each argument, as in exports.tsv */
    enum result_kind result;
};

static struct observation *observed;

void calls_observe(struct observation *observation)
{
    observed = observation;
    if (observation)
    {
        observation->calls = 0;
        observation->happened = FALSE;
        observation->bad = NULL;
    }
}

#define UNTOUCHED ((void *)(ULONG_PTR)0xDEADBEEF)

/* Those that come out; what NetValidatePasswordPolicyFree() takes goes in, too. */
static BOOL is_output(const struct call *call, size_t index)
{
    return call->kinds[index] == 'P' && strcmp(call->name, "NetValidatePasswordPolicyFree");
}

static void set_outputs(const struct call *call, const ULONG_PTR *arguments)
{
    for (size_t i = 0; call->kinds[i]; i++)
    {
        if (is_output(call, i) && arguments[i])
        {
            *(void **)arguments[i] = UNTOUCHED;
        }
    }
}

static BOOL begin(const struct call *call, const ULONG_PTR *arguments)
{
    if (!observed || strcmp(observed->function, call->name))
    {
        return FALSE;
    }
    observed->calls++;
    if (observed->call && observed->calls != observed->call)
    {
        return FALSE;
    }
    set_outputs(call, arguments);
    failing_begin(&observed->failing);
    return TRUE;
}

/* What fails leaves nothing behind, and what does not says something. */
static const char *check_outputs(const struct call *call, const ULONG_PTR *arguments, BOOL failed)
{
    const char *bad = NULL;

    for (size_t i = 0; call->kinds[i]; i++)
    {
        void **output = (void **)arguments[i];

        if (is_output(call, i) && output && (*output == UNTOUCHED || (failed && *output)))
        {
            bad = *output == UNTOUCHED ? "an output that was not set" : "an output after a failure";
            *output = NULL;
        }
    }
    return bad;
}

static void end(const struct call *call, const ULONG_PTR *arguments, ULONGLONG result)
{
    failing_end(observed->requests);
    observed->happened = TRUE;
    observed->kind = call->result;
    observed->result = call->result == RESULT_BYTE      ? (BYTE)result
                       : call->result == RESULT_POINTER ? (ULONG_PTR)result
                                                        : (DWORD)result;
    if (call->result <= RESULT_STATUS)
    {
        observed->bad =
            check_outputs(call, arguments, observed->result && observed->result != ERROR_MORE_DATA);
    }
}

BOOL says_no_memory(const struct observation *observation)
{
    switch (observation->kind)
    {
    case RESULT_NUMBER: return observation->result == ERROR_NOT_ENOUGH_MEMORY;
    case RESULT_STATUS:
        return observation->result == STATUS_NO_MEMORY_ ||
               observation->result == (DWORD)E_OUTOFMEMORY;
    case RESULT_BYTE:
        return observation->result == NRC_NORES_ || observation->result == NRC_OSRESNOTAV_;
    case RESULT_POINTER:
    case RESULT_BOOL: return !observation->result;
    default: return TRUE;
    }
}

/* ---- A function for each name ----------------------------------------------------------------- */

#define CALL(function, kinds, result_kind, parameters, ...)                                        \
    static ULONGLONG(WINAPI *real_##function) parameters;                                          \
    static ULONGLONG WINAPI watched_##function parameters                                          \
    {                                                                                              \
        static const struct call call = { #function, kinds, result_kind };                         \
        const ULONG_PTR arguments[] = { __VA_ARGS__ };                                             \
        const BOOL is_observed = begin(&call, arguments);                                          \
        const ULONGLONG result = real_##function(__VA_ARGS__);                                     \
                                                                                                   \
        if (is_observed)                                                                           \
        {                                                                                          \
            end(&call, arguments, result);                                                         \
        }                                                                                          \
        return result;                                                                             \
    }
#include "memory_calls.h"
#undef CALL

/* This program may call some of them only: the others are not among its imports. */
void calls_watch(HMODULE dll)
{
    HMODULE program = GetModuleHandleW(NULL);
    union
    {
        FARPROC function;
        void *address;
    } exported;

#define CALL(name, kinds, result_kind, parameters, ...)                                            \
    exported.function = GetProcAddress(dll, #name);                                                \
    memcpy(&real_##name, &exported.address, sizeof(exported.address));                             \
    imports_replace(program, #name, (void *)(ULONG_PTR)watched_##name);
#include "memory_calls.h"
#undef CALL
}
