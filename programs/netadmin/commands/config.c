/*
 * netadmin config: where servers are and how long to wait for them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <netapi32_settings.h>

#include "command_line/arguments.h"
#include "command_line/command.h"
#include "console/error.h"
#include "console/output.h"
#include "listing/table.h"
#include "settings/setting_values.h"
#include "settings/settings.h"

enum usage
{
    USAGE_SERVER = 1,
    USAGE_GLOBAL,
    USAGE_LOCAL = USAGE_GLOBAL,
    USAGE_MEMBERSHIP = USAGE_GLOBAL,
};

#define CHOICE_TEXT(value) L"" value,

#define NUMBER_OPTION(scope, field, name_, option, operand_, unit, preset, minimum_, maximum_,     \
                      meaning)                                                                     \
    { .name = L"" option,                                                                          \
      .kind = PARAMETER_NUMBER,                                                                    \
      .minimum = minimum_,                                                                         \
      .maximum = maximum_,                                                                         \
      .value = L"" operand_,                                                                       \
      .help = L"" meaning " (default: " #preset unit ")",                                          \
      .usage = USAGE_##scope },
#define CHOICE_OPTION(scope, field, name_, option, operand_, values, preset, otherwise, meaning)   \
    { .name = L"" option,                                                                          \
      .kind = PARAMETER_CHOICE,                                                                    \
      .choices = (const WCHAR *const[]){ values(CHOICE_TEXT) NULL },                               \
      .value = L"" operand_,                                                                       \
      .help = L"" meaning " (default: " preset ")",                                                \
      .usage = USAGE_##scope },
#define TEXT_OPTION(scope, field, name_, option, operand_, preset, meaning)                        \
    { .name = L"" option,                                                                          \
      .kind = PARAMETER_TEXT,                                                                      \
      .maximum = SETTING_CAPACITY - 1,                                                             \
      .value = L"" operand_,                                                                       \
      .help = L"" meaning " (default: " preset ")",                                                \
      .usage = USAGE_##scope },

static const struct parameter config_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .usage = USAGE_SERVER },
    { .name = L"remove",
      .kind = PARAMETER_FLAG,
      .help = L"forget what is set for SERVER",
      .usage = USAGE_SERVER },
    NETAPI32_SETTINGS(NUMBER_OPTION, CHOICE_OPTION, TEXT_OPTION){ 0 },
};

/* The first setting that is given of those that each server has, or of the others. */
static const struct setting *setting_given(const struct arguments *arguments, bool of_server)
{
    for (const struct setting *setting = all_settings; setting->name; setting++)
    {
        if (setting->of_server == of_server && arguments_value(arguments, setting->option))
        {
            return setting;
        }
    }
    return NULL;
}

static DWORD setting_write(const struct arguments *arguments, const struct setting *setting,
                           HKEY key)
{
    if (setting->kind == SETTING_NUMBER)
    {
        return settings_set_number(key, setting->name,
                                   arguments_number(arguments, setting->option, 0));
    }
    return settings_set_string(key, setting->name, arguments_value(arguments, setting->option));
}

/* Writes those settings that are given, of one server or of all. */
static DWORD settings_write(const struct arguments *arguments, const WCHAR *server)
{
    HKEY key;
    DWORD error = settings_create(server, &key);

    if (error)
    {
        return error;
    }
    for (const struct setting *setting = all_settings; setting->name && !error; setting++)
    {
        if (arguments_value(arguments, setting->option))
        {
            error = setting_write(arguments, setting, key);
        }
    }
    RegCloseKey(key);
    return error;
}

static DWORD add_server(struct table *table, const WCHAR *server)
{
    struct text cell = { 0 };
    HKEY key;
    const DWORD error = settings_open(server, &key);

    if (error)
    {
        return error;
    }
    table_add_cell(table, server);
    for (const struct setting *setting = all_settings; setting->name; setting++)
    {
        if (setting->of_server)
        {
            cell.length = 0;
            setting_append_value(setting, key, server, &cell);
            text_append_unit(&cell, 0);
            table_add_cell(table, cell.units);
        }
    }
    text_free(&cell);
    RegCloseKey(key);
    return ERROR_SUCCESS;
}

static void append_global_settings(struct text *text)
{
    HKEY key = NULL;

    if (settings_open(NULL, &key))
    {
        key = NULL;
    }
    for (const struct setting *setting = all_settings; setting->name; setting++)
    {
        if (!setting->of_server)
        {
            text_append_format(text, L"%ls: ", setting->name);
            setting_append_value(setting, key, NULL, text);
            text_append(text, L"\n");
        }
    }
    if (key)
    {
        RegCloseKey(key);
    }
}

static void add_columns(struct table *table)
{
    table_add_column(table, L"Server", false);
    for (const struct setting *setting = all_settings; setting->name; setting++)
    {
        if (setting->of_server)
        {
            table_add_column(table, setting->name, setting->kind == SETTING_NUMBER);
        }
    }
}

/* One server, or all and the global settings. */
static DWORD settings_show(const WCHAR *server)
{
    WCHAR name[SETTING_CAPACITY];
    struct table table = { 0 };
    struct text text = { 0 };
    DWORD error = ERROR_SUCCESS;

    add_columns(&table);
    if (server)
    {
        error = add_server(&table, server);
    }
    else
    {
        for (DWORD i = 0; settings_server_at(i, name) == ERROR_SUCCESS; i++)
        {
            add_server(&table, name);
        }
        append_global_settings(&text);
        text_append(&text, table.cell_count ? L"\n" : L"No server is configured.\n");
    }
    if (table.cell_count)
    {
        table_append(&table, &text);
    }
    if (!error)
    {
        error = output_write(STD_OUTPUT_HANDLE, &text);
    }
    text_free(&text);
    table_free(&table);
    return error;
}

static enum exit_status report(DWORD error)
{
    return error_report_with_hint(error, error == ERROR_FILE_NOT_FOUND
                                             ? L"'netadmin config' lists the configured servers."
                                             : NULL);
}

static enum exit_status server_remove(const WCHAR *server)
{
    const DWORD error = settings_remove_server(server);

    return report(error ? error : output_print(L"Removed the entry of %ls.\n", server));
}

static enum exit_status config_run(const struct arguments *arguments)
{
    const WCHAR *command = arguments->command->name;
    const WCHAR *server = arguments_value(arguments, L"SERVER");
    const bool remove = arguments_value(arguments, L"remove") != NULL;
    const struct setting *for_server = setting_given(arguments, true);
    const struct setting *for_all = setting_given(arguments, false);
    DWORD error = ERROR_SUCCESS;

    if (!server && (for_server || remove))
    {
        return usage_error(command, L"'SERVER' is missing");
    }
    if (server && for_all)
    {
        return usage_error(command, L"'%ls' is for all servers, not for one", for_all->option);
    }
    if (remove && for_server)
    {
        return usage_error(command, L"'remove' cannot be combined with other options");
    }
    if (remove)
    {
        return server_remove(server);
    }
    if (for_server || for_all)
    {
        error = settings_write(arguments, server);
    }
    return report(error ? error : settings_show(server));
}

const struct command config_command = {
    .name = L"config",
    .summary = L"Show or set where servers are and how long to wait",
    .details = L"Without options, shows what counts: for SERVER, or for all.",
    .parameters = config_parameters,
    .run = config_run,
};
