/*
 * Groups of servers that are kept in the configuration.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "many/server_group.h"

#include <netapi32_settings.h>

#include "platform/settings_store.h"

#define SERVERS_SETTING L"" NETAPI32_GROUP_SERVERS

DWORD server_group_read(const WCHAR *group, struct text *members)
{
    const DWORD error = settings_get_text(SETTINGS_OF_GROUP, group, SERVERS_SETTING, members);

    text_append_unit(members, 0);
    return error;
}

DWORD server_group_write(const WCHAR *group, const WCHAR *members)
{
    return settings_set_text(SETTINGS_OF_GROUP, group, SERVERS_SETTING, members);
}

DWORD server_group_remove(const WCHAR *group)
{
    return settings_remove(SETTINGS_OF_GROUP, group);
}

DWORD server_group_at(DWORD index, WCHAR name[GROUP_NAME_CAPACITY])
{
    return settings_at(SETTINGS_OF_GROUP, index, name);
}
