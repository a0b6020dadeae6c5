/*
 * The window of a console of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/window.h"

DWORD window_open(struct window *window)
{
    CONSOLE_SCREEN_BUFFER_INFO information;
    const SMALL_RECT *visible = &information.srWindow;

    if (!GetConsoleScreenBufferInfo(GetStdHandle(STD_OUTPUT_HANDLE), &information))
    {
        return GetLastError();
    }
    *window = (struct window){
        .width = (size_t)(visible->Right - visible->Left + 1),
        .height = (size_t)(visible->Bottom - visible->Top + 1),
        .corner = { visible->Left, visible->Top },
    };
    return ERROR_SUCCESS;
}

static COORD place_of(const struct window *window, size_t row)
{
    return (COORD){ window->corner.X, (SHORT)(window->corner.Y + (SHORT)row) };
}

void window_draw(const struct window *window, size_t row, const WCHAR *units)
{
    DWORD written;

    WriteConsoleOutputCharacterW(GetStdHandle(STD_OUTPUT_HANDLE), units, (DWORD)window->width,
                                 place_of(window, row), &written);
}

void window_go(const struct window *window, size_t row)
{
    SetConsoleCursorPosition(GetStdHandle(STD_OUTPUT_HANDLE), place_of(window, row));
}
