/*
 * Writing Unicode text.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/output.h"

#include "platform/stream.h"

/* Consoles refuse very long writes, and a pair that is cut in two shows as two wrong characters. */
static size_t chunk_length(const WCHAR *units, size_t length)
{
    if (length <= STREAM_UNITS_MAX)
    {
        return length;
    }
    return units_are_pair(units + STREAM_UNITS_MAX - 1) ? STREAM_UNITS_MAX - 1 : STREAM_UNITS_MAX;
}

static DWORD write_to_console(DWORD stream, const WCHAR *units, size_t length)
{
    WCHAR chunk[STREAM_UNITS_MAX];
    DWORD error = ERROR_SUCCESS;

    while (length && !error)
    {
        const size_t count = chunk_length(units, length);

        for (size_t i = 0; i < count; i++)
        {
            const bool line_end = units[i] == '\n' || units[i] == '\r';

            chunk[i] = unit_is_control(units[i]) && !line_end ? '?' : units[i];
        }
        error = stream_show(stream, chunk, count);
        units += count;
        length -= count;
    }
    return error;
}

static DWORD write_as_utf8(DWORD stream, const WCHAR *units, size_t length)
{
    DWORD error = ERROR_SUCCESS;

    while (length && !error)
    {
        const size_t count = chunk_length(units, length);
        char bytes[3 * STREAM_UNITS_MAX];
        const int size =
            WideCharToMultiByte(CP_UTF8, 0, units, (int)count, bytes, sizeof(bytes), NULL, NULL);

        error = stream_write(stream, bytes, (size_t)size);
        units += count;
        length -= count;
    }
    return error;
}

DWORD output_write(DWORD stream, const struct text *text)
{
    return stream_is_console(stream) ? write_to_console(stream, text->units, text->length)
                                     : write_as_utf8(stream, text->units, text->length);
}

bool output_has_ended(DWORD error)
{
    return error == ERROR_BROKEN_PIPE || error == ERROR_NO_DATA || error == ERROR_CANCELLED;
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
