/*
 * The servers and groups that are kept in the registry.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "settings/known_servers.h"

#include <netapi32_settings.h>
#include <stdlib.h>
#include <wchar.h>

#include "base/memory.h"

#define SERVERS L"" NETAPI32_SERVERS_KEY
#define GROUPS  L"" NETAPI32_GROUPS_KEY
#define ADDRESS L"Address"
#define PORT    L"Port"

static DWORD name_at(const WCHAR *path, DWORD index, WCHAR name[NAME_CAPACITY])
{
    DWORD length = NAME_CAPACITY;
    HKEY key;
    DWORD error = (DWORD)RegOpenKeyExW(HKEY_CURRENT_USER, path, 0, KEY_READ, &key);

    if (error)
    {
        return error == ERROR_FILE_NOT_FOUND ? ERROR_NO_MORE_ITEMS : error;
    }
    error = (DWORD)RegEnumKeyExW(key, index, name, &length, NULL, NULL, NULL, NULL);
    RegCloseKey(key);
    return error;
}

DWORD known_server_at(DWORD index, WCHAR name[NAME_CAPACITY])
{
    return name_at(SERVERS, index, name);
}

DWORD known_group_at(DWORD index, WCHAR name[NAME_CAPACITY])
{
    return name_at(GROUPS, index, name);
}

static DWORD open_key(const WCHAR *path, const WCHAR *name, bool make, HKEY *key)
{
    HKEY parent;
    DWORD error = (DWORD)(make ? RegCreateKeyExW(HKEY_CURRENT_USER, path, 0, NULL, 0,
                                                 KEY_READ | KEY_WRITE, NULL, &parent, NULL)
                               : RegOpenKeyExW(HKEY_CURRENT_USER, path, 0, KEY_READ, &parent));

    if (!error)
    {
        error = (DWORD)(make ? RegCreateKeyExW(parent, name, 0, NULL, 0, KEY_READ | KEY_WRITE, NULL,
                                               key, NULL)
                             : RegOpenKeyExW(parent, name, 0, KEY_READ, key));
        RegCloseKey(parent);
    }
    return error;
}

static DWORD set_string(HKEY key, const WCHAR *value, const WCHAR *string)
{
    return (DWORD)RegSetValueExW(key, value, 0, REG_SZ, (const BYTE *)string,
                                 (DWORD)((wcslen(string) + 1) * sizeof(*string)));
}

static DWORD remove_key(const WCHAR *path, const WCHAR *name)
{
    HKEY parent;
    DWORD error =
        (DWORD)RegOpenKeyExW(HKEY_CURRENT_USER, path, 0, KEY_READ | KEY_WRITE | DELETE, &parent);

    if (!error)
    {
        error = (DWORD)RegDeleteTreeW(parent, name);
        RegCloseKey(parent);
    }
    return error == ERROR_FILE_NOT_FOUND ? ERROR_SUCCESS : error;
}

DWORD known_server_keep(const WCHAR *name, const WCHAR *address, DWORD port)
{
    HKEY key;
    DWORD error = open_key(SERVERS, name, true, &key);

    if (error)
    {
        return error;
    }
    if (*address)
    {
        error = set_string(key, ADDRESS, address);
    }
    if (!error && port)
    {
        error = (DWORD)RegSetValueExW(key, PORT, 0, REG_DWORD, (const BYTE *)&port, sizeof(port));
    }
    RegCloseKey(key);
    return error;
}

DWORD known_server_remove(const WCHAR *name)
{
    return remove_key(SERVERS, name);
}

WCHAR *known_group_read(const WCHAR *name)
{
    WCHAR *servers = NULL;
    DWORD size = 0;
    HKEY key;

    if (open_key(GROUPS, name, false, &key))
    {
        return NULL;
    }
    if (!RegGetValueW(key, NULL, L"" NETAPI32_GROUP_SERVERS, RRF_RT_REG_SZ, NULL, NULL, &size))
    {
        servers = memory_zeros(size + sizeof(*servers), 1);
        if (RegGetValueW(key, NULL, L"" NETAPI32_GROUP_SERVERS, RRF_RT_REG_SZ, NULL, servers,
                         &size))
        {
            free(servers);
            servers = NULL;
        }
    }
    RegCloseKey(key);
    return servers;
}

DWORD known_group_keep(const WCHAR *name, const WCHAR *servers)
{
    HKEY key;
    DWORD error = open_key(GROUPS, name, true, &key);

    if (!error)
    {
        error = set_string(key, L"" NETAPI32_GROUP_SERVERS, servers);
        RegCloseKey(key);
    }
    return error;
}

DWORD known_group_remove(const WCHAR *name)
{
    return remove_key(GROUPS, name);
}
