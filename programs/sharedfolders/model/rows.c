/*
 * Rows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "model/rows.h"

#include <string.h>

#include "base/memory.h"

#define SECONDS_PER_DAY 86400

struct row *row_make(enum page page, const struct value *values)
{
    const struct page_table *table = &page_tables[page];
    size_t units = 0;
    struct row *row;
    char16_t *place;

    for (size_t i = 0; i < table->count; i++)
    {
        units += values[i].text ? string_length(values[i].text) + 1 : 0;
    }
    row = memory_zeros(1, sizeof(*row) + units * sizeof(*place));
    row->page = page;
    place = (char16_t *)(row + 1);
    for (size_t i = 0; i < table->count; i++)
    {
        row->values[i] = values[i];
        if (values[i].text)
        {
            const size_t count = string_length(values[i].text) + 1;

            row->values[i].text = memcpy(place, values[i].text, count * sizeof(*place));
            place += count;
        }
    }
    return row;
}

/* ---- What is shown --------------------------------------------------------------------------- */

static void append_two_digits(struct text *text, uint32_t number)
{
    text_append(text, number < 10 ? u"0" : u"");
    text_append_number(text, number);
}

/* 2 d 03:04:05 */
static void append_seconds(struct text *text, uint32_t seconds)
{
    if (seconds >= SECONDS_PER_DAY)
    {
        text_append_number(text, seconds / SECONDS_PER_DAY);
        text_append(text, u" d ");
    }
    append_two_digits(text, seconds / 3600 % 24);
    text_append_unit(text, u':');
    append_two_digits(text, seconds / 60 % 60);
    text_append_unit(text, u':');
    append_two_digits(text, seconds % 60);
}

/* Bits that no word is for are one number at the end. */
static void append_words(struct text *text, const struct column *column, uint32_t number)
{
    const size_t start = text->length;
    uint32_t rest = number;

    for (const struct word *word = column->words; word->word; word++)
    {
        if ((number & word->mask) == word->value)
        {
            text_append(text, text->length > start ? u", " : u"");
            text_append(text, word->word);
            rest &= ~word->mask;
        }
    }
    if (rest)
    {
        text_append(text, text->length > start ? u", 0x" : u"0x");
        text_append_hexadecimal(text, rest, 1);
    }
    if (text->length == start && column->no_words)
    {
        text_append(text, column->no_words);
    }
}

void row_append_shown(const struct row *row, size_t column, struct text *text)
{
    const struct column *kind = &page_tables[row->page].columns[column];
    const struct value *value = &row->values[column];

    if (!value->is_told)
    {
        text_append(text, u"not told");
        return;
    }
    switch (kind->kind)
    {
    case COLUMN_TEXT: text_append_visible(text, value->text); break;
    case COLUMN_NUMBER: text_append_number(text, value->number); break;
    case COLUMN_SECONDS: append_seconds(text, value->number); break;
    case COLUMN_WORDS: append_words(text, kind, value->number); break;
    case COLUMN_YES_NO: text_append(text, value->number & kind->mask ? u"Yes" : u"No"); break;
    }
}

const char16_t *row_sign(const struct row *row)
{
    static const char16_t *const signs[] = {
        [MARK_NONE] = u"",
        [MARK_CAME] = u"+",
        [MARK_GONE] = u"-",
        [MARK_OLD] = u"?",
    };

    return signs[row->mark];
}

/* ---- Order ----------------------------------------------------------------------------------- */

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* Bits are sorted by the words that are read. */
static int compare_words(const struct row *a, const struct row *b, size_t column)
{
    struct text left = { 0 };
    struct text right = { 0 };
    int order;

    row_append_shown(a, column, &left);
    row_append_shown(b, column, &right);
    order = string_compare(text_string(&left), text_string(&right));
    text_free(&left);
    text_free(&right);
    return order;
}

int row_compare_by(const struct row *a, const struct row *b, size_t column)
{
    const struct value *left = &a->values[column];
    const struct value *right = &b->values[column];

    if (!left->is_told || !right->is_told)
    {
        return right->is_told - left->is_told;
    }
    switch (page_tables[a->page].columns[column].kind)
    {
    case COLUMN_TEXT: return string_compare(left->text, right->text);
    case COLUMN_WORDS: return compare_words(a, b, column);
    case COLUMN_YES_NO: {
        const uint32_t mask = page_tables[a->page].columns[column].mask;

        return compare_numbers(left->number & mask, right->number & mask);
    }
    default: return compare_numbers(left->number, right->number);
    }
}

int row_compare_identity(const struct row *a, const struct row *b)
{
    const struct page_table *table = &page_tables[a->page];
    int order = 0;

    for (size_t i = 0; i < table->count && !order; i++)
    {
        if (table->columns[i].is_identity)
        {
            order = row_compare_by(a, b, i);
            if (!order && table->columns[i].kind == COLUMN_TEXT && a->values[i].is_told)
            {
                order = string_compare_exactly(a->values[i].text, b->values[i].text);
            }
        }
    }
    return order;
}

bool row_age(const struct row *row, uint32_t *seconds)
{
    const struct page_table *table = &page_tables[row->page];

    for (size_t i = 0; i < table->count; i++)
    {
        if (table->columns[i].is_age && row->values[i].is_told)
        {
            *seconds = row->values[i].number;
            return true;
        }
    }
    return false;
}
