/*
 * The servers and groups that are kept in the registry, where netapi32.dll and netadmin have them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef SHAREDFOLDERS_KNOWN_SERVERS_H
#define SHAREDFOLDERS_KNOWN_SERVERS_H

#include <stdbool.h>
#include <windows.h>

/* Longer names are no servers. In units, with the terminator. */
#define NAME_CAPACITY 257

/* The functions return a Win32 code. */

/* The name of the index-th server or group; ERROR_NO_MORE_ITEMS behind the last, and where there is none. */
DWORD known_server_at(DWORD index, WCHAR name[NAME_CAPACITY]);
DWORD known_group_at(DWORD index, WCHAR name[NAME_CAPACITY]);

/* Keeps a server; an address "" and a port 0 are not set, and stay as they are where the server is there
 * already. */
DWORD known_server_keep(const WCHAR *name, const WCHAR *address, DWORD port);
/* What else is kept of the server goes with it. */
DWORD known_server_remove(const WCHAR *name);

/* The names of a group's servers, with blanks between them, to be freed; NULL where there is none. */
WCHAR *known_group_read(const WCHAR *name);
DWORD known_group_keep(const WCHAR *name, const WCHAR *servers);
DWORD known_group_remove(const WCHAR *name);

#endif
