/*
 * A terminal as a screen: the console of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/terminal.h"

#include <stdlib.h>

#include "base/memory.h"

#define CTRL_C 3

#define GREY   (FOREGROUND_RED | FOREGROUND_GREEN | FOREGROUND_BLUE)
#define WHITE  (GREY | FOREGROUND_INTENSITY)
#define BLUE   BACKGROUND_BLUE
#define YELLOW (FOREGROUND_RED | FOREGROUND_GREEN | FOREGROUND_INTENSITY)

static const WORD attributes[] = {
    [STYLE_PLAIN] = GREY,
    [STYLE_BAR] = WHITE | BLUE,
    [STYLE_CURRENT] = BACKGROUND_RED | BACKGROUND_GREEN | BACKGROUND_BLUE,
    [STYLE_HEADING] = WHITE,
    [STYLE_CAME] = FOREGROUND_GREEN | FOREGROUND_INTENSITY,
    [STYLE_GONE] = FOREGROUND_RED | FOREGROUND_INTENSITY,
    [STYLE_OLD] = FOREGROUND_INTENSITY,
    [STYLE_SELECTED] = BACKGROUND_RED | BACKGROUND_GREEN | BACKGROUND_BLUE,
    [STYLE_FAILURE] = FOREGROUND_RED | FOREGROUND_INTENSITY,
    [STYLE_QUESTION] = YELLOW | BACKGROUND_RED,
};

static struct
{
    HANDLE input;
    HANDLE screen; /* of its own: what was there before stays */
    HANDLE before;
    DWORD input_mode;
    CHAR_INFO *cells;
    size_t cell_count;
} terminal;

bool terminal_is_there(void)
{
    DWORD mode;

    return GetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), &mode) &&
           GetConsoleMode(GetStdHandle(STD_OUTPUT_HANDLE), &mode);
}

DWORD terminal_open(void)
{
    static const CONSOLE_CURSOR_INFO no_cursor = { 1, FALSE };

    terminal.input = GetStdHandle(STD_INPUT_HANDLE);
    terminal.before = GetStdHandle(STD_OUTPUT_HANDLE);
    terminal.screen =
        CreateConsoleScreenBuffer(GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                  NULL, CONSOLE_TEXTMODE_BUFFER, NULL);
    if (terminal.screen == INVALID_HANDLE_VALUE || !SetConsoleActiveScreenBuffer(terminal.screen) ||
        !GetConsoleMode(terminal.input, &terminal.input_mode) ||
        /* Without processed input, Ctrl+C is a key. */
        !SetConsoleMode(terminal.input, ENABLE_WINDOW_INPUT))
    {
        return GetLastError();
    }
    SetConsoleCursorInfo(terminal.screen, &no_cursor);
    return ERROR_SUCCESS;
}

void terminal_close(void)
{
    SetConsoleMode(terminal.input, terminal.input_mode);
    SetConsoleActiveScreenBuffer(terminal.before);
    CloseHandle(terminal.screen);
    free(terminal.cells);
    terminal.cells = NULL;
    terminal.cell_count = 0;
}

void terminal_size(size_t *width, size_t *height)
{
    CONSOLE_SCREEN_BUFFER_INFO information;

    *width = 80;
    *height = 25;
    if (GetConsoleScreenBufferInfo(terminal.screen, &information))
    {
        const SMALL_RECT *seen = &information.srWindow;

        *width = (size_t)seen->Right - (size_t)seen->Left + 1;
        *height = (size_t)seen->Bottom - (size_t)seen->Top + 1;
    }
}

/* ---- Keys ------------------------------------------------------------------------------------ */

static const struct
{
    WORD virtual_key;
    enum key_code code;
} keys[] = {
    { VK_RETURN, KEY_ENTER },   { VK_ESCAPE, KEY_ESCAPE }, { VK_BACK, KEY_BACKSPACE },
    { VK_DELETE, KEY_DELETE },  { VK_UP, KEY_UP },         { VK_DOWN, KEY_DOWN },
    { VK_LEFT, KEY_LEFT },      { VK_RIGHT, KEY_RIGHT },   { VK_PRIOR, KEY_PAGE_UP },
    { VK_NEXT, KEY_PAGE_DOWN }, { VK_HOME, KEY_HOME },     { VK_END, KEY_END },
};

static struct key key_of(const KEY_EVENT_RECORD *event)
{
    const WCHAR unit = event->uChar.UnicodeChar;

    if (!event->bKeyDown)
    {
        return (struct key){ 0 };
    }
    if (event->wVirtualKeyCode == VK_TAB)
    {
        return (struct key){ event->dwControlKeyState & SHIFT_PRESSED ? KEY_BACK_TAB : KEY_TAB, 0 };
    }
    for (size_t i = 0; i < ARRAYSIZE(keys); i++)
    {
        if (event->wVirtualKeyCode == keys[i].virtual_key)
        {
            return (struct key){ keys[i].code, 0 };
        }
    }
    if (unit == CTRL_C)
    {
        return (struct key){ KEY_STOP, 0 };
    }
    return (struct key){ unit >= ' ' ? KEY_CHARACTER : KEY_NONE, unit };
}

struct key terminal_key(DWORD milliseconds)
{
    INPUT_RECORD record;
    DWORD count;

    if (WaitForSingleObject(terminal.input, milliseconds) != WAIT_OBJECT_0)
    {
        return (struct key){ 0 };
    }
    if (!ReadConsoleInputW(terminal.input, &record, 1, &count))
    {
        return (struct key){ KEY_STOP, 0 };
    }
    return count && record.EventType == KEY_EVENT ? key_of(&record.Event.KeyEvent)
                                                  : (struct key){ 0 };
}

/* ---- Drawing --------------------------------------------------------------------------------- */

DWORD terminal_draw(const struct grid *grid)
{
    const size_t count = grid->width * grid->height;
    const COORD size = { (SHORT)grid->width, (SHORT)grid->height };
    const COORD origin = { 0, 0 };
    SMALL_RECT region = { 0, 0, (SHORT)(grid->width - 1), (SHORT)(grid->height - 1) };

    if (terminal.cell_count < count)
    {
        terminal.cells = memory_resize(terminal.cells, count, sizeof(*terminal.cells));
        terminal.cell_count = count;
    }
    for (size_t i = 0; i < count; i++)
    {
        terminal.cells[i] = (CHAR_INFO){ .Attributes = attributes[grid->cells[i].style] };
        terminal.cells[i].Char.UnicodeChar = grid->cells[i].unit ? grid->cells[i].unit : ' ';
    }
    return WriteConsoleOutputW(terminal.screen, terminal.cells, size, origin, &region)
               ? ERROR_SUCCESS
               : GetLastError();
}
