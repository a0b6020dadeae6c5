/*
 * Asking the person at the console, on Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/prompt.h"

#include <stdbool.h>
#include <wchar.h>

#define CTRL_C 3

void prompt_show(const WCHAR *string)
{
    HANDLE console = CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE,
                                 FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    DWORD written;

    if (console != INVALID_HANDLE_VALUE)
    {
        WriteConsoleW(console, string, (DWORD)wcslen(string), &written, NULL);
        CloseHandle(console);
    }
}

size_t prompt_read(WCHAR *line, size_t capacity)
{
    DWORD length = 0;

    return ReadConsoleW(GetStdHandle(STD_INPUT_HANDLE), line, (DWORD)capacity, &length, NULL)
               ? length
               : 0;
}

/* Takes the last character off, with both halves of a surrogate pair. */
static size_t length_without_last(const WCHAR *units, size_t length)
{
    const bool pair =
        length >= 2 && IS_LOW_SURROGATE(units[length - 1]) && IS_HIGH_SURROGATE(units[length - 2]);

    return length ? length - (pair ? 2 : 1) : 0;
}

static DWORD read_line_unseen(HANDLE input, WCHAR *line, size_t capacity)
{
    size_t length = 0;
    WCHAR unit = 0;
    DWORD count;

    for (;;)
    {
        if (!ReadConsoleW(input, &unit, 1, &count, NULL))
        {
            return GetLastError();
        }
        if (!count || unit == CTRL_C)
        {
            return ERROR_CANCELLED;
        }
        if (unit == '\r' || unit == '\n')
        {
            line[length] = 0;
            return ERROR_SUCCESS;
        }
        if (unit == '\b' || unit == 0x7f)
        {
            length = length_without_last(line, length);
        }
        else if (length + 1 >= capacity)
        {
            return ERROR_INVALID_DATA;
        }
        else
        {
            line[length++] = unit;
        }
    }
}

DWORD prompt_read_unseen(WCHAR *line, size_t capacity)
{
    HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode;
    DWORD error;

    if (!GetConsoleMode(input, &mode))
    {
        return GetLastError();
    }
    /* Without processed input Ctrl+C arrives as a character, and the mode is restored after it. */
    if (!SetConsoleMode(
            input, mode & ~(DWORD)(ENABLE_ECHO_INPUT | ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT)))
    {
        return GetLastError();
    }
    error = read_line_unseen(input, line, capacity);
    SetConsoleMode(input, mode);
    return error;
}
