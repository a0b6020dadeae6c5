/*
 * Parameters of functions: what they can be, and the arguments made of it
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * parameters.tsv has the words, and says what they mean.
 */
#ifndef NETAPI32_TESTS_CALLERS_PARAMETERS_H
#define NETAPI32_TESTS_CALLERS_PARAMETERS_H

#include <windows.h>

#include "../winetest/raw_call.h"
#include "memory.h"

#define PARAMETERS_MAX RAW_CALL_ARGUMENTS
#define WORD_BYTES     128
#define WHAT_BYTES     128

enum parameter_kind
{
    PARAMETER_SERVER,
    PARAMETER_TEXT,
    PARAMETER_IN,
    PARAMETER_ROWS,
    PARAMETER_SID,
    PARAMETER_DESCRIPTOR,
    PARAMETER_LEVEL,
    PARAMETER_SELECT,
    PARAMETER_NUMBER,
    PARAMETER_LENGTH,
    PARAMETER_COUNT,
    PARAMETER_BUFFER,
    PARAMETER_SIZE,
    PARAMETER_SIZE_POINTER,
    PARAMETER_OUT,
    PARAMETER_DWORD,
    PARAMETER_VALUE,
    PARAMETER_PARM,
    PARAMETER_RESUME,
    PARAMETER_BYTES,
    PARAMETER_OBJECT,
    PARAMETER_API,
    PARAMETER_HANDLE,
    PARAMETER_EVENT,
    PARAMETER_NCB,
};

struct parameter
{
    enum parameter_kind kind;
    BOOL is_optional;          /* NULL is allowed */
    BOOL is_ansi;              /* a string of the ANSI code page */
    BOOL is_given_back;        /* the function frees it */
    char argument[WORD_BYTES]; /* what stands behind the colon; empty if nothing does */
};

/* A function as the tables have it. */
struct function
{
    const char *name;
    const char *letters;
    const char *failure;
    const char *words;
    const char *remarks;
};

struct signature
{
    const struct function *function;
    size_t count;
    struct parameter parameters[PARAMETERS_MAX];
};

/* FALSE if a word is unknown, or if there are not as many as letters. */
BOOL signature_read(const struct function *function, struct signature *signature);

/* Values that every pointer can have; others are numbers from 0, which is good. */
#define VALUE_NULL ((size_t)-1)
#define VALUE_ODD  ((size_t)-2) /* good, at an odd address */

/* What is passed for each parameter. */
struct choice
{
    const char *server; /* NULL: this computer */
    size_t values[PARAMETERS_MAX];
    size_t same_as[PARAMETERS_MAX]; /* another parameter whose argument is passed; itself if none */
};

struct arguments
{
    ULONG_PTR values[PARAMETERS_MAX];
    struct region regions[PARAMETERS_MAX];
    char what[PARAMETERS_MAX][WHAT_BYTES];
};

/* How many levels there are, 1 if the function has none. */
size_t parameter_levels(const struct signature *signature);
/* How many values a parameter has beside VALUE_NULL and VALUE_ODD, where the others are `choice`. */
size_t parameter_values(const struct signature *signature, const struct choice *choice,
                        size_t number);
BOOL parameter_is_pointer(const struct parameter *parameter);
BOOL parameter_is_output(const struct parameter *parameter);
/* Whether a value of it is one that no function has. */
BOOL parameter_level_is_bad(const struct signature *signature, const struct choice *choice);

void arguments_make(const struct signature *signature, const struct choice *choice,
                    struct arguments *arguments);

/* The number of a parameter of that kind, or `count`. */
size_t parameter_find(const struct signature *signature, enum parameter_kind kind);

/* What an output holds before the call: nobody sets it to that. */
#define NEVER_SET 0x5a5a5a5a

#endif
