/*
 * UTF-8 of UTF-16.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_UTF8_H
#define NETADMIN_UTF8_H

#include <stddef.h>

#include "base/text.h"

/* The text as UTF-8, terminated, with U+FFFD for each half of a surrogate pair that has no other
 * half; `length` (or NULL) takes its length without the end. To be freed with free(). */
char *utf8_make(const struct text *text, size_t *length);

#endif
