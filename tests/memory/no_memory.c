/*
 * Each call of the API without memory, wherever it runs out of it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *   no_memory.exe [--cold | --fresh] [--resources] [--step N] [--verbose] SERVER [FUNCTION]...
 *
 * SERVER is as for tests/compatibility/probe.c, - for this computer, and so is the environment. Each row
 * is called again and again; the first request for memory of its function fails, the second, and so on,
 * up to the last, each once alone and once with all that follow. Then
 *
 *   - the function says that there is no memory, and has set its outputs to nothing. Or it has done what
 *     it always does, where it can do without (tests/live/test_no_memory.c has the places): how often that
 *     was so is told;
 *   - the next call does what it always did;
 *   - what the DLL holds is no more than before.
 *
 * With --cold there is no connection to the server, and nothing is known of it, before each call. With
 * --fresh a copy of the DLL is loaded before each call, which has not started anything yet: what it holds
 * afterwards is not looked at. With
 * --resources it is not memory that fails but sockets, events, threads and files: the function may succeed
 * without one, or say ERROR_NOT_ENOUGH_MEMORY or ERROR_NO_SYSTEM_RESOURCES. With --step only each Nth
 * request fails, another one for each row.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "blocks.h"
#include "calls.h"
#include "resources.h"
#include "rows.h"

#define REQUESTS_MAX 5000 /* of a call: more would be without end */
#define LEAKS_SEEN   3    /* so often in succession, to be none that a cache holds */
#define USUAL_MAX    4

static struct
{
    BOOL is_cold;
    BOOL is_fresh;
    BOOL is_verbose;
    enum request_kind kind;
    LONG step;
} options = { .step = 1 };

static unsigned int executed, failures, requests_failed, succeeded_without, rows_done;

/* ---- Calls ------------------------------------------------------------------------------------ */

static void watch(HMODULE dll)
{
    blocks_watch(dll);
    resources_watch(dll);
    calls_watch(dll);
}

/* This program's calls go to it from now on. */
static void load_copy(void)
{
    static unsigned int copies;
    WCHAR name[MAX_PATH];
    WCHAR folder[MAX_PATH];
    WCHAR copy[MAX_PATH];
    HMODULE dll = NULL;

    GetModuleFileNameW(GetModuleHandleW(L"netapi32.dll"), name, MAX_PATH);
    GetTempPathW(MAX_PATH, folder);
    _snwprintf(copy, MAX_PATH, L"%ls%lu-%u.dll", folder, GetCurrentProcessId(), copies++);
    if (CopyFileW(name, copy, FALSE))
    {
        dll = LoadLibraryW(copy);
        DeleteFileW(copy);
    }
    if (!dll)
    {
        printf("no_memory.c: Test failed: no copy of the DLL: %lu\n", GetLastError());
        exit(1);
    }
    watch(dll);
}

/* Ends the connections to the server, and has the DLL forget what it knows of it. */
static void make_cold(void)
{
    WCHAR name[MAX_PATH];
    USE_INFO_2 use = {
        .ui2_remote = name,
        .ui2_asg_type = USE_IPC,
        .ui2_username = probe_variable(L"PROBE_USER", L""),
        .ui2_password = probe_variable(L"PROBE_PASSWORD", L""),
    };

    lstrcpynW(name, probe_server ? probe_server : L"\\\\localhost", MAX_PATH - 5);
    lstrcatW(name, L"\\IPC$");
    if (options.is_fresh)
    {
        load_copy();
    }
    if (options.is_cold && probe_server)
    {
        NetUseAdd(NULL, 2, (BYTE *)&use, NULL);
        NetUseDel(NULL, name, USE_LOTS_OF_FORCE);
    }
}

static DWORD call(const struct probe_function *function, DWORD level,
                  struct observation *observation)
{
    struct probe_answer answer = { .entries = 1 };
    DWORD status;

    calls_observe(observation);
    status = function->call(level, &answer);
    calls_observe(NULL);
    NetApiBufferFree(answer.buffer);
    return status;
}

/* ---- Complaints ------------------------------------------------------------------------------- */

static void complain(const struct probe_function *function, DWORD level,
                     const struct failing *failing, const char *what, ULONG_PTR number)
{
    failures++;
    printf("no_memory.c: Test failed: %s %lu, request %ld%s: %s (%lu)\n", function->name, level,
           failing->number, failing->and_further ? " and further" : "", what,
           (unsigned long)number);
    fflush(stdout);
}

/* ---- One row ---------------------------------------------------------------------------------- */

/* What a row gives with everything that it asks for: the first times, and from then on. What ends
 * something finds it gone then. */
struct usual
{
    DWORD statuses[USUAL_MAX];
    size_t count;
};

static void learn_usual(const struct probe_function *function, DWORD level, struct usual *usual)
{
    while (usual->count < USUAL_MAX)
    {
        usual->statuses[usual->count++] = call(function, level, NULL);
    }
}

static BOOL is_usual(const struct usual *usual, DWORD status)
{
    for (size_t i = 0; i < usual->count; i++)
    {
        if (usual->statuses[i] == status)
        {
            return TRUE;
        }
    }
    return FALSE;
}

static BOOL is_right(const struct observation *seen)
{
    if (options.kind == REQUEST_MEMORY)
    {
        return says_no_memory(seen);
    }
    return says_no_memory(seen) || seen->result == ERROR_NO_SYSTEM_RESOURCES;
}

/* False when the call did not ask so often. */
static BOOL fail_once(const struct probe_function *function, DWORD level, struct failing failing,
                      const struct usual *usual)
{
    struct observation seen = { .failing = failing };
    DWORD status;

    rows_function_name(function, seen.function);
    make_cold();
    call(function, level, &seen);
    if (!seen.happened || seen.requests[failing.kind] < failing.number)
    {
        return FALSE;
    }
    executed++;
    requests_failed++;
    if (!is_right(&seen))
    {
        if (is_usual(usual, (DWORD)seen.result))
        {
            succeeded_without++;
            if (options.is_verbose)
            {
                printf("without: %s %lu, request %ld of %ld%s\n", function->name, level,
                       failing.number, seen.requests[failing.kind],
                       failing.and_further ? " and further" : "");
            }
        }
        else
        {
            complain(function, level, &failing, "the result is another", seen.result);
        }
    }
    if (seen.bad)
    {
        complain(function, level, &failing, seen.bad, seen.result);
    }
    status = call(function, level, NULL);
    if (!is_usual(usual, status))
    {
        complain(function, level, &failing, "the next call failed", status);
    }
    return TRUE;
}

/* The same, and nothing is left behind: what a cache keeps does not come again. */
static BOOL fail_without_leak(const struct probe_function *function, DWORD level,
                              struct failing failing, const struct usual *usual)
{
    for (int i = 0; i < LEAKS_SEEN; i++)
    {
        const LONG held = blocks_held();
        const LONG asked = blocks_asked_for();
        const LONG resources = resources_held();

        if (!fail_once(function, level, failing, usual))
        {
            return FALSE;
        }
        if (options.is_fresh || (blocks_held() <= held && resources_held() <= resources))
        {
            return TRUE;
        }
        if (i + 1 == LEAKS_SEEN)
        {
            complain(function, level, &failing, "blocks are held",
                     (ULONG_PTR)(blocks_held() - held));
            blocks_print(asked);
            printf("  resources: %ld\n", resources_held() - resources);
        }
    }
    return TRUE;
}

static void fail_each(const struct probe_function *function, const struct probe_level *row_level)
{
    const DWORD level = row_level ? row_level->level : 0;
    const unsigned int done = requests_failed;
    struct usual usual = { .count = 0 };

    learn_usual(function, level, &usual);
    for (int further = 0; further < 2; further++)
    {
        struct failing failing = { .kind = options.kind,
                                   .number = 1 + (LONG)rows_done % options.step,
                                   .and_further = further };

        while (fail_without_leak(function, level, failing, &usual))
        {
            failing.number += options.step;
            if (failing.number > REQUESTS_MAX)
            {
                complain(function, level, &failing, "requests without end", REQUESTS_MAX);
                break;
            }
        }
    }
    rows_done++;
    if (options.is_verbose)
    {
        printf("%s %lu: %u (usual: %lu)\n", function->name, level, requests_failed - done,
               usual.statuses[usual.count - 1]);
        fflush(stdout);
    }
}

/* ---- The program ------------------------------------------------------------------------------ */

static char **read_options(char **argument)
{
    for (; *argument && !strncmp(*argument, "--", 2); argument++)
    {
        if (!strcmp(*argument, "--cold"))
        {
            options.is_cold = TRUE;
        }
        else if (!strcmp(*argument, "--fresh"))
        {
            options.is_fresh = TRUE;
        }
        else if (!strcmp(*argument, "--resources"))
        {
            options.kind = REQUEST_RESOURCE;
        }
        else if (!strcmp(*argument, "--verbose"))
        {
            options.is_verbose = TRUE;
        }
        else if (!strcmp(*argument, "--step") && argument[1])
        {
            options.step = atoi(*++argument);
        }
        else
        {
            return NULL;
        }
    }
    return *argument && options.step > 0 ? argument : NULL;
}

int main(int argc, char *argv[])
{
    static WCHAR server[MAX_PATH];
    char **rest = read_options(argv + 1);

    if (!rest)
    {
        fprintf(stderr,
                "usage: no_memory.exe [--cold | --fresh] [--resources] [--step N] [--verbose] "
                "SERVER [FUNCTION]...\n");
        return 2;
    }
    MultiByteToWideChar(CP_ACP, 0, *rest, -1, server, MAX_PATH);
    probe_server = strcmp(*rest, "-") ? server : NULL;
    watch(GetModuleHandleW(L"netapi32.dll"));
    rows_visit(fail_each, rest + 1, argc - (int)(rest + 1 - argv));
    printf("%u rows, %u failed requests, %u calls did without\n", rows_done, requests_failed,
           succeeded_without);
    printf("%04lx:no_memory: %u tests executed (0 marked as todo, %u failures), 0 skipped.\n",
           GetCurrentProcessId(), executed, failures);
    return failures ? 1 : 0;
}
