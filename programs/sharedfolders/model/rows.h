/*
 * Rows: what a server told of one thing, and whether it came or went since.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_ROWS_H
#define SHAREDFOLDERS_ROWS_H

#include "base/text.h"
#include "model/pages.h"

struct value
{
    bool is_told;
    uint32_t number;      /* of all kinds but COLUMN_TEXT */
    const char16_t *text; /* of COLUMN_TEXT */
};

/* What a server told. */
static inline struct value value_number(uint32_t number)
{
    return (struct value){ .is_told = true, .number = number };
}

/* NULL is a string that was not told. */
static inline struct value value_text(const char16_t *text)
{
    return (struct value){ .is_told = text != NULL, .text = text };
}

enum mark
{
    MARK_NONE,
    MARK_CAME,
    MARK_GONE,
    MARK_OLD, /* was there when the server answered last */
};

struct row
{
    enum page page;
    enum mark mark;
    uint64_t marked_until; /* MARK_CAME, MARK_GONE: milliseconds of the caller's clock */
    /* What a list has to find again when it shows a newer row about the same thing. */
    bool is_selected;
    bool is_focused;
    bool is_on_top;
    struct value values[COLUMNS_MAX];
};

/* A copy with strings of its own, to be freed with free(). */
struct row *row_make(enum page page, const struct value *values);

/* What a row shows in a column: "not told" where the server did not tell. */
void row_append_shown(const struct row *row, size_t column, struct text *text);

/* The sign of a row's mark: "+", "-", "?" or "". */
const char16_t *row_sign(const struct row *row);

/* As strcmp(), by one column. What was not told is behind everything else. */
int row_compare_by(const struct row *a, const struct row *b, size_t column);

/* Are they about the same thing? As strcmp(), by all columns that say so. */
int row_compare_identity(const struct row *a, const struct row *b);

/* How long the thing is there, in seconds; false where that was not told. */
bool row_age(const struct row *row, uint32_t *seconds);

#endif
