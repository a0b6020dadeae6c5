/*
 * The registry values that netapi32 reads.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "settings.h"

#include <stdio.h>
#include <wchar.h>

#include "text.h"

/* The path of a server's key, or of the global one. */
static void append_path(struct text *path, const WCHAR *server)
{
    text_append(path, server ? SERVERS_KEY L"\\" : SETTINGS_KEY);
    text_append(path, server ? server : L"");
    text_append_unit(path, 0);
}

DWORD settings_open(const WCHAR *server, HKEY *key)
{
    struct text path = { 0 };
    DWORD error;

    append_path(&path, server);
    error = (DWORD)RegOpenKeyExW(HKEY_CURRENT_USER, path.units, 0, KEY_READ, key);
    text_free(&path);
    return error;
}

DWORD settings_create(const WCHAR *server, HKEY *key)
{
    struct text path = { 0 };
    DWORD error;

    append_path(&path, server);
    error = (DWORD)RegCreateKeyExW(HKEY_CURRENT_USER, path.units, 0, NULL, 0, KEY_READ | KEY_WRITE,
                                   NULL, key, NULL);
    text_free(&path);
    return error;
}

DWORD settings_remove_server(const WCHAR *server)
{
    struct text path = { 0 };
    DWORD error;

    append_path(&path, server);
    error = (DWORD)RegDeleteTreeW(HKEY_CURRENT_USER, path.units);
    text_free(&path);
    return error;
}

DWORD settings_server_at(DWORD index, WCHAR name[SETTING_CAPACITY])
{
    DWORD length = SETTING_CAPACITY;
    HKEY key;
    DWORD error = (DWORD)RegOpenKeyExW(HKEY_CURRENT_USER, SERVERS_KEY, 0, KEY_READ, &key);

    if (!error)
    {
        error = (DWORD)RegEnumKeyExW(key, index, name, &length, NULL, NULL, NULL, NULL);
        RegCloseKey(key);
    }
    return error;
}

void settings_get(HKEY key, const WCHAR *value, WCHAR text[SETTING_CAPACITY])
{
    DWORD size = SETTING_CAPACITY * sizeof(WCHAR);
    DWORD number;

    if (!RegGetValueW(key, NULL, value, RRF_RT_REG_SZ, NULL, text, &size))
    {
        return;
    }
    size = sizeof(number);
    if (!RegGetValueW(key, NULL, value, RRF_RT_REG_DWORD, NULL, &number, &size))
    {
        _snwprintf(text, SETTING_CAPACITY, L"%lu", number);
        return;
    }
    text[0] = 0;
}

DWORD settings_set_string(HKEY key, const WCHAR *value, const WCHAR *string)
{
    const size_t size = (wcslen(string) + 1) * sizeof(WCHAR);

    return (DWORD)RegSetValueExW(key, value, 0, REG_SZ, (const BYTE *)string, (DWORD)size);
}

DWORD settings_set_number(HKEY key, const WCHAR *value, DWORD number)
{
    return (DWORD)RegSetValueExW(key, value, 0, REG_DWORD, (const BYTE *)&number, sizeof(number));
}
