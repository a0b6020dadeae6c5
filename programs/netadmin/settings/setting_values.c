/*
 * What counts of the settings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "settings/setting_values.h"

#include <netapi32_settings.h>
#include <wchar.h>

#include "platform/settings_store.h"

#define OF_SERVER_GLOBAL     false
#define OF_SERVER_LOCAL      false
#define OF_SERVER_MEMBERSHIP false
#define OF_SERVER_SERVER     true

#define OF_ALL_GLOBAL     true
#define OF_ALL_LOCAL      true
#define OF_ALL_MEMBERSHIP true
#define OF_ALL_SERVER     false

#define FOR_SERVERS_GLOBAL     true
#define FOR_SERVERS_LOCAL      false
#define FOR_SERVERS_MEMBERSHIP false
#define FOR_SERVERS_SERVER     false

#define CHOICE_TEXT(value) L"" value,

#define NUMBER_ROW(scope, field, name_, option_, operand, unit_, preset_, minimum_, maximum_,      \
                   meaning)                                                                        \
    { .name = L"" name_,                                                                           \
      .option = L"" option_,                                                                       \
      .kind = SETTING_NUMBER,                                                                      \
      .of_server = OF_SERVER_##scope,                                                              \
      .of_all = OF_ALL_##scope,                                                                    \
      .for_servers = FOR_SERVERS_##scope,                                                          \
      .unit = L"" unit_,                                                                           \
      .preset = L"" #preset_,                                                                      \
      .minimum = minimum_,                                                                         \
      .maximum = maximum_ },
#define CHOICE_ROW(scope, field, name_, option_, operand, values, preset_, otherwise_, meaning)    \
    { .name = L"" name_,                                                                           \
      .option = L"" option_,                                                                       \
      .kind = SETTING_CHOICE,                                                                      \
      .of_server = OF_SERVER_##scope,                                                              \
      .of_all = OF_ALL_##scope,                                                                    \
      .for_servers = FOR_SERVERS_##scope,                                                          \
      .unit = L"",                                                                                 \
      .preset = L"" preset_,                                                                       \
      .choices = (const WCHAR *const[]){ values(CHOICE_TEXT) NULL },                               \
      .otherwise = L"" otherwise_ },
#define TEXT_ROW(scope, field, name_, option_, operand, preset_, meaning)                          \
    { .name = L"" name_,                                                                           \
      .option = L"" option_,                                                                       \
      .kind = SETTING_TEXT,                                                                        \
      .of_server = OF_SERVER_##scope,                                                              \
      .of_all = OF_ALL_##scope,                                                                    \
      .for_servers = FOR_SERVERS_##scope,                                                          \
      .unit = L"",                                                                                 \
      .preset = L"" preset_ },

const struct setting all_settings[] = { NETAPI32_SETTINGS(NUMBER_ROW, CHOICE_ROW, TEXT_ROW){
                                            .name = L"" CREDENTIALS_FILE_NAME,
                                            .option = L"" CREDENTIALS_FILE_OPTION,
                                            .kind = SETTING_TEXT,
                                            .of_server = true,
                                            .of_all = true,
                                            .in_files = true,
                                            .unit = L"",
                                            .preset = L"" CREDENTIALS_FILE_PRESET },
                                        { 0 } };

bool setting_is_known(const struct setting *setting, bool of_server)
{
    return (of_server ? setting->of_server : setting->of_all) &&
           (!setting->in_files || settings_are_in_files);
}

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
static const WCHAR *value_in_force(const struct setting *setting, const struct stored_value *value,
                                   const WCHAR *server)
{
    if (setting->kind == SETTING_NUMBER ? value->is_number : value->is_text)
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

/* Of a server: what is set for all, where nothing is set for this one, or that it has nothing. False if it
 * has a value. */
static bool append_other_than_own(const struct setting *setting, const struct stored_value *value,
                                  struct text *text)
{
    if (!value->is_set)
    {
        text_append(text, setting_append_value(setting, NULL, text) ? L" (global)" : L"");
    }
    else if (!value->text[0])
    {
        text_append(text, setting->preset);
    }
    return !value->text[0];
}

bool setting_append_value(const struct setting *setting, const WCHAR *server, struct text *text)
{
    struct stored_value value;
    const WCHAR *in_force;

    settings_get(server ? SETTINGS_OF_SERVER : SETTINGS_OF_ALL, server, setting->name, &value);
    if (server && setting->of_all && append_other_than_own(setting, &value, text))
    {
        return false;
    }
    in_force = value_in_force(setting, &value, server);
    text_append_visible(text, in_force);
    text_append(text, setting->unit);
    if (!value.text[0])
    {
        text_append(text, L" (default)");
        return false;
    }
    if (_wcsicmp(in_force, value.text))
    {
        text_append(text, L" (instead of '");
        text_append_visible(text, value.text);
        text_append(text, L"')");
        return false;
    }
    return true;
}
