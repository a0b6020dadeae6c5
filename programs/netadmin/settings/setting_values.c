/*
 * What counts of the settings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "settings/setting_values.h"

#include <netapi32_settings.h>
#include <wchar.h>

#include "settings/settings.h"

#define OF_SERVER_GLOBAL     false
#define OF_SERVER_LOCAL      false
#define OF_SERVER_MEMBERSHIP false
#define OF_SERVER_SERVER     true

#define CHOICE_TEXT(value) L"" value,

#define NUMBER_ROW(scope, field, name_, option_, operand, unit_, preset_, minimum_, maximum_,      \
                   meaning)                                                                        \
    { .name = L"" name_,                                                                           \
      .option = L"" option_,                                                                       \
      .kind = SETTING_NUMBER,                                                                      \
      .of_server = OF_SERVER_##scope,                                                              \
      .unit = L"" unit_,                                                                           \
      .preset = L"" #preset_,                                                                      \
      .minimum = minimum_,                                                                         \
      .maximum = maximum_ },
#define CHOICE_ROW(scope, field, name_, option_, operand, values, preset_, otherwise_, meaning)    \
    { .name = L"" name_,                                                                           \
      .option = L"" option_,                                                                       \
      .kind = SETTING_CHOICE,                                                                      \
      .of_server = OF_SERVER_##scope,                                                              \
      .unit = L"",                                                                                 \
      .preset = L"" preset_,                                                                       \
      .choices = (const WCHAR *const[]){ values(CHOICE_TEXT) NULL },                               \
      .otherwise = L"" otherwise_ },
#define TEXT_ROW(scope, field, name_, option_, operand, preset_, meaning)                          \
    { .name = L"" name_,                                                                           \
      .option = L"" option_,                                                                       \
      .kind = SETTING_TEXT,                                                                        \
      .of_server = OF_SERVER_##scope,                                                              \
      .unit = L"",                                                                                 \
      .preset = L"" preset_ },

const struct setting all_settings[] = { NETAPI32_SETTINGS(NUMBER_ROW, CHOICE_ROW, TEXT_ROW){ 0 } };

static const WCHAR *default_value(const struct setting *setting, const WCHAR *server)
{
    if (!server || wcscmp(setting->preset, L"" NETAPI32_SETTING_SERVER_NAME))
    {
        return setting->preset;
    }
    return _wcsicmp(server, L"" NETAPI32_THIS_COMPUTER) ? server
                                                        : L"" NETAPI32_THIS_COMPUTER_ADDRESS;
}

/* The spelling of a choice, or what counts in its place. */
static const WCHAR *choice_value(const struct setting *setting, const WCHAR *text)
{
    for (size_t i = 0; setting->choices[i]; i++)
    {
        if (!_wcsicmp(setting->choices[i], text))
        {
            return setting->choices[i];
        }
    }
    return setting->otherwise;
}

/* As dlls/netapi32/remote/settings.c has it. */
static const WCHAR *value_in_force(const struct setting *setting,
                                   const struct registry_value *value, const WCHAR *server)
{
    if (value->is_set && value->is_number == (setting->kind == SETTING_NUMBER))
    {
        switch (setting->kind)
        {
        case SETTING_NUMBER:
            if (value->number >= setting->minimum && value->number <= setting->maximum)
            {
                return value->text;
            }
            break;
        case SETTING_CHOICE:
            if (value->text[0])
            {
                return choice_value(setting, value->text);
            }
            break;
        case SETTING_TEXT:
            if (value->text[0])
            {
                return value->text;
            }
            break;
        }
    }
    return default_value(setting, server);
}

void setting_append_value(const struct setting *setting, HKEY key, const WCHAR *server,
                          struct text *text)
{
    struct registry_value value;
    const WCHAR *in_force;

    settings_get(key, setting->name, &value);
    in_force = value_in_force(setting, &value, server);
    text_append_visible(text, in_force);
    text_append(text, setting->unit);
    if (!value.text[0])
    {
        text_append(text, L" (default)");
    }
    else if (_wcsicmp(in_force, value.text))
    {
        text_append(text, L" (instead of '");
        text_append_visible(text, value.text);
        text_append(text, L"')");
    }
}
