/*
 * Strings as good and bad callers pass them
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * All lie in memory that cannot be written and end where it does.
 */
#ifndef NETAPI32_TESTS_CALLERS_TEXTS_H
#define NETAPI32_TESTS_CALLERS_TEXTS_H

#include <windows.h>

enum text_value
{
    TEXT_GOOD,
    TEXT_EMPTY,
    TEXT_LONGEST,        /* 32767 characters */
    TEXT_LONGEST_SERVER, /* the same behind two backslashes */
    TEXT_HIGH_SURROGATE, /* malformed: of the ANSI code page, half a character */
    TEXT_LOW_SURROGATE,
    TEXT_SIGNS, /* that no name has */
    TEXT_VALUES
};

#define TEXT_LONGEST_UNITS 32767

/* What failures call it. */
const char *text_value_name(enum text_value value);

/* The string, at an odd address if so wanted. `good`, of ASCII, is the good one; NULL is NULL. */
const void *text_value(enum text_value value, const char *good, BOOL is_ansi, BOOL is_odd);

#endif
