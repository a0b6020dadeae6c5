/*
 * netadmin config: where servers are and how long to wait for them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "arguments.h"
#include "command.h"
#include "error.h"
#include "output.h"
#include "settings.h"
#include "table.h"

static const WCHAR *const encryption_choices[] = { L"auto", L"required", NULL };
static const WCHAR *const local_source_choices[] = { L"auto", L"server", L"logins", NULL };

static const struct parameter config_parameters[] = {
    { .name = L"SERVER", .kind = PARAMETER_COMPUTER, .operand = true, .usage = 1 },
    { .name = L"address",
      .kind = PARAMETER_TEXT,
      .value = L"HOST",
      .help = L"where the server is, if not at its name",
      .usage = 1 },
    { .name = L"port",
      .kind = PARAMETER_NUMBER,
      .minimum = 1,
      .maximum = 65535,
      .value = L"N",
      .help = L"its port, if not 445",
      .usage = 1 },
    { .name = L"encryption",
      .kind = PARAMETER_CHOICE,
      .choices = encryption_choices,
      .value = L"E",
      .help = L"auto, or required to accept nothing else",
      .usage = 1 },
    { .name = L"remove",
      .kind = PARAMETER_FLAG,
      .help = L"forget what is set for SERVER",
      .usage = 1 },
    { .name = L"connect-timeout",
      .kind = PARAMETER_NUMBER,
      .minimum = 1,
      .maximum = MAXLONG,
      .value = L"MS",
      .help = L"how long a connection may take, in milliseconds",
      .usage = 2 },
    { .name = L"call-timeout",
      .kind = PARAMETER_NUMBER,
      .minimum = 1,
      .maximum = MAXLONG,
      .value = L"MS",
      .help = L"how long an answer may take, in milliseconds",
      .usage = 2 },
    { .name = L"local-source",
      .kind = PARAMETER_CHOICE,
      .choices = local_source_choices,
      .value = L"S",
      .help = L"who answers for this computer: its server, its network logins, or auto: the logins "
              L"if no server runs",
      .usage = 2 },
    { .name = L"logins-file",
      .kind = PARAMETER_TEXT,
      .value = L"PATH",
      .help = L"where the logins are kept, if not in /var/run/utmp",
      .usage = 2 },
    { 0 },
};

/* An option and the registry value that it sets. */
struct setting
{
    const WCHAR *option;
    const WCHAR *value;
    bool number;
};

static const struct setting server_settings[] = {
    { L"address", L"Address", false },
    { L"port", L"Port", true },
    { L"encryption", L"Encryption", false },
};

static const struct setting global_settings[] = {
    { L"connect-timeout", L"ConnectTimeout", true },
    { L"call-timeout", L"CallTimeout", true },
    { L"local-source", L"LocalSource", false },
    { L"logins-file", L"LoginsFile", false },
};

static bool any_is_given(const struct arguments *arguments, const struct setting *settings,
                         size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        if (arguments_value(arguments, settings[i].option))
        {
            return true;
        }
    }
    return false;
}

/* Writes those settings that are given. */
static DWORD settings_write(const struct arguments *arguments, const WCHAR *server,
                            const struct setting *settings, size_t count)
{
    HKEY key;
    DWORD error = settings_create(server, &key);

    if (error)
    {
        return error;
    }
    for (size_t i = 0; i < count && !error; i++)
    {
        const WCHAR *value = arguments_value(arguments, settings[i].option);

        if (value && settings[i].number)
        {
            error = settings_set_number(key, settings[i].value,
                                        arguments_number(arguments, settings[i].option, 0));
        }
        else if (value)
        {
            error = settings_set_string(key, settings[i].value, value);
        }
    }
    RegCloseKey(key);
    return error;
}

static DWORD add_server(struct table *table, const WCHAR *server)
{
    WCHAR value[SETTING_CAPACITY];
    HKEY key;
    const DWORD error = settings_open(server, &key);

    if (error)
    {
        return error;
    }
    table_add_cell(table, server);
    for (size_t i = 0; i < ARRAYSIZE(server_settings); i++)
    {
        settings_get(key, server_settings[i].value, value);
        table_add_cell(table, value[0] ? value : L"-");
    }
    RegCloseKey(key);
    return ERROR_SUCCESS;
}

static void append_global_settings(struct text *text)
{
    WCHAR value[SETTING_CAPACITY] = L"";
    HKEY key = NULL;
    const bool exists = settings_open(NULL, &key) == ERROR_SUCCESS;

    for (size_t i = 0; i < ARRAYSIZE(global_settings); i++)
    {
        if (exists)
        {
            settings_get(key, global_settings[i].value, value);
        }
        text_append_format(text, L"%ls: ", global_settings[i].value);
        text_append_visible(text, value[0] ? value : L"default");
        text_append(text, value[0] && global_settings[i].number ? L" ms\n" : L"\n");
    }
    if (exists)
    {
        RegCloseKey(key);
    }
}

/* One server, or all and the global settings. */
static DWORD settings_show(const WCHAR *server)
{
    WCHAR name[SETTING_CAPACITY];
    struct table table = { 0 };
    struct text text = { 0 };
    DWORD error = ERROR_SUCCESS;

    table_add_column(&table, L"Server", false);
    for (size_t i = 0; i < ARRAYSIZE(server_settings); i++)
    {
        table_add_column(&table, server_settings[i].value, server_settings[i].number);
    }
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

static enum exit_status server_remove(const WCHAR *server)
{
    const DWORD error = settings_remove_server(server);

    return error_report(error ? error : output_print(L"Removed the entry of %ls.\n", server));
}

static enum exit_status config_run(const struct arguments *arguments)
{
    const WCHAR *server = arguments_value(arguments, L"SERVER");
    const bool remove = arguments_value(arguments, L"remove") != NULL;
    const bool for_server = any_is_given(arguments, server_settings, ARRAYSIZE(server_settings));
    const bool for_all = any_is_given(arguments, global_settings, ARRAYSIZE(global_settings));
    DWORD error = ERROR_SUCCESS;

    if (!server && (for_server || remove))
    {
        return usage_error(arguments->command->name, L"'SERVER' is missing");
    }
    if (server && for_all)
    {
        return usage_error(arguments->command->name,
                           L"timeouts, local-source and logins-file are for all servers");
    }
    if (remove && for_server)
    {
        return usage_error(arguments->command->name,
                           L"'remove' cannot be combined with other options");
    }
    if (remove)
    {
        return server_remove(server);
    }
    if (for_server)
    {
        error = settings_write(arguments, server, server_settings, ARRAYSIZE(server_settings));
    }
    else if (for_all)
    {
        error = settings_write(arguments, NULL, global_settings, ARRAYSIZE(global_settings));
    }
    return error_report(error ? error : settings_show(server));
}

const struct command config_command = {
    .name = L"config",
    .summary = L"Show or set where servers are and how long to wait",
    .details = L"Without options, shows what is set: for SERVER, or for all.",
    .parameters = config_parameters,
    .run = config_run,
};
