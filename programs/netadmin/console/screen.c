/*
 * A console window that is drawn over and over in place.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/screen.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"
#include "platform/window.h"

struct screen
{
    struct window window;
    WCHAR *row; /* of the width */
};

static void row_draw(const struct screen *screen, size_t row, const WCHAR *units, size_t length)
{
    wmemset(screen->row, ' ', screen->window.width);
    for (size_t i = 0; i < length && i < screen->window.width; i++)
    {
        screen->row[i] = unit_is_control(units[i]) ? '?' : units[i];
    }
    window_draw(&screen->window, row, screen->row);
}

static void more_draw(const struct screen *screen, size_t lines)
{
    struct text line = { 0 };

    text_append_format(&line, L"... %zu more lines", lines);
    row_draw(screen, screen->window.height - 1, line.units, line.length);
    text_free(&line);
}

static size_t line_count(const struct text *text)
{
    size_t count = 0;

    for (size_t i = 0; i < text->length; i++)
    {
        count += text->units[i] == '\n';
    }
    return count;
}

DWORD screen_draw(const struct text *text)
{
    const size_t lines = line_count(text);
    struct screen screen = { 0 };
    size_t shown;
    size_t position = 0;
    const DWORD error = window_open(&screen.window);

    if (error)
    {
        return error;
    }
    screen.row = memory_resize(NULL, screen.window.width, sizeof(WCHAR));
    /* The last row is for the cursor. */
    shown = lines < screen.window.height ? lines : screen.window.height - 1;
    for (size_t row = 0; row < screen.window.height; row++)
    {
        size_t end = position;

        while (row < shown && text->units[end] != '\n')
        {
            end++;
        }
        row_draw(&screen, row, text->units + position, end - position);
        position = row < shown ? end + 1 : end;
    }
    if (lines > shown)
    {
        more_draw(&screen, lines - shown);
    }
    free(screen.row);
    window_go(&screen.window, shown);
    return ERROR_SUCCESS;
}
