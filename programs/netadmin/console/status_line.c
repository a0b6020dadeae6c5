/*
 * A line on the console that tells how far something is.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/status_line.h"

#include "console/output.h"
#include "platform/stream.h"

#define LENGTH_MAX 79

bool status_line_is_seen(void)
{
    return stream_is_console(STD_ERROR_HANDLE);
}

/* Writes over what is there; what is longer is blanked. */
static void draw(struct status_line *line, const WCHAR *units, size_t length)
{
    struct text text = { 0 };

    text_append_unit(&text, '\r');
    text_append_units(&text, units, length);
    if (length < line->length)
    {
        text_append_spaces(&text, line->length - length);
    }
    text_append_unit(&text, '\r');
    output_write(STD_ERROR_HANDLE, &text);
    text_free(&text);
    line->length = length;
}

void status_line_show(struct status_line *line, const struct text *text)
{
    draw(line, text->units, text->length < LENGTH_MAX ? text->length : LENGTH_MAX);
}

void status_line_clear(struct status_line *line)
{
    if (line->length)
    {
        draw(line, NULL, 0);
    }
}
