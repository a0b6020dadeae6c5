/*
 * UTF-16 text in the tables of tests.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_TESTS_SUPPORT_UTF16_LITERAL_H
#define NETAPI32_TESTS_SUPPORT_UTF16_LITERAL_H

#include "base/utf16.h"

/* Initializes a struct utf16_slice. */
#define U(text)                                                                                    \
    {                                                                                              \
        u"" text, sizeof(u"" text) / sizeof(uint16_t) - 1                                          \
    }

#endif
