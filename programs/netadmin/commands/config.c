/*
 * netadmin config: where servers are and how long to wait for them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <netapi32_settings.h>
#include <wchar.h>

#include "command_line/arguments.h"
#include "command_line/command.h"
#include "commands/config_group.h"
#include "console/error.h"
#include "console/output.h"
#include "listing/table.h"
#include "platform/settings_store.h"
#include "settings/setting_values.h"

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

#define OPTION_NAME(scope, field, name, option, ...) L"" option,

/* What can be forgotten. */
static const WCHAR *const option_names[] = {
    NETAPI32_SETTINGS(OPTION_NAME, OPTION_NAME, OPTION_NAME) L"" CREDENTIALS_FILE_OPTION,
    NULL,
};

static const struct parameter config_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .usage = USAGE_SERVER },
    { .name = L"remove",
      .kind = PARAMETER_FLAG,
      .help = L"forget what is set for SERVER",
      .usage = USAGE_SERVER },
    { .name = L"" CREDENTIALS_FILE_OPTION,
      .kind = PARAMETER_ANY_TEXT,
      .maximum = SETTING_CAPACITY - 1,
      .value = L"FILE",
      .help = L"a file with a user and a password, as that of /credentials, by an absolute path or "
              L"one from the folder of the settings; no FILE: none for SERVER. In Wine, 'netadmin "
              L"login' keeps them (default: " CREDENTIALS_FILE_PRESET L")" },
    { .name = L"unset",
      .kind = PARAMETER_CHOICE,
      .choices = option_names,
      .value = L"SETTING",
      .help = L"forget one setting, which is named like its option here" },
    NETAPI32_SETTINGS(NUMBER_OPTION, CHOICE_OPTION, TEXT_OPTION){ 0 },
};

static bool is_to_be_unset(const struct arguments *arguments, const struct setting *setting)
{
    const WCHAR *option = arguments_value(arguments, L"unset");

    return option && !wcscmp(option, setting->option);
}

enum given
{
    GIVEN_VALUE,
    GIVEN_ANYHOW,         /* to be set or forgotten */
    GIVEN_ELSEWHERE,      /* and not of the server, or not of all */
    GIVEN_WHERE_NONE_ARE, /* and only files of settings have it */
};

static bool setting_is_given(const struct arguments *arguments, const struct setting *setting,
                             enum given how)
{
    const bool of_server = arguments_value(arguments, L"SERVER") != NULL;

    if (!arguments_value(arguments, setting->option) &&
        (how == GIVEN_VALUE || !is_to_be_unset(arguments, setting)))
    {
        return false;
    }
    switch (how)
    {
    case GIVEN_ELSEWHERE: return !(of_server ? setting->of_server : setting->of_all);
    case GIVEN_WHERE_NONE_ARE: return setting->in_files && !settings_are_in_files;
    case GIVEN_VALUE:
    case GIVEN_ANYHOW: break;
    }
    return true;
}

/* The first one that is given so, or NULL. */
static const struct setting *setting_given(const struct arguments *arguments, enum given how)
{
    const struct setting *setting = all_settings;

    while (setting->name && !setting_is_given(arguments, setting, how))
    {
        setting++;
    }
    return setting->name ? setting : NULL;
}

static enum settings_section section_of(const WCHAR *server)
{
    return server ? SETTINGS_OF_SERVER : SETTINGS_OF_ALL;
}

static DWORD setting_write(const struct arguments *arguments, const struct setting *setting,
                           const WCHAR *server)
{
    if (setting->kind == SETTING_NUMBER)
    {
        return settings_set_number(section_of(server), server, setting->name,
                                   arguments_number(arguments, setting->option, 0));
    }
    return settings_set_text(section_of(server), server, setting->name,
                             arguments_value(arguments, setting->option));
}

/* Writes or forgets those settings that are given, of one server or of all. */
static DWORD settings_write(const struct arguments *arguments, const WCHAR *server)
{
    DWORD error = ERROR_SUCCESS;

    for (const struct setting *setting = all_settings; setting->name && !error; setting++)
    {
        if (setting_is_given(arguments, setting, GIVEN_VALUE))
        {
            error = setting_write(arguments, setting, server);
        }
        else if (is_to_be_unset(arguments, setting))
        {
            error = settings_unset(section_of(server), server, setting->name);
        }
    }
    return error;
}

static DWORD add_server(struct table *table, const WCHAR *server)
{
    struct text cell = { 0 };
    const DWORD error = settings_find(SETTINGS_OF_SERVER, server);

    if (error)
    {
        return error;
    }
    table_add_cell(table, server);
    for (const struct setting *setting = all_settings; setting->name; setting++)
    {
        if (setting_is_known(setting, true))
        {
            cell.length = 0;
            setting_append_value(setting, server, &cell);
            text_append_unit(&cell, 0);
            table_add_cell(table, cell.units);
        }
    }
    text_free(&cell);
    return ERROR_SUCCESS;
}

static void append_global_settings(struct text *text)
{
    for (const struct setting *setting = all_settings; setting->name; setting++)
    {
        if (setting_is_known(setting, false))
        {
            text_append_format(text, L"%ls: ", setting->name);
            setting_append_value(setting, NULL, text);
            text_append(text, L"\n");
        }
    }
}

/* What counts for a server and is the same for all. */
static void append_settings_for_servers(struct text *text)
{
    for (const struct setting *setting = all_settings; setting->name; setting++)
    {
        if (setting->for_servers)
        {
            text_append_format(text, L"%ls: ", setting->name);
            text_append(text, setting_append_value(setting, NULL, text) ? L" (global)\n" : L"\n");
        }
    }
}

static void add_columns(struct table *table)
{
    table_add_column(table, L"Server", false);
    for (const struct setting *setting = all_settings; setting->name; setting++)
    {
        if (setting_is_known(setting, true))
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
        error = settings_find(SETTINGS_OF_ALL, NULL);
        error = error == ERROR_FILE_NOT_FOUND ? ERROR_SUCCESS : error;
        for (DWORD i = 0; settings_at(SETTINGS_OF_SERVER, i, name) == ERROR_SUCCESS; i++)
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
    if (server)
    {
        text_append(&text, L"\n");
        append_settings_for_servers(&text);
    }
    else
    {
        groups_append(&text);
    }
    if (!error)
    {
        error = output_write(STD_OUTPUT_HANDLE, &text);
    }
    text_free(&text);
    table_free(&table);
    return error;
}

/* A hint that knows what was done. */
static enum exit_status report(DWORD error, const struct setting *given)
{
    return error_report_of_own(error, given ? L"'netadmin config' shows what is set."
                                            : L"'netadmin config' lists the configured servers.");
}

static enum exit_status server_remove(const WCHAR *server)
{
    const DWORD error = settings_remove(SETTINGS_OF_SERVER, server);

    return report(error ? error : output_print(L"Removed the entry of %ls.\n", server), NULL);
}

/* Reports what cannot be done with the words that are given. */
static enum exit_status arguments_check(const struct arguments *arguments)
{
    const WCHAR *command = arguments->command->name;
    const WCHAR *server = arguments_value(arguments, L"SERVER");
    const bool remove = arguments_value(arguments, L"remove") != NULL;
    const struct setting *elsewhere = setting_given(arguments, GIVEN_ELSEWHERE);
    const struct setting *only_in_files = setting_given(arguments, GIVEN_WHERE_NONE_ARE);

    if (!server && (elsewhere || remove))
    {
        return usage_error(command, L"'SERVER' is missing");
    }
    if (elsewhere)
    {
        return usage_error(command, L"'%ls' is for all servers, not for one", elsewhere->option);
    }
    if (only_in_files)
    {
        return usage_error(command,
                           L"'%ls' is for netadmin without Wine; here, 'netadmin login' keeps "
                           L"passwords",
                           only_in_files->option);
    }
    if (remove && setting_given(arguments, GIVEN_ANYHOW))
    {
        return usage_error(command, L"'remove' cannot be combined with other options");
    }
    if (arguments_value(arguments, L"unset") && setting_given(arguments, GIVEN_VALUE))
    {
        return usage_error(command, L"'unset' cannot be combined with other options");
    }
    return EXIT_STATUS_OK;
}

static enum exit_status config_run(const struct arguments *arguments)
{
    const WCHAR *server = arguments_value(arguments, L"SERVER");
    const struct setting *given = setting_given(arguments, GIVEN_ANYHOW);
    const enum exit_status status = arguments_check(arguments);
    DWORD error;

    if (status != EXIT_STATUS_OK)
    {
        return status;
    }
    if (arguments_value(arguments, L"remove"))
    {
        return server_remove(server);
    }
    error = given ? settings_write(arguments, server) : ERROR_SUCCESS;
    return report(error ? error : settings_show(server), given);
}

const struct command config_command = {
    .name = L"config",
    .summary = L"Show or set where servers are and how long to wait",
    .details = L"Without options, shows what counts: for SERVER, or for all, with the groups of "
               L"servers. What nobody has set says (default), and what is set for all, where "
               L"SERVER is shown, (global).",
    .parameters = config_parameters,
    .run = config_run,
};
