/*
 * Random values for whatever an NDR table describes.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The values keep the rules that a caller has to keep: a count is that of its array, a discriminant
 * has an arm, a level is one of its family, what is counted is there. Otherwise anything may come:
 * NULL pointers, empty arrays and strings, numbers at their edges. The same seed gives the same.
 */
#ifndef NETAPI32_TESTS_SUPPORT_NDR_VALUES_H
#define NETAPI32_TESTS_SUPPORT_NDR_VALUES_H

#include "rpc/ndr.h"

struct fuzz_input;

struct ndr_values
{
    struct arena *arena; /* what the values lie in */
    uint64_t state;      /* the seed at first */
    /* Where chance and text are read from, instead; NULL: nowhere. Behind its end there are zeros. */
    struct fuzz_input *input;
    /* Set by ndr_values_answer(): */
    bool is_answer;
    bool is_use;    /* what is filled is a SID_NAME_USE: there are few */
    uint32_t asked; /* how much the request asks about, of which answers mostly have as much */
};

/* Fills the structure of an operation's parameters, in and out, and its result. */
void ndr_values_fill(struct ndr_values *values, const struct ndr_operation *operation,
                     void *parameters);
/* Fills what comes out of an operation alone, and its result, behind a request whose parameters stand in
 * the structure: lists are of the level that was asked for, arrays as long as the request says; mostly
 * the operation has succeeded. */
void ndr_values_answer(struct ndr_values *values, const struct ndr_operation *operation,
                       void *parameters);

#endif
