/*
 * The probe: each function and level of the API asked of one server, and what comes back.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "probe.h"

#include <stdio.h>

#define FAMILY_ADDRESS(name) &probe_##name,
static const struct probe_family *const families[] = { PROBE_FAMILIES(FAMILY_ADDRESS) };

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

static void for_each_function(void (*what)(const struct probe_function *function))
{
    for (size_t i = 0; i < ARRAY_SIZE(families); i++)
    {
        if (probe_is_left_out(families[i]))
        {
            continue;
        }
        for (size_t j = 0; j < families[i]->count; j++)
        {
            what(&families[i]->functions[j]);
        }
    }
}

/* ---- Levels without a row -------------------------------------------------------------------- */

static DWORD known_levels[256] = { 103, 599 }; /* which are of the wire alone */
static size_t known_count = 2;

static BOOL is_known(DWORD level)
{
    for (size_t i = 0; i < known_count; i++)
    {
        if (known_levels[i] == level)
        {
            return TRUE;
        }
    }
    return FALSE;
}

static void remember_levels(const struct probe_function *function)
{
    for (size_t i = 0; i < function->level_count && known_count < ARRAY_SIZE(known_levels); i++)
    {
        if (!is_known(function->levels[i].level))
        {
            known_levels[known_count++] = function->levels[i].level;
        }
    }
}

static BOOL has_row(const struct probe_function *function, DWORD level)
{
    for (size_t i = 0; i < function->level_count; i++)
    {
        if (function->levels[i].level == level)
        {
            return TRUE;
        }
    }
    return FALSE;
}

static void find_other_levels(const struct probe_function *function)
{
    for (size_t i = 0; i < known_count && function->levels; i++)
    {
        struct probe_answer answer = { .entries = 1 };

        if (!has_row(function, known_levels[i]) &&
            function->call(known_levels[i], &answer) != ERROR_INVALID_LEVEL)
        {
            printf("%s %lu\n", function->name, known_levels[i]);
        }
        NetApiBufferFree(answer.buffer);
    }
}

/* ---- The program ----------------------------------------------------------------------------- */

int wmain(int argc, WCHAR *argv[]);

int wmain(int argc, WCHAR *argv[])
{
    const BOOL of_levels = argc > 1 && !lstrcmpW(argv[1], L"--levels");

    if (argc > 2 + of_levels)
    {
        fprintf(stderr, "usage: probe.exe [--levels] [\\\\server]\n");
        return 2;
    }
    probe_server = argc > 1 + of_levels ? argv[1 + of_levels] : NULL;
    if (of_levels)
    {
        for_each_function(remember_levels);
        for_each_function(find_other_levels);
    }
    else
    {
        for_each_function(probe_levels);
    }
    return 0;
}
