/*
 * Text that grows: output is put together here and written in one piece.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_TEXT_H
#define NETADMIN_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <windows.h>

/* Starts as { 0 }, ends with text_free(). */
struct text
{
    WCHAR *units; /* UTF-16, not terminated */
    size_t length;
    size_t capacity;
};

void text_free(struct text *text);

void text_append(struct text *text, const WCHAR *string);
void text_append_units(struct text *text, const WCHAR *units, size_t count);
void text_append_unit(struct text *text, WCHAR unit);
void text_append_spaces(struct text *text, size_t count);

/* As wprintf(), with these conversions: %ls wide strings, %s ASCII; %lu %lx DWORDs, %ld LONGs, %u %x %d
 * (unsigned) int, %llu %llx %lld 64 bits, %zu sizes; %lc WCHARs; with a width, 0 or - before it. */
void text_append_format(struct text *text, const WCHAR *format, ...);
void text_append_format_list(struct text *text, const WCHAR *format, va_list arguments);

/* Would this unit act on a terminal instead of showing (control characters, what changes the direction, what
 * hides) or break a line? What joins letters, as some scripts need it, does not. */
bool unit_is_control(WCHAR unit);

/* Does a surrogate pair start here? */
bool units_are_pair(const WCHAR *string);

/* Appends a string that others have chosen, with '?' for each control character. */
void text_append_visible(struct text *text, const WCHAR *string);

#endif
