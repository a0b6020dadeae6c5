/*
 * A console window that is drawn over and over in place.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/screen.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"

struct window
{
    HANDLE console;
    COORD corner;
    size_t width;
    size_t height;
    WCHAR *row; /* of the width */
};

static DWORD window_open(struct window *window, HANDLE console)
{
    CONSOLE_SCREEN_BUFFER_INFO information;
    const SMALL_RECT *visible = &information.srWindow;

    if (!GetConsoleScreenBufferInfo(console, &information))
    {
        return GetLastError();
    }
    *window = (struct window){
        .console = console,
        .corner = { visible->Left, visible->Top },
        .width = (size_t)(visible->Right - visible->Left + 1),
        .height = (size_t)(visible->Bottom - visible->Top + 1),
    };
    window->row = memory_resize(NULL, window->width, sizeof(WCHAR));
    return ERROR_SUCCESS;
}

/* Writes a row in one go, so that nothing flickers. */
static void row_draw(const struct window *window, size_t row, const WCHAR *units, size_t length)
{
    const COORD place = { window->corner.X, (SHORT)(window->corner.Y + (SHORT)row) };
    DWORD written;

    wmemset(window->row, ' ', window->width);
    for (size_t i = 0; i < length && i < window->width; i++)
    {
        window->row[i] = unit_is_control(units[i]) ? '?' : units[i];
    }
    WriteConsoleOutputCharacterW(window->console, window->row, (DWORD)window->width, place,
                                 &written);
}

static void more_draw(const struct window *window, size_t lines)
{
    WCHAR line[64];
    const int length =
        _snwprintf(line, ARRAYSIZE(line), L"... %lu more lines", (unsigned long)lines);

    row_draw(window, window->height - 1, line, (size_t)length);
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

DWORD screen_draw(HANDLE console, const struct text *text)
{
    const size_t lines = line_count(text);
    struct window window = { 0 };
    size_t shown;
    size_t position = 0;
    const DWORD error = window_open(&window, console);

    if (error)
    {
        return error;
    }
    /* The last row is for the cursor. */
    shown = lines < window.height ? lines : window.height - 1;
    for (size_t row = 0; row < window.height; row++)
    {
        size_t end = position;

        while (row < shown && text->units[end] != '\n')
        {
            end++;
        }
        row_draw(&window, row, text->units + position, end - position);
        position = row < shown ? end + 1 : end;
    }
    if (lines > shown)
    {
        more_draw(&window, lines - shown);
    }
    free(window.row);
    SetConsoleCursorPosition(console,
                             (COORD){ window.corner.X, (SHORT)(window.corner.Y + (SHORT)shown) });
    return ERROR_SUCCESS;
}
