/*
 * Copies that end where their memory ends, so that AddressSanitizer and valgrind see each byte
 * that is read beyond.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_EXACT_COPY_H
#define NETAPI32_TESTS_SUPPORT_EXACT_COPY_H

#include <stdlib.h>
#include <string.h>

#include "base/wire.h"
#include "support/unit.h"

/* The first `size` bytes of `data` in a block of their own; free() its data. */
static inline struct bytes exact_copy(struct bytes data, size_t size)
{
    uint8_t *copy = malloc(size ? size : 1);

    assert_non_null(copy);
    if (size)
    {
        memcpy(copy, data.data, size);
    }
    return (struct bytes){ copy, size };
}

/* Decodes; true when `message` was accepted. */
typedef bool decodes_function(struct bytes message);

/* Asserts that the message is accepted, and refused when it ends after any byte before its end. */
static inline void assert_every_truncation_is_refused(struct bytes message,
                                                      decodes_function *decodes)
{
    for (size_t size = 0; size <= message.size; size++)
    {
        struct bytes part = exact_copy(message, size);
        bool accepted = decodes(part);

        free((void *)(uintptr_t)part.data);
        if (accepted != (size == message.size))
        {
            fail_msg("%s after %zu of %zu bytes", accepted ? "accepted" : "refused", size,
                     message.size);
        }
    }
}

#endif
