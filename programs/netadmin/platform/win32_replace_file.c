/*
 * Files that others read while they are written, of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/replace_file.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/utf8.h"

/* A file that is there already is another program's. */
static DWORD file_write(const WCHAR *path, const struct text *text)
{
    HANDLE file =
        CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, NULL);
    DWORD error = ERROR_SUCCESS;
    DWORD written;
    size_t length;
    char *bytes;

    if (file == INVALID_HANDLE_VALUE)
    {
        return GetLastError();
    }
    bytes = utf8_make(text, &length);
    if (!WriteFile(file, bytes, (DWORD)length, &written, NULL) || !FlushFileBuffers(file))
    {
        error = GetLastError();
    }
    CloseHandle(file);
    free(bytes);
    return error;
}

/* A device of the host would be gone for everybody. */
static bool may_be_replaced(const WCHAR *path)
{
    HANDLE file = CreateFileW(path, FILE_READ_ATTRIBUTES,
                              FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
    DWORD type = FILE_TYPE_DISK;

    if (file != INVALID_HANDLE_VALUE)
    {
        type = GetFileType(file);
        CloseHandle(file);
    }
    return type == FILE_TYPE_DISK;
}

static DWORD file_replace(const WCHAR *path, DWORD number, const struct text *text)
{
    struct text temporary = { 0 };
    DWORD error;

    text_append_format(&temporary, L"%ls.%lu.tmp", path, number);
    text_append_unit(&temporary, 0);
    error = file_write(temporary.units, text);
    if (error != ERROR_FILE_EXISTS)
    {
        if (!error && !MoveFileExW(temporary.units, path, MOVEFILE_REPLACE_EXISTING))
        {
            error = GetLastError();
        }
        if (error)
        {
            DeleteFileW(temporary.units);
        }
    }
    text_free(&temporary);
    return error;
}

DWORD replace_file(const WCHAR *path, const struct text *text)
{
    DWORD error = may_be_replaced(path) ? ERROR_FILE_EXISTS : ERROR_ACCESS_DENIED;

    for (DWORD i = 0; i < TEMPORARY_FILES_MAX && error == ERROR_FILE_EXISTS; i++)
    {
        error = file_replace(path, GetCurrentProcessId() + i, text);
    }
    return error;
}
