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
#include "wine/test.h"

#include "raw_call.h"

/* GCC 12 takes a fixed address for an array of no elements. */
#pragma GCC diagnostic ignored "-Warray-bounds"

#define BUFFER_SIZE 4096
#define SLOW        5000 /* milliseconds */

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

static ULONG_PTR arguments[RAW_CALL_ARGUMENTS];
static BYTE buffers[RAW_CALL_ARGUMENTS][BUFFER_SIZE];

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
    struct raw_outcome outcome;
    ULONGLONG start = GetTickCount64();
    size_t count = strlen(export->kinds);

    winetest_push_context("%s with %s arguments", export->name, what);
    ok(function != NULL, "not exported\n");
    if (function)
    {
        use_arguments(export->kinds);
        outcome = raw_call(function, arguments, count);
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
    static int *volatile nowhere = (int *)0x10; /* which the compiler must not know */

    *nowhere = 1;
}

static void a_crash_is_noticed(void)
{
    struct raw_outcome outcome = raw_call((FARPROC)(void *)crash, arguments, 0);

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
    unsigned int i;

    raw_call_begin();
    a_crash_is_noticed();
    for (i = 0; i < ARRAYSIZE(tested_exports); i++)
    {
        check_call(module, &tested_exports[i], use_no_arguments, "no");
        check_call(module, &tested_exports[i], use_plausible_arguments, "plausible");
    }
    raw_call_end();
    buffers_of_both_names_are_the_same(module);
    FreeLibrary(module);
}
