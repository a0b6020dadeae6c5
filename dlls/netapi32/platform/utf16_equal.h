/*
 * Text compared without case, which the system knows (platform_upcase()).
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_PLATFORM_UTF16_EQUAL_H
#define NETAPI32_PLATFORM_UTF16_EQUAL_H

#include <stdbool.h>

#include "base/utf16.h"

/* Unit by unit; an absent string equals an empty one. */
bool utf16_equal(struct utf16_slice a, struct utf16_slice b);
bool utf16_equal_ascii(struct utf16_slice a, const char *b);
/* Whether `text` begins with all of `prefix`. */
bool utf16_begins_with(struct utf16_slice text, struct utf16_slice prefix);

#endif
