/*
 * Every function of every family that asks a server, as one table: for tests that have to do
 * something with all of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * They are the portable functions below the exported ones. What they are about (the user alice, the
 * share files, ...) is what a server of tests/bed/smbd has.
 */
#ifndef NETAPI32_TESTS_SUPPORT_FAMILY_CALLS_H
#define NETAPI32_TESTS_SUPPORT_FAMILY_CALLS_H

#include <stdbool.h>

#include "levels/level.h"

/* What a call is made with; what it has no use for is not looked at. */
struct family_arguments
{
    struct utf16_slice server; /* without backslashes */
    uint32_t level;
    uint32_t preferred_length;
    uint32_t resume_handle;
    uint32_t number; /* whatever else there is to choose: a filter, flags, a type, an identifier */
    /* Of calls that log on as somebody */
    struct utf16_slice user;
    struct utf16_slice password;
};

/* What came back; to be released with family_result_free(). */
struct family_result
{
    struct info_answer answer; /* of a single structure the buffer, with one entry */
    void *second;              /* a second block */
};

enum family_gives
{
    FAMILY_GIVES_NOTHING,   /* a status, or numbers */
    FAMILY_GIVES_LIST,      /* structures of the level, which may be none */
    FAMILY_GIVES_STRUCTURE, /* one structure of the level */
    FAMILY_GIVES_BLOCK,     /* a block that no table describes, or two */
};

struct family_call
{
    const char *name;                 /* of the exported function, with what it is made for */
    const struct info_family *levels; /* that it can be made at; NULL: it has none */
    enum family_gives gives;
    uint32_t (*make)(const struct family_arguments *arguments, struct family_result *result);
};

size_t family_call_count(void);
const struct family_call *family_call_at(size_t index);

/* The level at `index` of those that a call can be made at, counted round; 0 where there is none. */
uint32_t family_level(const struct family_call *call, size_t index);
/* Makes a call: *result is set whatever comes of it. */
uint32_t family_call_make(const struct family_call *call, const struct family_arguments *arguments,
                          struct family_result *result);
/* Whether that is an answer: ERROR_SUCCESS, or ERROR_MORE_DATA of a list. */
bool family_is_answer(uint32_t status);
/* What is wrong with a result by the promises that hold for all functions, for people; NULL: nothing.
 * After a failure there is nothing in it; what is in a block, and all that points into it, is inside,
 * and every text is terminated there. */
const char *family_result_fault(const struct family_call *call,
                                const struct family_arguments *arguments, uint32_t status,
                                const struct family_result *result);
void family_result_free(struct family_result *result);

#endif
