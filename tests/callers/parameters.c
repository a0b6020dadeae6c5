/*
 * Parameters of functions: what they can be, and the arguments made of it
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "parameters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lmcons.h>
#include <lmapibuf.h>
#include <nb30.h>

#include "structures.h"
#include "texts.h"

static const DWORD bad_levels[] = { 9999, 0x10001, 0x7fffffff, 0x80000000, 0xffffffff };
static const DWORD bad_numbers[] = { 0, 1, 2, 0x7fffffff, 0x80000000, 0xffffffff };
static const DWORD lengths[] = { MAX_PREFERRED_LENGTH, 0, 1, 0x7fffffff };
static const DWORD counts[] = { 1, 0, 3, 0xffffffff /* of none */ };
static const DWORD resume_handles[] = { 0, 1, 0x7badf00d, 0x80000000, 0xffffffff };
static const ULONG_PTR events[] = { 0, (ULONG_PTR)-1, 0x7ffffff8, 3 };

/* Commands that wait for nobody as they are passed here, and one that there is not. */
static const BYTE commands[] = { NCBENUM,   NCBRESET,  NCBASTAT,     NCBSSTAT, NCBCANCEL,
                                 NCBSEND,   NCBHANGUP, NCBCHAINSEND, NCBRECV,  NCBDELNAME,
                                 NCBACTION, 0x00,      0x7f };
static const struct
{
    BOOL has_buffer;
    WORD length;
} ncb_buffers[] = { { FALSE, 0 }, { FALSE, 0xffff }, { TRUE, 0 },  { TRUE, 1 },
                    { TRUE, 60 }, { TRUE, 255 },     { TRUE, 600 } };

/* ---- Numbers on which other parameters depend ------------------------------------------------ */

static size_t find_level(const struct signature *signature)
{
    size_t number = parameter_find(signature, PARAMETER_LEVEL);

    return number < signature->count ? number : parameter_find(signature, PARAMETER_SELECT);
}

static size_t count_list(const char *list)
{
    size_t count = 1;

    for (; *list; list++)
    {
        count += *list == ',';
    }
    return count;
}

size_t parameter_levels(const struct signature *signature)
{
    size_t number = find_level(signature);

    return number < signature->count ? count_list(signature->parameters[number].argument) : 1;
}

static DWORD level_of(const struct parameter *parameter, size_t value)
{
    const char *list = parameter->argument;

    if (value >= count_list(list))
    {
        return bad_levels[value - count_list(list)];
    }
    while (value--)
    {
        list = strchr(list, ',') + 1;
    }
    return strtoul(list, NULL, 10);
}

BOOL parameter_level_is_bad(const struct signature *signature, const struct choice *choice)
{
    size_t number = parameter_find(signature, PARAMETER_LEVEL);

    return number < signature->count &&
           choice->values[number] >= count_list(signature->parameters[number].argument);
}

static const struct structure *structure_of(const struct signature *signature,
                                            const struct choice *choice, const char *kind)
{
    size_t number = find_level(signature);
    const struct structure *structure =
        structure_find(kind, number < signature->count
                                 ? level_of(&signature->parameters[number], choice->values[number])
                                 : 0);

    return structure ? structure : structure_first(kind);
}

static DWORD count_of(const struct signature *signature, const struct choice *choice)
{
    size_t number = parameter_find(signature, PARAMETER_COUNT);

    return number < signature->count ? counts[choice->values[number]] : 1;
}

/* Sizes of the buffer: as it should be, and too small. */
static DWORD size_of(const struct signature *signature, const struct choice *choice)
{
    size_t buffer = parameter_find(signature, PARAMETER_BUFFER);
    size_t size = parameter_find(signature, PARAMETER_SIZE);
    DWORD good = (DWORD)atoi(signature->parameters[buffer].argument);
    size_t value = 0;

    if (size == signature->count)
    {
        size = parameter_find(signature, PARAMETER_SIZE_POINTER);
    }
    value = choice->values[size];
    switch (value == VALUE_NULL || value == VALUE_ODD ? 0 : value)
    {
    case 1: return 0;
    case 2: return 2;
    case 3: return good - 2;
    case 4: return signature->parameters[size].kind == PARAMETER_SIZE ? 1 : 4;
    case 5: return good * 4;
    default: return good;
    }
}

#define SIZES 6

/* ---- Values ---------------------------------------------------------------------------------- */

BOOL parameter_is_pointer(const struct parameter *parameter)
{
    switch (parameter->kind)
    {
    case PARAMETER_LEVEL:
    case PARAMETER_SELECT:
    case PARAMETER_NUMBER:
    case PARAMETER_LENGTH:
    case PARAMETER_COUNT:
    case PARAMETER_SIZE:
    case PARAMETER_HANDLE:
    case PARAMETER_EVENT: return FALSE;
    default: return TRUE;
    }
}

BOOL parameter_is_output(const struct parameter *parameter)
{
    switch (parameter->kind)
    {
    case PARAMETER_OUT:
    case PARAMETER_DWORD:
    case PARAMETER_VALUE:
    case PARAMETER_PARM:
    case PARAMETER_RESUME: return TRUE;
    default: return FALSE;
    }
}

size_t parameter_values(const struct signature *signature, const struct choice *choice,
                        size_t number)
{
    const struct parameter *parameter = &signature->parameters[number];

    switch (parameter->kind)
    {
    case PARAMETER_SERVER: return choice->server ? 1 : TEXT_VALUES;
    case PARAMETER_TEXT: return TEXT_VALUES;
    case PARAMETER_IN:
    case PARAMETER_ROWS:
        return structure_variants(structure_of(signature, choice, parameter->argument));
    case PARAMETER_SID: return STRUCTURE_SIDS;
    case PARAMETER_DESCRIPTOR: return STRUCTURE_DESCRIPTORS;
    case PARAMETER_LEVEL: return count_list(parameter->argument) + ARRAYSIZE(bad_levels);
    case PARAMETER_SELECT: return count_list(parameter->argument);
    case PARAMETER_NUMBER: return 1 + ARRAYSIZE(bad_numbers);
    case PARAMETER_LENGTH: return ARRAYSIZE(lengths);
    case PARAMETER_COUNT: return ARRAYSIZE(counts);
    case PARAMETER_SIZE:
    case PARAMETER_SIZE_POINTER: return SIZES;
    case PARAMETER_RESUME: return ARRAYSIZE(resume_handles);
    case PARAMETER_VALUE: return 1 + ARRAYSIZE(bad_numbers);
    case PARAMETER_API: return 2;
    case PARAMETER_EVENT: return ARRAYSIZE(events);
    case PARAMETER_NCB: return ARRAYSIZE(commands) * ARRAYSIZE(ncb_buffers);
    default: return 1;
    }
}

/* ---- Arguments ------------------------------------------------------------------------------- */

/* One argument that is being made. */
struct making
{
    const struct signature *signature;
    const struct choice *choice;
    const struct parameter *parameter;
    struct region *region;
    size_t value; /* of those that the kind has */
    size_t gap;   /* 1 for an odd address */
    char *what;
};

static void *open_filled(const struct making *making, size_t size, BYTE filler)
{
    void *block = region_open(making->region, size, making->gap);

    memset(block, filler, size);
    return block;
}

static const void *make_text(const struct making *making)
{
    const char *good = making->parameter->argument[0] ? making->parameter->argument : NULL;
    char of_server[WORD_BYTES];

    if (making->parameter->kind == PARAMETER_SERVER)
    {
        good = making->choice->server;
    }
    else if (good && !strncmp(good, "\\\\SERVER", 8))
    {
        snprintf(of_server, sizeof(of_server), "%s%s",
                 making->choice->server ? making->choice->server : "\\\\localhost", good + 8);
        good = of_server;
    }
    if (making->gap && !good)
    {
        good = "odd";
    }
    snprintf(making->what, WHAT_BYTES, "%s%s", text_value_name((enum text_value)making->value),
             making->gap ? ", at an odd address" : "");
    return text_value((enum text_value)making->value, good, making->parameter->is_ansi,
                      making->gap != 0);
}

/* The first is as `value` says, the others are good. */
static const void *make_rows(const struct making *making, DWORD count)
{
    const struct structure *structure =
        structure_of(making->signature, making->choice, making->parameter->argument);
    char good[WHAT_BYTES];
    BYTE *rows = NULL;

    if (count == 0xffffffff)
    {
        snprintf(making->what, WHAT_BYTES, "NULL");
        return NULL;
    }
    rows = open_filled(making, structure->size * count, 0);
    for (DWORD i = 0; i < count; i++)
    {
        structure_make(structure, i ? 0 : making->value, rows + i * structure->size,
                       i ? good : making->what, WHAT_BYTES);
    }
    region_lock(making->region);
    return rows;
}

static const void *make_ncb(const struct making *making)
{
    static const BYTE name[NCBNAMSZ] = "*";
    size_t command = making->value / ARRAYSIZE(ncb_buffers);
    size_t buffer = making->value % ARRAYSIZE(ncb_buffers);
    static struct region buffers;
    NCB ncb = { .ncb_command = commands[command] };

    ncb.ncb_length = ncb_buffers[buffer].length;
    if (ncb_buffers[buffer].has_buffer)
    {
        ncb.ncb_buffer = region_open(&buffers, ncb.ncb_length, 0);
    }
    memcpy(ncb.ncb_callname, name, sizeof(name));
    memcpy(open_filled(making, sizeof(ncb), 0), &ncb, sizeof(ncb));
    snprintf(making->what, WHAT_BYTES, "of command %#x with %s buffer of %u bytes",
             commands[command], ncb.ncb_buffer ? "a" : "no", ncb.ncb_length);
    return making->region->block;
}

static const void *make_number_at(const struct making *making, DWORD number, size_t size)
{
    ULONG_PTR value = number;

    memcpy(open_filled(making, size, 0), &value, size);
    snprintf(making->what, WHAT_BYTES, "%#lx", number);
    return making->region->block;
}

/* A buffer of the API's, or memory that is none. */
static const void *make_api_buffer(const struct making *making)
{
    static const BYTE foreign[64];
    void *buffer = NULL;

    snprintf(making->what, WHAT_BYTES, making->value ? "of somebody else" : "good");
    if (making->value)
    {
        return memory_constant(foreign, sizeof(foreign), 0);
    }
    NetApiBufferAllocate(64, &buffer);
    return buffer;
}

static DWORD number_of(const struct making *making)
{
    return making->value ? bad_numbers[making->value - 1]
                         : strtoul(making->parameter->argument, NULL, 0);
}

static ULONG_PTR say_number(const struct making *making, ULONG_PTR number)
{
    snprintf(making->what, WHAT_BYTES, "%#llx", (unsigned long long)number);
    return number;
}

static const void *say(const struct making *making, const void *pointer, const char *what)
{
    snprintf(making->what, WHAT_BYTES, "%s%s", what, making->gap ? ", at an odd address" : "");
    return pointer;
}

static const void *make_pointer(const struct making *making)
{
    const struct parameter *parameter = making->parameter;
    const DWORD count = count_of(making->signature, making->choice);
    const char *what = "";
    const void *pointer = NULL;

    switch (parameter->kind)
    {
    case PARAMETER_SERVER:
    case PARAMETER_TEXT: return make_text(making);
    case PARAMETER_IN: return make_rows(making, 1);
    case PARAMETER_ROWS: return make_rows(making, count);
    case PARAMETER_NCB: return make_ncb(making);
    case PARAMETER_API: return make_api_buffer(making);
    case PARAMETER_RESUME:
        return make_number_at(making, resume_handles[making->value],
                              parameter->argument[0] ? sizeof(DWORD_PTR) : sizeof(DWORD));
    case PARAMETER_VALUE: return make_number_at(making, number_of(making), sizeof(DWORD));
    case PARAMETER_SIZE_POINTER:
        return make_number_at(making, size_of(making->signature, making->choice) / 2,
                              sizeof(DWORD));
    case PARAMETER_SID:
        pointer = structure_sid(making->value, &what);
        return say(making, pointer, what);
    case PARAMETER_DESCRIPTOR:
        pointer = structure_descriptor(making->value, &what);
        return say(making, pointer, what);
    case PARAMETER_BUFFER:
        return say(making, open_filled(making, size_of(making->signature, making->choice), 0x5a),
                   "exact");
    case PARAMETER_OBJECT: return say(making, open_filled(making, sizeof(void *), 0), "good");
    case PARAMETER_BYTES:
        return say(making,
                   open_filled(making,
                               parameter->argument[0] >= '0' && parameter->argument[0] <= '9'
                                   ? (size_t)atoi(parameter->argument)
                                   : structure_first(parameter->argument)->size,
                               0x5a),
                   "good");
    case PARAMETER_OUT: return say(making, open_filled(making, sizeof(void *), 0x5a), "good");
    default: return say(making, open_filled(making, sizeof(DWORD), 0x5a), "good");
    }
}

static ULONG_PTR make_number(const struct making *making)
{
    switch (making->parameter->kind)
    {
    case PARAMETER_LEVEL:
    case PARAMETER_SELECT: return say_number(making, level_of(making->parameter, making->value));
    case PARAMETER_LENGTH: return say_number(making, lengths[making->value]);
    case PARAMETER_COUNT: return say_number(making, counts[making->value]);
    case PARAMETER_SIZE: return say_number(making, size_of(making->signature, making->choice));
    case PARAMETER_HANDLE: return say_number(making, 0);
    case PARAMETER_EVENT: return say_number(making, events[making->value]);
    default: return say_number(making, number_of(making));
    }
}

void arguments_make(const struct signature *signature, const struct choice *choice,
                    struct arguments *arguments)
{
    memset(arguments->values, 0, sizeof(arguments->values));
    for (size_t i = 0; i < signature->count; i++)
    {
        size_t value = choice->values[i];
        const struct making making = {
            .signature = signature,
            .choice = choice,
            .parameter = &signature->parameters[i],
            .region = &arguments->regions[i],
            .value = value == VALUE_NULL || value == VALUE_ODD ? 0 : value,
            .gap = value == VALUE_ODD ? 1 : 0,
            .what = arguments->what[i],
        };

        if (value == VALUE_NULL)
        {
            snprintf(making.what, WHAT_BYTES, "NULL");
        }
        else
        {
            arguments->values[i] = parameter_is_pointer(making.parameter)
                                       ? (ULONG_PTR)make_pointer(&making)
                                       : make_number(&making);
        }
    }
    for (size_t i = 0; i < signature->count; i++)
    {
        if (choice->same_as[i] != i)
        {
            arguments->values[i] = arguments->values[choice->same_as[i]];
            snprintf(arguments->what[i], WHAT_BYTES, "the same as argument %u",
                     (unsigned int)choice->same_as[i] + 1);
        }
    }
}
