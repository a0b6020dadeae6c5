/*
 * Rows as files and for the clipboard.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_EXPORT_H
#define SHAREDFOLDERS_EXPORT_H

#include "base/text.h"
#include "model/rows.h"

/* The functions append the rows of a page, which are so many. Columns that others tell are left out of
 * files; names, numbers and times are as the API has them. */

/* Comma-separated values (RFC 4180), with a line of the columns' keys. What was not told is empty, and
 * a told empty string is "". */
void export_csv(enum page page, const struct row *const *rows, size_t count, struct text *text);

/* An array of objects (RFC 8259); what was not told is null. */
void export_json(enum page page, const struct row *const *rows, size_t count, struct text *text);

/* What the list shows, with a line of headings, tabs between the columns. */
void export_table(enum page page, const struct row *const *rows, size_t count, struct text *text);

#endif
