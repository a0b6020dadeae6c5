/*
 * A file that a person names, on Windows and in Wine.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/read_file.h"

#include "base/memory.h"
#include "base/text.h"

static HANDLE file_open(const WCHAR *path)
{
    return CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                       NULL, OPEN_EXISTING, 0, NULL);
}

/* Wine has paths of Unix under this name, whatever drive the current folder is on. */
static HANDLE file_open_of_unix(const WCHAR *path)
{
    struct text full = { 0 };
    HANDLE file;

    text_append(&full, L"\\\\?\\unix");
    text_append(&full, path);
    text_append_unit(&full, 0);
    file = file_open(full.units);
    text_free(&full);
    return file;
}

static DWORD read_all(HANDLE file, size_t most, char **bytes, size_t *size)
{
    DWORD count = 1;

    *bytes = memory_resize(NULL, most + 1, 1);
    while (count)
    {
        if (!ReadFile(file, *bytes + *size, (DWORD)(most + 1 - *size), &count, NULL))
        {
            return GetLastError() == ERROR_BROKEN_PIPE ? ERROR_SUCCESS : GetLastError();
        }
        *size += count;
        if (*size > most)
        {
            return ERROR_FILE_TOO_LARGE;
        }
    }
    return ERROR_SUCCESS;
}

DWORD file_read(const WCHAR *path, size_t most, char **bytes, size_t *size)
{
    HANDLE file = file_open(path);
    DWORD error;

    *bytes = NULL;
    *size = 0;
    if (file == INVALID_HANDLE_VALUE && path[0] == '/')
    {
        file = file_open_of_unix(path);
    }
    if (file == INVALID_HANDLE_VALUE)
    {
        error = GetLastError();
        return error == ERROR_PATH_NOT_FOUND ? ERROR_FILE_NOT_FOUND : error;
    }
    error = read_all(file, most, bytes, size);
    CloseHandle(file);
    return error;
}
