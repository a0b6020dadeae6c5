/*
 * Text that grows, and strings of UTF-16.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_TEXT_H
#define SHAREDFOLDERS_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

/* Starts as { 0 }, ends with text_free(). Once something was appended there is a terminator behind
 * it, which the length does not count. */
struct text
{
    char16_t *units;
    size_t length;
    size_t capacity;
};

void text_free(struct text *text);

/* The text so far; "" where nothing was appended. Lives until the next append. */
const char16_t *text_string(const struct text *text);

void text_append(struct text *text, const char16_t *string);
void text_append_units(struct text *text, const char16_t *units, size_t count);
void text_append_unit(struct text *text, char16_t unit);
/* In decimal. */
void text_append_number(struct text *text, uint32_t number);
/* In hexadecimal, of at least that many digits. */
void text_append_hexadecimal(struct text *text, uint32_t number, unsigned digits);
/* "1 file", "2 files": the number, and the noun with an s where it is not one. */
void text_append_count(struct text *text, size_t count, const char16_t *noun);

/* A string that others have chosen, on one line: a replacement character for each control character
 * and each mark of direction, which could make a name look like another. */
void text_append_visible(struct text *text, const char16_t *string);

/* Would this unit act instead of showing: control characters, marks and overrides of direction, breaks
 * of lines and paragraphs? */
bool unit_is_control(char16_t unit);

/* Does a surrogate pair start here? */
bool units_are_pair(const char16_t *string);

size_t string_length(const char16_t *string);
/* A copy, to be freed with free(). */
char16_t *string_copy(const char16_t *string);
/* As strcmp(): without looking at case, and with. */
int string_compare(const char16_t *a, const char16_t *b);
int string_compare_exactly(const char16_t *a, const char16_t *b);
/* Does it hold the part (so many units), whatever the case? */
bool string_holds(const char16_t *string, const char16_t *part, size_t length);

#endif
