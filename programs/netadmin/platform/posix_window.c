/*
 * The window of a terminal, which is drawn with the sequences that all terminals know (ECMA-48).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/window.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/text.h"
#include "platform/stream.h"

#define USUAL_WIDTH  80
#define USUAL_HEIGHT 24

DWORD window_open(struct window *window)
{
    struct winsize size = { 0 };

    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    *window = (struct window){
        .width = size.ws_col ? size.ws_col : USUAL_WIDTH,
        .height = size.ws_row ? size.ws_row : USUAL_HEIGHT,
    };
    return ERROR_SUCCESS;
}

static void append_place(struct text *text, size_t row)
{
    text_append_format(text, L"\033[%zu;1H", row + 1);
}

static void show(struct text *text)
{
    for (size_t at = 0; at < text->length; at += STREAM_UNITS_MAX)
    {
        const size_t rest = text->length - at;

        stream_show(STD_OUTPUT_HANDLE, text->units + at,
                    rest < STREAM_UNITS_MAX ? rest : STREAM_UNITS_MAX);
    }
    text_free(text);
}

void window_draw(const struct window *window, size_t row, const WCHAR *units)
{
    size_t length = window->width;
    struct text text = { 0 };

    while (length && units[length - 1] == ' ')
    {
        length--;
    }
    append_place(&text, row);
    /* Characters that are wider than one are not to begin a further row. */
    text_append(&text, L"\033[?7l");
    text_append_units(&text, units, length);
    text_append(&text, L"\033[K\033[?7h");
    show(&text);
}

void window_go(const struct window *window, size_t row)
{
    struct text text = { 0 };

    (void)window;
    append_place(&text, row);
    show(&text);
}
