/*
 * Settings in a file of the user's (include/netapi32_posix.h).
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/settings_store.h"

#include <netapi32_posix.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"

const bool settings_are_in_files = true;

static const enum posix_section sections[] = {
    [SETTINGS_OF_ALL] = POSIX_SECTION_GLOBAL,
    [SETTINGS_OF_SERVER] = POSIX_SECTION_SERVER,
    [SETTINGS_OF_GROUP] = POSIX_SECTION_GROUP,
};

/* The file as it was when it was first read, or first after this program changed it: one view for a
 * command, and one reading for all values of a thousand servers. Only the main thread asks. */
static struct posix_config *config;

static void config_close(void)
{
    posix_config_close(config);
    config = NULL;
}

/* It is closed when the program ends. */
static DWORD config_open(void)
{
    static bool is_registered;

    if (config)
    {
        return ERROR_SUCCESS;
    }
    is_registered = is_registered || !atexit(config_close);
    return posix_config_open(&config);
}

DWORD settings_find(enum settings_section section, const WCHAR *name)
{
    const DWORD error = config_open();

    return error ? error : posix_config_find(config, sections[section], name);
}

DWORD settings_at(enum settings_section section, DWORD index, WCHAR name[SETTING_CAPACITY])
{
    const DWORD error = config_open();

    name[0] = 0;
    return error ? error
                 : posix_config_at(config, sections[section], index, name, SETTING_CAPACITY);
}

DWORD settings_remove(enum settings_section section, const WCHAR *name)
{
    config_close();
    return posix_config_remove(sections[section], name);
}

static bool number_read(const WCHAR *text, DWORD *number)
{
    ULONGLONG value = 0;

    for (const WCHAR *digit = text; *digit; digit++)
    {
        if (*digit < '0' || *digit > '9')
        {
            return false;
        }
        value = value * 10 + (ULONGLONG)(*digit - '0');
        if (value > UINT32_MAX)
        {
            return false;
        }
    }
    *number = (DWORD)value;
    return *text;
}

void settings_get(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                  struct stored_value *value)
{
    *value = (struct stored_value){ 0 };
    value->is_text = !config_open() && !posix_config_get(config, sections[section], name, setting,
                                                         value->text, ARRAYSIZE(value->text));
    value->is_number = value->is_text && number_read(value->text, &value->number);
    value->is_set = value->is_text;
}

DWORD settings_get_text(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                        struct text *text)
{
    WCHAR *value;
    DWORD error = config_open();

    if (error)
    {
        return error;
    }
    value = memory_resize(NULL, POSIX_VALUE_MAX + 1, sizeof(*value));
    error = posix_config_get(config, sections[section], name, setting, value, POSIX_VALUE_MAX + 1);
    if (!error)
    {
        text_append(text, value);
    }
    free(value);
    return error;
}

DWORD settings_set_text(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                        const WCHAR *text)
{
    config_close();
    return posix_config_set_value(sections[section], name, setting, text);
}

DWORD settings_set_number(enum settings_section section, const WCHAR *name, const WCHAR *setting,
                          DWORD number)
{
    struct text text = { 0 };
    DWORD error;

    text_append_format(&text, L"%lu", number);
    text_append_unit(&text, 0);
    error = settings_set_text(section, name, setting, text.units);
    text_free(&text);
    return error;
}

DWORD settings_unset(enum settings_section section, const WCHAR *name, const WCHAR *setting)
{
    return settings_set_text(section, name, setting, NULL);
}
