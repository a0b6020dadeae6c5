/*
 * Calls every exported function as bad callers do, as the program of tests/callers/run
 *
 *     callers.exe [/codes] SERVER|- [FUNCTION]...
 *
 * Each parameter has each bad value (parameters.c, structures.c) while the others are good; of this
 * computer ("-") also two at a time where that costs nothing. Every call must come back, soon, with a
 * code that is documented; on failure its outputs are nothing; what it is given to read stays as it is,
 * and nothing beyond its ends is touched. All is done twice, and the second time leaves no handle and no
 * block of memory behind. /codes shows which codes came back.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include <lm.h>

#include "checks.h"
#include "held.h"
#include "parameters.h"
#include "structures.h"
#include "watch.h"

#define NAME     L"caller"
#define PASSWORD L"Caller.1"
#define GROUP    L"callers"

static const struct function functions[] = {
#include "functions.h"
};

static const char *server;
static HMODULE modules[2]; /* netutils.dll has code of its own */
static DWORD calls;

/* ---- One call -------------------------------------------------------------------------------- */

static void make_call(HMODULE module, const struct signature *signature,
                      const struct choice *choice)
{
    static struct arguments arguments;
    FARPROC function = GetProcAddress(module, signature->function->name);
    struct raw_outcome outcome;

    arguments_make(signature, choice, &arguments);
    watch_begin(signature, &arguments);
    outcome = raw_call(function, arguments.values, signature->count);
    check_outcome(signature, choice, &arguments, &outcome, watch_end());
    give_back(module, signature, choice, &arguments, &outcome);
    calls++;
}

static struct choice good_choice(void)
{
    struct choice choice = { .server = server };

    for (size_t i = 0; i < PARAMETERS_MAX; i++)
    {
        choice.same_as[i] = i;
    }
    return choice;
}

/* ---- The calls of a function ----------------------------------------------------------------- */

static void call_with_each_value(HMODULE module, const struct signature *signature,
                                 struct choice choice, size_t number)
{
    size_t count = parameter_values(signature, &choice, number);

    for (size_t i = 0; i < count; i++)
    {
        choice.values[number] = i;
        make_call(module, signature, &choice);
    }
    if (parameter_is_pointer(&signature->parameters[number]))
    {
        choice.values[number] = VALUE_NULL;
        make_call(module, signature, &choice);
        choice.values[number] = VALUE_ODD;
        make_call(module, signature, &choice);
    }
}

static size_t level_parameter(const struct signature *signature)
{
    size_t number = parameter_find(signature, PARAMETER_LEVEL);

    return number < signature->count ? number : parameter_find(signature, PARAMETER_SELECT);
}

/* Whether what is right of a parameter depends on the level. What a structure has is looked at alike
 * for all servers: for the others one level will do. */
static BOOL has_levels(const struct parameter *parameter)
{
    return !server && (parameter->kind == PARAMETER_IN || parameter->kind == PARAMETER_ROWS);
}

static BOOL can_be_of_a_server(const struct signature *signature)
{
    return parameter_find(signature, PARAMETER_SERVER) < signature->count ||
           strstr(signature->function->words, "SERVER");
}

static void call_at_each_level(HMODULE module, const struct signature *signature)
{
    struct choice choice = good_choice();
    size_t level = level_parameter(signature);

    for (size_t i = 0; i < parameter_levels(signature); i++)
    {
        if (level < signature->count)
        {
            choice.values[level] = i;
        }
        make_call(module, signature, &choice);
        for (size_t number = 0; number < signature->count; number++)
        {
            if (number != level && (!i || has_levels(&signature->parameters[number])))
            {
                call_with_each_value(module, signature, choice, number);
            }
        }
    }
    if (level < signature->count)
    {
        call_with_each_value(module, signature, good_choice(), level);
    }
}

/* Two pointers that are missing, and two outputs that are the same. */
static void call_with_pairs(HMODULE module, const struct signature *signature)
{
    for (size_t first = 0; first < signature->count; first++)
    {
        for (size_t second = first + 1; second < signature->count; second++)
        {
            struct choice choice = good_choice();

            if (parameter_is_pointer(&signature->parameters[first]) &&
                parameter_is_pointer(&signature->parameters[second]))
            {
                choice.values[first] = choice.values[second] = VALUE_NULL;
                make_call(module, signature, &choice);
            }
        }
    }
}

static void call_with_same_outputs(HMODULE module, const struct signature *signature)
{
    for (size_t first = 0; first < signature->count; first++)
    {
        for (size_t second = 0; second < signature->count; second++)
        {
            struct choice choice = good_choice();

            choice.same_as[second] = first;
            if (first != second && parameter_is_output(&signature->parameters[first]) &&
                parameter_is_output(&signature->parameters[second]) &&
                outputs_can_be_the_same(&signature->parameters[first],
                                        &signature->parameters[second]))
            {
                make_call(module, signature, &choice);
            }
        }
    }
}

static void call_function(HMODULE module, const struct function *function, BOOL is_first_time)
{
    struct signature signature;

    if (!function->words)
    {
        check(FALSE, "%s has no row in parameters.tsv", function->name);
        return;
    }
    if (!signature_read(function, &signature))
    {
        check(FALSE, "%s has a row in parameters.tsv that does not fit exports.tsv",
              function->name);
        return;
    }
    if (!server || can_be_of_a_server(&signature))
    {
        call_at_each_level(module, &signature);
    }
    if (!server)
    {
        call_with_pairs(module, &signature);
        if (is_first_time) /* which cannot give everything back */
        {
            call_with_same_outputs(module, &signature);
        }
    }
}

/* ---- All functions --------------------------------------------------------------------------- */

static BOOL is_wanted(const char *name, int count, char *names[])
{
    for (int i = 0; i < count; i++)
    {
        if (!strcmp(names[i], name))
        {
            return TRUE;
        }
    }
    return !count;
}

static void call_functions(int count, char *names[], BOOL is_first_time)
{
    for (size_t i = 0; i < ARRAYSIZE(functions); i++)
    {
        if (!is_wanted(functions[i].name, count, names))
        {
            continue;
        }
        for (size_t k = 0; k < ARRAYSIZE(modules); k++)
        {
            FARPROC function = GetProcAddress(modules[k], functions[i].name);

            if (function && (!k || function != GetProcAddress(modules[0], functions[i].name)))
            {
                call_function(modules[k], &functions[i], is_first_time);
            }
        }
    }
}

/* Those whom functions that change something change. */
static void add_accounts(void)
{
    USER_INFO_1 user = { .usri1_name = (WCHAR *)NAME,
                         .usri1_password = (WCHAR *)PASSWORD,
                         .usri1_priv = USER_PRIV_USER,
                         .usri1_flags = UF_SCRIPT };
    GROUP_INFO_0 group = { .grpi0_name = (WCHAR *)GROUP };

    if (!server)
    {
        NetUserAdd(NULL, 1, (BYTE *)&user, NULL);
        NetGroupAdd(NULL, 0, (BYTE *)&group, NULL);
    }
}

int main(int argc, char *argv[])
{
    struct held before;
    BOOL shows_codes = argc > 1 && !strcmp(argv[1], "/codes");
    int first = shows_codes ? 2 : 1;

    if (argc <= first)
    {
        fprintf(stderr, "usage: callers.exe [/codes] SERVER|- [FUNCTION]...\n");
        return 2;
    }
    server = strcmp(argv[first], "-") ? argv[first] : NULL;
    modules[0] = LoadLibraryA("netapi32.dll");
    modules[1] = LoadLibraryA("netutils.dll");
    check(structures_are_windows(), "the tables are not of Windows' structures");
    add_accounts();
    watch_start();
    raw_call_begin();
    call_functions(argc - first - 1, argv + first + 1, TRUE);
    before = held_now();
    if (!shows_codes)
        call_functions(argc - first - 1, argv + first + 1, FALSE);
    check_held(&before);
    raw_call_end();
    if (shows_codes)
    {
        show_codes();
    }
    printf("callers: %lu calls of %s\n", calls, server ? server : "this computer");
    return summarize();
}
