/*
 * Writing Unicode text.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/output.h"

#include "console/console.h"

/* Consoles refuse very long writes, and a pair that is cut in two shows as two wrong characters. */
#define CHUNK_UNITS 8192

static size_t chunk_length(const WCHAR *units, size_t length)
{
    if (length <= CHUNK_UNITS)
    {
        return length;
    }
    return units_are_pair(units + CHUNK_UNITS - 1) ? CHUNK_UNITS - 1 : CHUNK_UNITS;
}

static DWORD write_to_console(HANDLE console, const WCHAR *units, size_t length)
{
    WCHAR chunk[CHUNK_UNITS];

    while (length)
    {
        const size_t count = chunk_length(units, length);
        DWORD written;

        for (size_t i = 0; i < count; i++)
        {
            const bool line_end = units[i] == '\n' || units[i] == '\r';

            chunk[i] = unit_is_control(units[i]) && !line_end ? '?' : units[i];
        }
        if (!WriteConsoleW(console, chunk, (DWORD)count, &written, NULL))
        {
            return GetLastError();
        }
        units += count;
        length -= count;
    }
    return ERROR_SUCCESS;
}

static DWORD write_bytes(HANDLE file, const char *bytes, size_t length)
{
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

static DWORD write_as_utf8(HANDLE file, const WCHAR *units, size_t length)
{
    DWORD error = ERROR_SUCCESS;

    while (length && !error)
    {
        const size_t count = chunk_length(units, length);
        char bytes[3 * CHUNK_UNITS];
        const int size =
            WideCharToMultiByte(CP_UTF8, 0, units, (int)count, bytes, sizeof(bytes), NULL, NULL);

        error = write_bytes(file, bytes, (size_t)size);
        units += count;
        length -= count;
    }
    return error;
}

DWORD output_write(DWORD stream, const struct text *text)
{
    HANDLE handle = GetStdHandle(stream);

    if (handle_is_console(handle))
    {
        return write_to_console(handle, text->units, text->length);
    }
    return write_as_utf8(handle, text->units, text->length);
}

DWORD output_print(const WCHAR *format, ...)
{
    struct text text = { 0 };
    va_list arguments;
    DWORD error;

    va_start(arguments, format);
    text_append_format_list(&text, format, arguments);
    va_end(arguments);
    error = output_write(STD_OUTPUT_HANDLE, &text);
    text_free(&text);
    return error;
}
