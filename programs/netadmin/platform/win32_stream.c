/*
 * The standard streams of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/stream.h"

bool stream_is_console(DWORD stream)
{
    DWORD mode;

    return GetConsoleMode(GetStdHandle(stream), &mode) != 0;
}

DWORD stream_show(DWORD stream, const WCHAR *units, size_t length)
{
    DWORD written;

    return WriteConsoleW(GetStdHandle(stream), units, (DWORD)length, &written, NULL)
               ? ERROR_SUCCESS
               : GetLastError();
}

DWORD stream_write(DWORD stream, const char *bytes, size_t length)
{
    HANDLE file = GetStdHandle(stream);

    while (length)
    {
        DWORD written;

        if (!WriteFile(file, bytes, (DWORD)length, &written, NULL))
        {
            return GetLastError();
        }
        bytes += written;
        length -= written;
    }
    return ERROR_SUCCESS;
}

DWORD stream_read(DWORD stream, char *bytes, size_t capacity, size_t *count)
{
    DWORD got = 0;
    DWORD error = ERROR_SUCCESS;

    if (!ReadFile(GetStdHandle(stream), bytes, (DWORD)capacity, &got, NULL))
    {
        error = GetLastError();
    }
    *count = error ? 0 : got;
    return error == ERROR_BROKEN_PIPE ? ERROR_SUCCESS : error;
}
