/*
 * The values of labels in the text formats of OpenMetrics and Prometheus.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "monitoring/label.h"

#define REPLACEMENT 0xfffd

void label_append(struct text *text, const WCHAR *name)
{
    for (; *name; name++)
    {
        if (units_are_pair(name))
        {
            text_append_units(text, name++, 2);
        }
        else if (IS_HIGH_SURROGATE(*name) || IS_LOW_SURROGATE(*name))
        {
            text_append_unit(text, REPLACEMENT);
        }
        else
        {
            text_append_unit(text, unit_is_control(*name) ? '?' : *name);
        }
    }
}

/* A line end cannot be in there: it would be a '?'. */
static void append_escaped(struct text *text, const WCHAR *value)
{
    for (; *value; value++)
    {
        if (*value == '"' || *value == '\\')
        {
            text_append_unit(text, '\\');
        }
        text_append_unit(text, *value);
    }
}

void label_append_set(struct text *text, const WCHAR *const *names_and_values)
{
    text_append_unit(text, '{');
    for (size_t i = 0; names_and_values[i]; i += 2)
    {
        text_append(text, i ? L"," : L"");
        text_append(text, names_and_values[i]);
        text_append(text, L"=\"");
        append_escaped(text, names_and_values[i + 1]);
        text_append_unit(text, '"');
    }
    text_append_unit(text, '}');
}
