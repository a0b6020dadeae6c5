/*
 * The values of fields as text.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_VALUES_H
#define NETADMIN_VALUES_H

#include <stdbool.h>

#include "base/text.h"
#include "listing/levels.h"

/* As people read it. */
void value_append_shown(struct text *text, const struct field *field, const void *record);

/* As CSV and JSON have it, but for their quotation marks: numbers in decimal, bytes in hexadecimal,
 * a security descriptor as SDDL (empty if there is none). FIELD_RECORDS are as people read them. */
void value_append_plain(struct text *text, const struct field *field, const void *record);

/* Is the plain value a string, not a number? */
bool value_is_string(const struct field *field);

/* Do tables put it to the right of its column? */
bool value_is_right(const struct field *field);

/* Orders two records by a field that says what they are about, as wcscmp(). Fields that change while
 * a record stays what it is, such as times and counts, make no difference: 0. */
int value_compare(const struct field *field, const void *a, const void *b);

/* Orders two values that say the same of two records, maybe at different levels, as people sort them:
 * numbers as numbers, names without case, the rest by what they read. */
int value_order(const struct field *field, const void *record, const struct field *other_field,
                const void *other);

/* Does the value change all the time, so that a change tells nothing? */
bool value_is_clock(const struct field *field);

#endif
