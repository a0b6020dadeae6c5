/*
 * Rows as files and for the clipboard.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "model/export.h"

/* ---- Comma-separated values ------------------------------------------------------------------ */

static bool needs_quotes(const char16_t *string)
{
    if (!*string)
    {
        return true; /* nothing at all is what was not told */
    }
    for (; *string; string++)
    {
        if (*string == u',' || *string == u'"' || *string == u'\r' || *string == u'\n')
        {
            return true;
        }
    }
    return false;
}

static void append_csv_string(struct text *text, const char16_t *string)
{
    if (!needs_quotes(string))
    {
        text_append(text, string);
        return;
    }
    text_append_unit(text, u'"');
    for (; *string; string++)
    {
        text_append(text, *string == u'"' ? u"\"" : u"");
        text_append_unit(text, *string);
    }
    text_append_unit(text, u'"');
}

static void append_csv_value(struct text *text, const struct row *row, size_t column)
{
    const struct value *value = &row->values[column];

    if (!value->is_told)
    {
        return;
    }
    if (page_tables[row->page].columns[column].kind == COLUMN_TEXT)
    {
        append_csv_string(text, value->text);
    }
    else
    {
        text_append_number(text, value->number);
    }
}

void export_csv(enum page page, const struct row *const *rows, size_t count, struct text *text)
{
    const struct page_table *table = &page_tables[page];

    for (size_t i = 0; i < table->count; i++)
    {
        if (table->columns[i].key)
        {
            text_append(text, i ? u"," : u"");
            text_append(text, table->columns[i].key);
        }
    }
    text_append(text, u"\r\n");
    for (size_t i = 0; i < count; i++)
    {
        for (size_t column = 0; column < table->count; column++)
        {
            if (table->columns[column].key)
            {
                text_append(text, column ? u"," : u"");
                append_csv_value(text, rows[i], column);
            }
        }
        text_append(text, u"\r\n");
    }
}

/* ---- JSON ------------------------------------------------------------------------------------ */

/* Control characters are escaped so that a terminal never acts on them, halves of surrogate pairs so
 * that nothing of a name is lost in UTF-8. */
static void append_json_string(struct text *text, const char16_t *string)
{
    text_append_unit(text, u'"');
    for (; *string; string++)
    {
        if (units_are_pair(string))
        {
            text_append_units(text, string++, 2);
        }
        else if (*string == u'"' || *string == u'\\')
        {
            text_append_unit(text, u'\\');
            text_append_unit(text, *string);
        }
        else if (unit_is_control(*string) || (*string & 0xf800) == 0xd800)
        {
            text_append(text, u"\\u");
            text_append_hexadecimal(text, *string, 4);
        }
        else
        {
            text_append_unit(text, *string);
        }
    }
    text_append_unit(text, u'"');
}

static void append_json_value(struct text *text, const struct row *row, size_t column)
{
    const struct value *value = &row->values[column];

    if (!value->is_told)
    {
        text_append(text, u"null");
    }
    else if (page_tables[row->page].columns[column].kind == COLUMN_TEXT)
    {
        append_json_string(text, value->text);
    }
    else
    {
        text_append_number(text, value->number);
    }
}

static void append_object(struct text *text, const struct row *row)
{
    const struct page_table *table = &page_tables[row->page];

    text_append(text, u"  {");
    for (size_t i = 0; i < table->count; i++)
    {
        if (table->columns[i].key)
        {
            text_append(text, i ? u",\n    " : u"\n    ");
            append_json_string(text, table->columns[i].key);
            text_append(text, u": ");
            append_json_value(text, row, i);
        }
    }
    text_append(text, u"\n  }");
}

void export_json(enum page page, const struct row *const *rows, size_t count, struct text *text)
{
    (void)page;
    text_append(text, u"[");
    for (size_t i = 0; i < count; i++)
    {
        text_append(text, i ? u",\n" : u"\n");
        append_object(text, rows[i]);
    }
    text_append(text, count ? u"\n]\n" : u"]\n");
}

/* ---- The clipboard --------------------------------------------------------------------------- */

void export_table(enum page page, const struct row *const *rows, size_t count, struct text *text)
{
    const struct page_table *table = &page_tables[page];

    for (size_t i = 0; i < table->count; i++)
    {
        text_append(text, i ? u"\t" : u"");
        text_append(text, table->columns[i].heading);
    }
    text_append(text, u"\r\n");
    for (size_t i = 0; i < count; i++)
    {
        for (size_t column = 0; column < table->count; column++)
        {
            text_append(text, column ? u"\t" : u"");
            row_append_shown(rows[i], column, text);
        }
        text_append(text, u"\r\n");
    }
}
