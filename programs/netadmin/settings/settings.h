/*
 * The registry values that netapi32 reads, under HKEY_CURRENT_USER\Software\Wine\Netapi32.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SETTINGS_H
#define NETADMIN_SETTINGS_H

#include <stdbool.h>
#include <windows.h>

/* What netapi32 reads, and the terminator. */
#define SETTING_CAPACITY 257

/* A registry value that netapi32 can read: REG_DWORD or REG_SZ. */
struct registry_value
{
    bool is_set;
    bool is_number;
    DWORD number;
    WCHAR text[SETTING_CAPACITY]; /* a number in decimal */
};

/* The functions return a Win32 error, ERROR_FILE_NOT_FOUND where there is no such key. */

/* Opens the key of a server, or the global one for NULL. The caller closes it. */
DWORD settings_open(const WCHAR *server, HKEY *key);
DWORD settings_create(const WCHAR *server, HKEY *key);

DWORD settings_remove_server(const WCHAR *server);

/* The name of the index-th configured server; ERROR_NO_MORE_ITEMS behind the last. */
DWORD settings_server_at(DWORD index, WCHAR name[SETTING_CAPACITY]);

/* Without a key (NULL) nothing is set. */
void settings_get(HKEY key, const WCHAR *name, struct registry_value *value);

DWORD settings_set_string(HKEY key, const WCHAR *value, const WCHAR *string);
DWORD settings_set_number(HKEY key, const WCHAR *value, DWORD number);

#endif
