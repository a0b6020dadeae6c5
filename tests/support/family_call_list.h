/*
 * For the files that make up the table of family_calls.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_FAMILY_CALL_LIST_H
#define NETAPI32_TESTS_SUPPORT_FAMILY_CALL_LIST_H

#include "remote/target.h"
#include "support/family_calls.h"

extern const struct family_call family_resource_calls[];
extern const size_t family_resource_calls_count;
extern const struct family_call family_computer_calls[];
extern const size_t family_computer_calls_count;
extern const struct family_call family_account_calls[];
extern const size_t family_account_calls_count;

/* What the arguments say to a function that lists. */
struct info_request family_request(const struct family_arguments *arguments);
/* The server as a target. */
struct target family_target(const struct family_arguments *arguments);
/* A caller's structure of a level, filled with this text, the numbers 1, and no bytes; good until the
 * thread's next. NULL where there is no such level. */
const void *family_structure(const struct info_family *family, uint32_t level,
                             struct utf16_slice text);

/* Text of a call. */
#define FAMILY_TEXT(text)                                                                          \
    ((struct utf16_slice){ u"" text, sizeof(u"" text) / sizeof(uint16_t) - 1 })

#endif
