/*
 * Configuration from the registry.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include "netapi32_settings.h"
#include "platform/platform.h"

/* The registry path of a server's values, or of the values of all servers. A server's name can
 * hold no backslash: names are checked before they come here. One of a NetBIOS command is not, and
 * finds nothing then. */
static bool key_path(struct utf16_slice server, struct utf16_name *path)
{
    *path =
        utf16_name_from_ascii(server.length ? NETAPI32_SERVERS_KEY "\\" : NETAPI32_SETTINGS_KEY);
    return !server.length || utf16_name_append(path, server);
}

uint32_t platform_config_open(struct platform_config *config, struct utf16_slice server)
{
    struct utf16_name path;
    HKEY key = NULL;

    *config = (struct platform_config){ .server = server };
    if (!key_path(server, &path) ||
        RegOpenKeyExW(HKEY_CURRENT_USER, (const WCHAR *)path.units, 0, KEY_QUERY_VALUE, &key))
    {
        return ERROR_FILE_NOT_FOUND;
    }
    config->key = key;
    return ERROR_SUCCESS;
}

void platform_config_close(struct platform_config *config)
{
    RegCloseKey(config->key);
}

static bool read_value(const struct platform_config *config, const char *name, DWORD type,
                       void *data, DWORD size)
{
    struct utf16_name value_name = utf16_name_from_ascii(name);

    return !RegGetValueW(config->key, NULL, (const WCHAR *)value_name.units, type, NULL, data,
                         &size);
}

bool platform_config_number(const struct platform_config *config, const char *name, uint32_t *value)
{
    DWORD number = 0;

    if (!read_value(config, name, RRF_RT_REG_DWORD, &number, sizeof(number)))
    {
        return false;
    }
    *value = number;
    return true;
}

bool platform_config_text(const struct platform_config *config, const char *name,
                          struct utf16_name *value)
{
    uint16_t text[NAME_LENGTH_MAX + 1];

    return read_value(config, name, RRF_RT_REG_SZ, text, sizeof(text)) &&
           utf16_name_set(value, utf16_from_terminated(text));
}
