/*
 * The registry values that netapi32 reads, under HKEY_CURRENT_USER\Software\Wine\Netapi32.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SETTINGS_H
#define NETADMIN_SETTINGS_H

#include <windows.h>

#define SETTING_CAPACITY 256

/* Keys. A server's key is SETTINGS_KEY\Servers\NAME. */
#define SETTINGS_KEY L"Software\\Wine\\Netapi32"
#define SERVERS_KEY  SETTINGS_KEY L"\\Servers"

/* The functions return a Win32 error, ERROR_FILE_NOT_FOUND where there is no such key. */

/* Opens the key of a server, or the global one for NULL. The caller closes it. */
DWORD settings_open(const WCHAR *server, HKEY *key);
DWORD settings_create(const WCHAR *server, HKEY *key);

DWORD settings_remove_server(const WCHAR *server);

/* The name of the index-th configured server; ERROR_NO_MORE_ITEMS behind the last. */
DWORD settings_server_at(DWORD index, WCHAR name[SETTING_CAPACITY]);

/* A value as text, decimal for numbers; empty if it is not set. */
void settings_get(HKEY key, const WCHAR *value, WCHAR text[SETTING_CAPACITY]);

DWORD settings_set_string(HKEY key, const WCHAR *value, const WCHAR *string);
DWORD settings_set_number(HKEY key, const WCHAR *value, DWORD number);

#endif
