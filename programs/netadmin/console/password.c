/*
 * A password from standard input.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "console/password.h"

#include <string.h>

#include "platform/stream.h"

/* UTF-8 takes at most three bytes for each UTF-16 unit; two more are the line ending. */
#define LINE_CAPACITY (3 * PASSWORD_CAPACITY + 2)

/* Reads to the line feed or the end; *length is LINE_CAPACITY if there was no end. */
static DWORD read_line(char line[LINE_CAPACITY], size_t *length)
{
    DWORD error = ERROR_SUCCESS;
    size_t count = 1;

    *length = 0;
    /* What stands behind the line is for others. */
    while (!error && count && *length < LINE_CAPACITY && !(*length && line[*length - 1] == '\n'))
    {
        error = stream_read(STD_INPUT_HANDLE, line + *length, 1, &count);
        *length += count;
    }
    return error;
}

static size_t length_without_line_ending(const char *line, size_t length)
{
    if (length && line[length - 1] == '\n')
    {
        length--;
        if (length && line[length - 1] == '\r')
        {
            length--;
        }
    }
    return length;
}

static DWORD decode(const char *line, size_t length, WCHAR password[PASSWORD_CAPACITY])
{
    int count = 0;

    if (memchr(line, 0, length))
    {
        return ERROR_INVALID_DATA;
    }
    if (length)
    {
        count = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, line, (int)length, password,
                                    PASSWORD_CAPACITY - 1);
        if (!count)
        {
            return ERROR_INVALID_DATA;
        }
    }
    password[count] = 0;
    return ERROR_SUCCESS;
}

DWORD password_read_input(WCHAR password[PASSWORD_CAPACITY])
{
    char line[LINE_CAPACITY];
    size_t length;
    DWORD error = read_line(line, &length);

    if (!error && (!length || length == LINE_CAPACITY))
    {
        error = ERROR_INVALID_DATA;
    }
    if (!error)
    {
        error = decode(line, length_without_line_ending(line, length), password);
    }
    SecureZeroMemory(line, sizeof(line));
    return error;
}
