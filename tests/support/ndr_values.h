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

struct ndr_values
{
    struct arena *arena; /* what the values lie in */
    uint64_t state;      /* the seed at first */
};

/* Fills the structure of an operation's parameters, in and out, and its result. */
void ndr_values_fill(struct ndr_values *values, const struct ndr_operation *operation,
                     void *parameters);

#endif
