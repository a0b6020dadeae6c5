/*
 * A file that a person names, on Linux.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/read_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"
#include "platform/posix_error.h"

/* What is no UTF-16 names no file. */
static int file_open(const WCHAR *path)
{
    struct text text = { 0 };
    char *name;
    int length;
    int file;

    text_append(&text, path);
    text_append_unit(&text, 0);
    name = memory_resize(NULL, 3 * text.length, 1);
    length = WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, text.units, (int)text.length, name,
                                 (int)(3 * text.length), NULL, NULL);
    errno = ENOENT;
    file = length ? open(name, O_RDONLY | O_CLOEXEC) : -1;
    free(name);
    text_free(&text);
    return file;
}

static DWORD read_all(int file, size_t most, char **bytes, size_t *size)
{
    ssize_t count = 1;

    *bytes = memory_resize(NULL, most + 1, 1);
    while (count)
    {
        count = read(file, *bytes + *size, most + 1 - *size);
        if (count < 0)
        {
            return error_of_posix(errno);
        }
        *size += (size_t)count;
        if (*size > most)
        {
            return ERROR_FILE_TOO_LARGE;
        }
    }
    return ERROR_SUCCESS;
}

DWORD file_read(const WCHAR *path, size_t most, char **bytes, size_t *size)
{
    const int file = file_open(path);
    DWORD error;

    *bytes = NULL;
    *size = 0;
    if (file < 0)
    {
        error = error_of_posix(errno);
        return error == ERROR_PATH_NOT_FOUND ? ERROR_FILE_NOT_FOUND : error;
    }
    error = read_all(file, most, bytes, size);
    close(file);
    return error;
}
