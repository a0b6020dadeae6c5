/*
 * What an NDR table describes, as JSON.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Members are in the order of the table and have its names. NULL is null; bytes are a list of
 * numbers; SIDs, GUIDs and context handles are hexadecimal text.
 */
#ifndef NETAPI32_TESTS_SUPPORT_NDR_DUMP_H
#define NETAPI32_TESTS_SUPPORT_NDR_DUMP_H

#include "rpc/ndr.h"

/* Adds the parameters that go in a direction, and the result to those that come out. Only values
 * that ndr_encode() takes. */
void ndr_dump(const struct ndr_operation *operation, enum ndr_direction direction,
              const void *parameters, struct writer *text);

#endif
