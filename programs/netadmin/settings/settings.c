/*
 * The registry values that netapi32 reads.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "settings/settings.h"

#include <netapi32_settings.h>
#include <stdio.h>
#include <wchar.h>

#include "base/text.h"

#define SETTINGS_KEY L"" NETAPI32_SETTINGS_KEY
#define SERVERS_KEY  L"" NETAPI32_SERVERS_KEY

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

void settings_get(HKEY key, const WCHAR *name, struct registry_value *value)
{
    DWORD size = sizeof(value->text);

    *value = (struct registry_value){ 0 };
    if (!key)
    {
        return;
    }
    value->is_set = !RegGetValueW(key, NULL, name, RRF_RT_REG_SZ, NULL, value->text, &size);
    if (value->is_set)
    {
        return;
    }
    *value = (struct registry_value){ 0 }; /* of a value of another type, its bytes */
    size = sizeof(value->number);
    value->is_number =
        !RegGetValueW(key, NULL, name, RRF_RT_REG_DWORD, NULL, &value->number, &size);
    value->is_set = value->is_number;
    if (value->is_number)
    {
        _snwprintf(value->text, SETTING_CAPACITY, L"%lu", value->number);
    }
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
