/*
 * A file of names.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "many/name_file.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/memory.h"
#include "base/text.h"
#include "console/error.h"
#include "platform/read_file.h"

#define BYTE_ORDER_MARK 0xfeff

/* Terminated units of a line of UTF-8; false if it is none. They take no more room than its bytes. */
static bool line_decode(const char *bytes, size_t size, WCHAR *units, size_t *length)
{
    const int count = size ? MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, bytes, (int)size,
                                                 units, (int)size)
                           : 0;

    *length = (size_t)count;
    return count || !size;
}

/* 0, or the number of the first line that is no UTF-8, or has a character that no line has. */
static DWORD file_decode(struct name_file *file, const char *bytes, size_t size)
{
    DWORD line = 0;

    for (size_t start = 0; start < size;)
    {
        const char *end = memchr(bytes + start, '\n', size - start);
        const size_t line_size = end ? (size_t)(end - (bytes + start)) : size - start;
        size_t length;

        line++;
        if (memchr(bytes + start, 0, line_size) ||
            !line_decode(bytes + start, line_size, file->text + file->length, &length))
        {
            return line;
        }
        file->length += length;
        file->text[file->length++] = '\n';
        start += line_size + 1;
    }
    return 0;
}

static void open_report(const WCHAR *command, const WCHAR *path, DWORD error)
{
    struct text text = { 0 };

    if (error == ERROR_FILE_NOT_FOUND)
    {
        usage_error(command, L"there is no %ls '%ls'",
                    wcspbrk(path, L"\\/") ? L"file" : L"group and no file", path);
        return;
    }
    error_append(error, &text);
    text.length--; /* the line's end */
    text_append_unit(&text, 0);
    usage_error(command, L"file '%ls': %ls", path, text.units);
    text_free(&text);
}

bool name_file_open(struct name_file *file, const WCHAR *path, const WCHAR *command)
{
    char *bytes;
    size_t size;
    const DWORD error = file_read(path, NAME_FILE_SIZE_MAX, &bytes, &size);
    DWORD wrong_line = 0;

    *file = (struct name_file){ 0 };
    if (error)
    {
        open_report(command, path, error);
    }
    else
    {
        file->text = memory_resize(NULL, size + 1, sizeof(*file->text));
        wrong_line = file_decode(file, bytes, size);
        file->position = file->length && file->text[0] == BYTE_ORDER_MARK;
    }
    if (wrong_line)
    {
        usage_error(command, L"%ls, line %lu: this is no text in UTF-8", path, wrong_line);
    }
    free(bytes);
    return !error && !wrong_line;
}

/* Cuts it out of its line; false if there is none. */
static bool word_cut(struct name_file *file, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
    {
        if (file->text[i] == '#')
        {
            end = i;
        }
    }
    while (start < end && wcschr(L" \t\r", file->text[start]))
    {
        start++;
    }
    while (start < end && wcschr(L" \t\r", file->text[end - 1]))
    {
        end--;
    }
    file->text[end] = 0;
    file->word = file->text + start;
    return start < end;
}

bool name_file_next(struct name_file *file)
{
    while (file->position < file->length)
    {
        const size_t start = file->position;
        size_t end = start;

        while (file->text[end] != '\n')
        {
            end++;
        }
        file->position = end + 1;
        file->line++;
        if (word_cut(file, start, end))
        {
            return true;
        }
    }
    return false;
}

void name_file_close(struct name_file *file)
{
    free(file->text);
    *file = (struct name_file){ 0 };
}
