/*
 * Files of the host, seen from Windows. Wine shows them below \\?\unix.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <stdlib.h>
#include <string.h>

#include "platform/platform.h"

static const WCHAR host_root[] = L"\\\\?\\unix";

/* Room for the root, a name and what is put behind it to list a folder. */
#define PATH_SIZE (ARRAYSIZE(host_root) + NAME_LENGTH_MAX + 3)

static void windows_path(const struct utf16_name *path, WCHAR text[PATH_SIZE])
{
    text[0] = 0;
    if (path->units[0] == '/')
    {
        wcscpy(text, host_root);
    }
    wcscat(text, (const WCHAR *)path->units);
    for (WCHAR *unit = text; *unit; unit++)
    {
        *unit = *unit == '/' ? '\\' : *unit;
    }
}

static uint32_t read_whole(HANDLE file, size_t size_max, uint8_t **data, size_t *size)
{
    LARGE_INTEGER file_size = { .QuadPart = 0 };
    uint32_t status = ERROR_SUCCESS;
    DWORD got = 0;

    if (!GetFileSizeEx(file, &file_size))
    {
        return GetLastError();
    }
    if ((uint64_t)file_size.QuadPart > size_max)
    {
        return ERROR_FILE_TOO_LARGE;
    }
    *data = malloc((size_t)file_size.QuadPart + 1);
    if (!*data)
    {
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!ReadFile(file, *data, (DWORD)file_size.QuadPart, &got, NULL))
    {
        status = GetLastError();
        free(*data);
        *data = NULL;
    }
    *size = got;
    return status;
}

uint32_t platform_read_file(const struct utf16_name *path, size_t size_max, uint8_t **data,
                            size_t *size)
{
    WCHAR text[PATH_SIZE];
    DWORD attributes = 0;
    HANDLE file = INVALID_HANDLE_VALUE;
    uint32_t status = ERROR_SUCCESS;

    *data = NULL;
    *size = 0;
    windows_path(path, text);
    /* Wine gives devices and pipes no attributes; so none of them is ever opened, which could wait. */
    attributes = GetFileAttributesW(text);
    if (attributes == INVALID_FILE_ATTRIBUTES)
    {
        return GetLastError();
    }
    if (attributes & FILE_ATTRIBUTE_DIRECTORY)
    {
        return ERROR_INVALID_PARAMETER;
    }
    file = CreateFileW(text, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                       NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
    {
        return GetLastError();
    }
    status = read_whole(file, size_max < MAXDWORD ? size_max : MAXDWORD - 1, data, size);
    CloseHandle(file);
    return status;
}

bool platform_file_exists(const struct utf16_name *path)
{
    WCHAR text[PATH_SIZE];

    windows_path(path, text);
    return GetFileAttributesW(text) != INVALID_FILE_ATTRIBUTES;
}

bool platform_last_access(const struct utf16_name *path, uint64_t *filetime)
{
    WCHAR text[PATH_SIZE];
    WIN32_FIND_DATAW found;
    HANDLE search = INVALID_HANDLE_VALUE;

    windows_path(path, text);
    if (wcspbrk(text + ARRAYSIZE(host_root) - 1, L"*?<>\""))
    {
        return false;
    }
    /* Of a device, Wine tells the times in the listing of its folder only. */
    search = FindFirstFileW(text, &found);
    if (search == INVALID_HANDLE_VALUE)
    {
        return false;
    }
    FindClose(search);
    *filetime = (uint64_t)found.ftLastAccessTime.dwHighDateTime << 32 |
                found.ftLastAccessTime.dwLowDateTime;
    return true;
}

uint32_t platform_list_folder(const struct utf16_name *path,
                              bool (*visit)(const struct utf16_name *name, void *context),
                              void *context)
{
    WCHAR text[PATH_SIZE];
    WIN32_FIND_DATAW found;
    HANDLE search = INVALID_HANDLE_VALUE;
    struct utf16_name name;
    bool go_on = true;

    windows_path(path, text);
    wcscat(text, L"\\*");
    search = FindFirstFileW(text, &found);
    if (search == INVALID_HANDLE_VALUE)
    {
        return GetLastError();
    }
    do
    {
        if (utf16_name_set(&name, utf16_from_terminated((const uint16_t *)found.cFileName)))
        {
            go_on = visit(&name, context);
        }
    } while (go_on && FindNextFileW(search, &found));
    FindClose(search);
    return ERROR_SUCCESS;
}
