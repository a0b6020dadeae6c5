/*
 * Values in JSON (RFC 8259).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_JSON_H
#define NETADMIN_JSON_H

#include "base/text.h"
#include "listing/levels.h"

/* In quotation marks. What a terminal would act on, and half a surrogate pair, is escaped. */
void json_append_string(struct text *text, const WCHAR *string);

/* The value of a field of a record: a number, a string, or an array of records. */
void json_append_value(struct text *text, const struct field *field, const void *record);

#endif
