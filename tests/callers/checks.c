/*
 * What every call has to do, and what it must leave behind: nothing
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#define WIN32_NO_STATUS
#include <windows.h>
#undef WIN32_NO_STATUS
#include <ntstatus.h>

#include "checks.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lm.h>

#include "watch.h"

#define SLOW         10000 /* milliseconds */
#define FAILURES_MAX 200   /* that are shown */
#define CODES_MAX    2000

static DWORD tests;
static DWORD failures;

static void fail(const struct signature *signature, const struct arguments *arguments,
                 const char *format, ...) __attribute__((format(printf, 3, 4)));

BOOL check(BOOL condition, const char *format, ...)
{
    va_list list;

    tests++;
    if (!condition)
    {
        failures++;
        printf("callers: Test failed: ");
        va_start(list, format);
        vprintf(format, list);
        va_end(list);
        printf("\n");
        fflush(stdout);
    }
    return condition;
}

static void fail(const struct signature *signature, const struct arguments *arguments,
                 const char *format, ...)
{
    va_list list;

    if (failures++ >= FAILURES_MAX)
    {
        return;
    }
    printf("callers: Test failed: ");
    print_call(signature, arguments);
    printf(": ");
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
    printf("\n");
    fflush(stdout);
}

/* ---- Results --------------------------------------------------------------------------------- */

enum result_kind
{
    RESULT_WIN32,
    RESULT_NTSTATUS,
    RESULT_BOOL,
    RESULT_POINTER,
    RESULT_BYTE,
    RESULT_ANY,
};

static enum result_kind result_kind(const struct function *function)
{
    if (strstr(function->remarks, "any") || !strcmp(function->failure, "void"))
    {
        return RESULT_ANY;
    }
    if (!strncmp(function->failure, "STATUS_", 7) || !strncmp(function->failure, "E_", 2))
    {
        return RESULT_NTSTATUS;
    }
    if (!strncmp(function->failure, "0x", 2))
    {
        return RESULT_BYTE;
    }
    return !strcmp(function->failure, "FALSE")  ? RESULT_BOOL
           : !strcmp(function->failure, "NULL") ? RESULT_POINTER
                                                : RESULT_WIN32;
}

static BOOL has_failed(const struct signature *signature, const struct raw_outcome *outcome)
{
    if (outcome->exception)
    {
        return TRUE;
    }
    switch (result_kind(signature->function))
    {
    case RESULT_WIN32: return (DWORD)outcome->result != ERROR_SUCCESS;
    case RESULT_NTSTATUS: return (LONG)outcome->result < 0;
    case RESULT_BYTE: return (BYTE)outcome->result != 0;
    case RESULT_BOOL:
    case RESULT_POINTER: return !outcome->result;
    case RESULT_ANY: return FALSE;
    }
    return FALSE;
}

/* There is more than was given out, or than fits. */
static BOOL says_more(const struct raw_outcome *outcome)
{
    return !outcome->exception && ((DWORD)outcome->result == ERROR_MORE_DATA ||
                                   (DWORD)outcome->result == NERR_BufTooSmall ||
                                   (DWORD)outcome->result == ERROR_INSUFFICIENT_BUFFER);
}

/* ---- Codes ----------------------------------------------------------------------------------- */

static struct
{
    const char *function;
    DWORD code;
    DWORD count;
    DWORD milliseconds;
} codes[CODES_MAX];
static size_t codes_count;

static void count_code(const char *function, DWORD code, DWORD milliseconds)
{
    for (size_t i = codes_count; i > 0 && !strcmp(codes[i - 1].function, function); i--)
    {
        if (codes[i - 1].code == code)
        {
            codes[i - 1].count++;
            codes[i - 1].milliseconds += milliseconds;
            return;
        }
    }
    if (codes_count < CODES_MAX)
    {
        codes[codes_count].function = function;
        codes[codes_count].code = code;
        codes[codes_count].milliseconds = milliseconds;
        codes[codes_count++].count = 1;
    }
}

void show_codes(void)
{
    for (size_t i = 0; i < codes_count; i++)
    {
        printf("%s\t%lu\t%lu\t%lu\n", codes[i].function, codes[i].code, codes[i].count,
               codes[i].milliseconds);
    }
}

/* ---- Outputs --------------------------------------------------------------------------------- */

static void check_output(const struct signature *signature, const struct arguments *arguments,
                         size_t number)
{
    const void *place = (const void *)arguments->values[number];
    void *pointer = NULL;
    DWORD value = 0;

    switch (signature->parameters[number].kind)
    {
    case PARAMETER_OUT:
        memcpy(&pointer, place, sizeof(pointer));
        if (pointer)
        {
            fail(signature, arguments, "failed and left argument %u %p", (unsigned int)number + 1,
                 pointer);
        }
        break;
    case PARAMETER_DWORD:
        memcpy(&value, place, sizeof(value));
        if (value)
        {
            fail(signature, arguments, "failed and left argument %u %#lx", (unsigned int)number + 1,
                 value);
        }
        break;
    default: break;
    }
}

/* After success no output is as it was before the call. */
static void check_is_set(const struct signature *signature, const struct arguments *arguments,
                         size_t number)
{
    DWORD value = 0;

    memcpy(&value, (const void *)arguments->values[number], sizeof(value));
    if (value == NEVER_SET)
    {
        fail(signature, arguments, "succeeded and did not set argument %u",
             (unsigned int)number + 1);
    }
}

static BOOL is_aliased(const struct signature *signature, const struct choice *choice)
{
    for (size_t i = 0; i < signature->count; i++)
    {
        if (choice->same_as[i] != i)
        {
            return TRUE;
        }
    }
    return FALSE;
}

static void check_outputs(const struct signature *signature, const struct choice *choice,
                          const struct arguments *arguments, const struct raw_outcome *outcome)
{
    for (size_t i = 0; i < signature->count; i++)
    {
        const struct parameter *parameter = &signature->parameters[i];

        if (!arguments->values[i] || is_aliased(signature, choice) ||
            (parameter->kind != PARAMETER_OUT && parameter->kind != PARAMETER_DWORD))
        {
            continue;
        }
        if (has_failed(signature, outcome) && !says_more(outcome))
        {
            check_output(signature, arguments, i);
        }
        else
        {
            check_is_set(signature, arguments, i);
        }
    }
}

/* Nothing is written in front of a block, and behind it lies a page that cannot be touched. */
static void check_regions(const struct signature *signature, const struct arguments *arguments)
{
    for (size_t i = 0; i < signature->count; i++)
    {
        const struct region *region = &arguments->regions[i];

        if (arguments->values[i] == (ULONG_PTR)region->block && region->block &&
            region_is_soiled(region))
        {
            fail(signature, arguments, "wrote in front of argument %u", (unsigned int)i + 1);
        }
    }
}

/* ---- What calls with such arguments must not answer ------------------------------------------ */

static BOOL is_required(const struct parameter *parameter)
{
    switch (parameter->kind)
    {
    case PARAMETER_OUT:
    case PARAMETER_DWORD:
    case PARAMETER_IN:
    case PARAMETER_ROWS:
    case PARAMETER_SID:
    case PARAMETER_DESCRIPTOR:
    case PARAMETER_BUFFER:
    case PARAMETER_SIZE_POINTER:
    case PARAMETER_VALUE:
    case PARAMETER_NCB: return !parameter->is_optional;
    case PARAMETER_TEXT: return !parameter->is_optional && parameter->argument[0];
    default: return FALSE;
    }
}

/* A name that is missing may also be one that is not found. */
static BOOL is_name(const struct parameter *parameter)
{
    return parameter->kind == PARAMETER_TEXT || parameter->kind == PARAMETER_SID;
}

/* As Microsoft's documentation has it of arguments that are missing. */
static BOOL says_missing(const struct signature *signature, const struct raw_outcome *outcome)
{
    switch (result_kind(signature->function))
    {
    case RESULT_WIN32:
        return (DWORD)outcome->result == ERROR_INVALID_PARAMETER ||
               (DWORD)outcome->result == RPC_X_NULL_REF_POINTER;
    case RESULT_NTSTATUS:
        return (DWORD)outcome->result == (DWORD)STATUS_INVALID_PARAMETER ||
               (DWORD)outcome->result == (DWORD)E_INVALIDARG;
    default: return has_failed(signature, outcome);
    }
}

static BOOL says_bad_level(const struct signature *signature, const struct raw_outcome *outcome)
{
    return result_kind(signature->function) == RESULT_NTSTATUS
               ? (DWORD)outcome->result == (DWORD)STATUS_INVALID_LEVEL
               : (DWORD)outcome->result == ERROR_INVALID_LEVEL;
}

static void check_refused(const struct signature *signature, const struct choice *choice,
                          const struct arguments *arguments, const struct raw_outcome *outcome)
{
    if (result_kind(signature->function) == RESULT_ANY)
    {
        return;
    }
    for (size_t i = 0; i < signature->count; i++)
    {
        if (choice->values[i] == VALUE_NULL && is_required(&signature->parameters[i]) &&
            !(is_name(&signature->parameters[i]) ? has_failed(signature, outcome)
                                                 : says_missing(signature, outcome)))
        {
            fail(signature, arguments, "without argument %u: %lu", (unsigned int)i + 1,
                 (DWORD)outcome->result);
        }
    }
    if (parameter_level_is_bad(signature, choice) && !says_bad_level(signature, outcome))
    {
        fail(signature, arguments, "at a level that there is not: %lu", (DWORD)outcome->result);
    }
}

void check_outcome(const struct signature *signature, const struct choice *choice,
                   const struct arguments *arguments, const struct raw_outcome *outcome,
                   DWORD milliseconds)
{
    tests++;
    if (outcome->exception)
    {
        fail(signature, arguments, "crashed with %#lx at %p, touching %p", outcome->exception,
             outcome->place, outcome->touched);
        return;
    }
    count_code(signature->function->name, (DWORD)outcome->result, milliseconds);
    if (outcome->popped != signature->count * 4)
    {
        fail(signature, arguments, "took %u bytes off the stack", (unsigned int)outcome->popped);
    }
    if (milliseconds > SLOW)
    {
        fail(signature, arguments, "took %lu ms", milliseconds);
    }
    check_regions(signature, arguments);
    check_outputs(signature, choice, arguments, outcome);
    check_refused(signature, choice, arguments, outcome);
}

BOOL outputs_can_be_the_same(const struct parameter *first, const struct parameter *second)
{
    BOOL first_is_wide = first->kind == PARAMETER_OUT || first->argument[0] == '*';
    BOOL second_is_wide = second->kind == PARAMETER_OUT || second->argument[0] == '*';

    return first_is_wide || !second_is_wide;
}

/* ---- Giving back ----------------------------------------------------------------------------- */

/* Calls a function of one argument. */
static void call_one(HMODULE module, const char *name, void *argument)
{
    void(WINAPI * function)(void *) = (void(WINAPI *)(void *))(void *)GetProcAddress(module, name);

    function(argument);
}

static void give_back_output(HMODULE module, const struct signature *signature,
                             const struct arguments *arguments, size_t number)
{
    const char *how = signature->parameters[number].argument;
    void *pointer = NULL;

    memcpy(&pointer, (const void *)arguments->values[number], sizeof(pointer));
    if (!pointer)
    {
        return;
    }
    if (!strcmp(how, "dc-list"))
    {
        call_one(module, "DsGetDcCloseW", pointer);
    }
    else if (!strcmp(how, "handle"))
    {
        CloseHandle(pointer);
    }
    else if (!strcmp(how, "local"))
    {
        LocalFree(pointer);
    }
    else if (!strcmp(how, "validate"))
    {
        call_one(module, "NetValidatePasswordPolicyFree", &pointer);
    }
    else if (NetApiBufferFree(pointer))
    {
        fail(signature, arguments, "argument %u is no API buffer", (unsigned int)number + 1);
    }
}

/* "undo FUNCTION TEXT" */
static void undo(HMODULE module, const struct signature *signature,
                 const struct arguments *arguments)
{
    WCHAR text[32] = L"";
    char name[64] = "";
    char narrow[32] = "";
    DWORD(WINAPI * function)(const void *, const WCHAR *) = NULL;

    if (sscanf(signature->function->remarks, "undo %63s %31s", name, narrow) == 2)
    {
        MultiByteToWideChar(CP_ACP, 0, narrow, -1, text, ARRAYSIZE(text));
        function =
            (DWORD(WINAPI *)(const void *, const WCHAR *))(void *)GetProcAddress(module, name);
        function((const void *)arguments->values[0], text);
    }
}

void give_back(HMODULE module, const struct signature *signature, const struct choice *choice,
               const struct arguments *arguments, const struct raw_outcome *outcome)
{
    BOOL failed = has_failed(signature, outcome) && !says_more(outcome);

    if (outcome->exception)
    {
        return;
    }
    for (size_t i = 0; i < signature->count; i++)
    {
        const struct parameter *parameter = &signature->parameters[i];

        if (parameter->kind == PARAMETER_OUT && arguments->values[i] && !failed &&
            !is_aliased(signature, choice))
        {
            give_back_output(module, signature, arguments, i);
        }
        if (parameter->kind == PARAMETER_API && arguments->values[i] && choice->values[i] != 1 &&
            (failed || !parameter->is_given_back))
        {
            NetApiBufferFree((void *)arguments->values[i]);
        }
    }
    if (result_kind(signature->function) == RESULT_POINTER && outcome->result)
    {
        NetApiBufferFree((void *)outcome->result);
    }
    if (!failed)
    {
        undo(module, signature, arguments);
    }
}

int summarize(void)
{
    printf("%04lx:callers: %lu tests executed (0 marked as todo, %lu failures), 0 skipped.\n",
           GetCurrentProcessId(), tests, failures);
    return failures != 0;
}
