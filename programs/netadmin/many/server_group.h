/*
 * Groups of servers that are kept in the configuration.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_SERVER_GROUP_H
#define NETADMIN_SERVER_GROUP_H

#include <windows.h>

#include "base/text.h"
#include "platform/settings_store.h"

#define GROUP_NAME_CAPACITY SETTING_CAPACITY

/* All return a Win32 error: ERROR_FILE_NOT_FOUND where there is no such group, or what the system says. */

/* Appends what a group has: names and lists (@NAME) with blanks between them, terminated in every case. */
DWORD server_group_read(const WCHAR *group, struct text *members);

/* Makes a group, or gives it other members. */
DWORD server_group_write(const WCHAR *group, const WCHAR *members);
DWORD server_group_remove(const WCHAR *group);

/* The name of the index-th group; ERROR_NO_MORE_ITEMS behind the last. */
DWORD server_group_at(DWORD index, WCHAR name[GROUP_NAME_CAPACITY]);

#endif
