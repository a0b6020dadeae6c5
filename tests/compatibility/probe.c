/*
 * The probe: each function and level of the API asked of one server, and what comes back.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "probe.h"

#include <stdio.h>

WCHAR *probe_server;

#define FAMILY_ADDRESS(name) &probe_##name,
static const struct probe_family *const families[] = { PROBE_FAMILIES(FAMILY_ADDRESS) };

WCHAR *probe_variable(const WCHAR *name, const WCHAR *otherwise)
{
    static WCHAR values[4][MAX_PATH];
    static unsigned int next;
    WCHAR *value = values[next++ % ARRAY_SIZE(values)];

    if (!GetEnvironmentVariableW(name, value, ARRAY_SIZE(values[0])))
    {
        lstrcpynW(value, otherwise, ARRAY_SIZE(values[0]));
    }
    return value;
}

/* Flushed: the debug channel writes to the same file. */
static void print_row(const struct probe_function *function, const struct probe_level *level,
                      DWORD status, const char *bad, BOOL is_empty)
{
    if (level)
    {
        printf("%s\t%lu\t", function->name, level->level);
    }
    else
    {
        printf("%s\t-\t", function->name);
    }
    printf("%lu\t%s%s\n", status, bad ? "BAD: " : "", bad ? bad : is_empty ? "empty" : "");
    fflush(stdout);
}

static void probe(const struct probe_function *function, const struct probe_level *level)
{
    struct probe_answer answer = { .entries = 1 };
    DWORD status = function->call(level ? level->level : 0, &answer);
    const char *bad = answer.bad;

    if (!bad && status && answer.buffer)
    {
        bad = "a buffer after a failure";
    }
    if (!bad && !status && level && level->members)
    {
        bad = probe_check(level, &answer);
    }
    print_row(function, level, status, bad, !status && !answer.entries);
    NetApiBufferFree(answer.buffer);
}

static void probe_levels(const struct probe_function *function)
{
    for (size_t i = 0; i < function->level_count; i++)
    {
        probe(function, &function->levels[i]);
    }
    if (!function->levels)
    {
        probe(function, NULL);
    }
}

int wmain(int argc, WCHAR *argv[]);

int wmain(int argc, WCHAR *argv[])
{
    if (argc > 2)
    {
        fprintf(stderr, "usage: probe.exe [\\\\server]\n");
        return 2;
    }
    probe_server = argc > 1 ? argv[1] : NULL;
    for (size_t i = 0; i < ARRAY_SIZE(families); i++)
    {
        for (size_t j = 0; j < families[i]->count; j++)
        {
            probe_levels(&families[i]->functions[j]);
        }
    }
    return 0;
}
