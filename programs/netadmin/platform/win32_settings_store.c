/*
 * Settings in the registry, under HKEY_CURRENT_USER\Software\Wine\Netapi32.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/settings_store.h"

#include <netapi32_settings.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"

const bool settings_are_in_files = false;

/* Where the sections of a kind are; the path of a name lies below. */
static const WCHAR *const paths[] = {
    [SETTINGS_OF_ALL] = L"" NETAPI32_SETTINGS_KEY,
    [SETTINGS_OF_SERVER] = L"" NETAPI32_SERVERS_KEY,
    [SETTINGS_OF_GROUP] = L"" NETAPI32_GROUPS_KEY,
};

static void append_path(struct text *path, enum settings_section section, const WCHAR *name)
{
    text_append(path, paths[section]);
    if (name)
    {
        text_append_unit(path, '\\');
        text_append(path, name);
    }
    text_append_unit(path, 0);
}

static DWORD section_open(enum settings_section section, const WCHAR *name, HKEY *key)
{
    struct text path = { 0 };
    DWORD error;

    append_path(&path, section, name);
    error = (DWORD)RegOpenKeyExW(HKEY_CURRENT_USER, path.units, 0, KEY_READ, key);
    text_free(&path);
    return error;
}

DWORD settings_find(enum settings_section section, const WCHAR *name)
{
    HKEY key;
    const DWORD error = section_open(section, name, &key);

    if (!error)
    {
        RegCloseKey(key);
    }
    return error;
}

DWORD settings_at(enum settings_section section, DWORD index, WCHAR name[SETTING_CAPACITY])
{
    DWORD length = SETTING_CAPACITY;
    HKEY key;
    DWORD error = section_open(section, NULL, &key);

    if (!error)
    {
        error = (DWORD)RegEnumKeyExW(key, index, name, &length, NULL, NULL, NULL, NULL);
        RegCloseKey(key);
    }
    return error == ERROR_FILE_NOT_FOUND ? ERROR_NO_MORE_ITEMS : error;
}

DWORD settings_remove(enum settings_section section, const WCHAR *name)
{
    struct text path = { 0 };
    DWORD error;

    append_path(&path, section, name);
    error = (DWORD)RegDeleteTreeW(HKEY_CURRENT_USER, path.units);
    text_free(&path);
    return error;
}

static void value_read(HKEY key, const WCHAR *setting, struct stored_value *value)
{
    DWORD size = sizeof(value->text);

    value->is_text = !RegGetValueW(key, NULL, setting, RRF_RT_REG_SZ, NULL, value->text, &size);
    if (!value->is_text)
    {
        *value = (struct stored_value){ 0 }; /* of a value of another type, its bytes */
        size = sizeof(value->number);
        value->is_number =
            !RegGetValueW(key, NULL, setting, RRF_RT_REG_DWORD, NULL, &value->number, &size);
    }
    if (value->is_number)
    {
        _snwprintf(value->text, SETTING_CAPACITY, L"%lu", value->number);
    }
    value->is_set = value->is_text || value->is_number;
}

void settings_get(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                  struct stored_value *value)
{
    HKEY key;

    *value = (struct stored_value){ 0 };
    if (!section_open(section, name, &key))
    {
        value_read(key, setting, value);
        RegCloseKey(key);
    }
}

static DWORD text_read(HKEY key, const WCHAR *setting, struct text *text)
{
    DWORD size = 0;
    DWORD error = (DWORD)RegGetValueW(key, NULL, setting, RRF_RT_REG_SZ, NULL, NULL, &size);

    while (!error || error == ERROR_MORE_DATA)
    {
        WCHAR *units = memory_resize(NULL, size / sizeof(WCHAR) + 1, sizeof(WCHAR));

        error = (DWORD)RegGetValueW(key, NULL, setting, RRF_RT_REG_SZ, NULL, units, &size);
        if (!error)
        {
            text_append(text, units);
        }
        free(units);
        if (!error)
        {
            break;
        }
    }
    return error;
}

DWORD settings_get_text(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                        struct text *text)
{
    HKEY key;
    DWORD error = section_open(section, name, &key);

    if (!error)
    {
        error = text_read(key, setting, text);
        RegCloseKey(key);
    }
    return error;
}

static DWORD value_set(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                       DWORD type, const void *value, size_t size)
{
    struct text path = { 0 };
    HKEY key;
    DWORD error;

    append_path(&path, section, name);
    error = (DWORD)RegCreateKeyExW(HKEY_CURRENT_USER, path.units, 0, NULL, 0, KEY_READ | KEY_WRITE,
                                   NULL, &key, NULL);
    text_free(&path);
    if (!error)
    {
        error = (DWORD)RegSetValueExW(key, setting, 0, type, value, (DWORD)size);
        RegCloseKey(key);
    }
    return error;
}

DWORD settings_set_text(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                        const WCHAR *text)
{
    return value_set(section, name, setting, REG_SZ, text, (wcslen(text) + 1) * sizeof(WCHAR));
}

DWORD settings_set_number(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                          DWORD number)
{
    return value_set(section, name, setting, REG_DWORD, &number, sizeof(number));
}

DWORD settings_unset(enum settings_section section, const WCHAR *name, const WCHAR *setting)
{
    struct text path = { 0 };
    DWORD error;

    append_path(&path, section, name);
    error = (DWORD)RegDeleteKeyValueW(HKEY_CURRENT_USER, path.units, setting);
    text_free(&path);
    return error;
}
