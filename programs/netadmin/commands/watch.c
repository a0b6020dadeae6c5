/*
 * netadmin watch: what goes on on servers, on one screen.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <wchar.h>
#include <windows.h>

#include "command_line/arguments.h"
#include "commands/list.h"
#include "console/error.h"
#include "many/ask_servers.h"
#include "many/server_list.h"
#include "platform/terminal.h"
#include "watching/screen_watch.h"

#define MARKED_DEFAULT 10

static const struct parameter watch_parameters[] = {
    SERVERS_PARAMETER,
    { .name = L"page",
      .kind = PARAMETER_CHOICE,
      .choices = page_names,
      .value = L"P",
      .help = L"what is shown first: sessions (the default), files, shares or connections" },
    SECONDS_PARAMETER(L"interval", L"ask every so many seconds (2)"),
    SECONDS_PARAMETER(L"marked", L"mark what came (+) and went (-) for so long (10)"),
    AT_ONCE_PARAMETER(),
    { 0 },
};

static enum page first_page(const struct arguments *arguments)
{
    const WCHAR *name = arguments_value(arguments, L"page");
    size_t page = 0;

    while (name && page_names[page] && wcscmp(page_names[page], name))
    {
        page++;
    }
    return (enum page)page;
}

static enum exit_status watch_run_command(const struct arguments *arguments)
{
    struct server_list servers;
    struct watch_plan plan = {
        .at_once = arguments_number(arguments, L"at-once", 0),
        .interval = arguments_number(arguments, L"interval", WATCH_SECONDS_DEFAULT) * 1000,
        .memory = arguments_number(arguments, L"marked", MARKED_DEFAULT),
        .page = first_page(arguments),
    };
    DWORD error;

    if (!server_list_make(&servers, arguments, L"SERVER"))
    {
        return EXIT_STATUS_USAGE;
    }
    plan.servers = server_list_names(&servers);
    plan.server_count = server_list_count(&servers);
    error = terminal_is_there() ? screen_watch(&plan) : plain_watch(&plan);
    server_list_free(&servers);
    return error_report(error);
}

const struct command watch_command = {
    .name = L"watch",
    .summary = L"Watch sessions, files, shares and connections on a screen",
    .details =
        L"Keys 1 to 4 and Tab choose what is shown, < and > what it is sorted by, / filters "
        L"as one types, d ends a session or closes a file (it asks first), p pauses, ? tells of "
        L"all "
        L"keys, q ends. What came a short time ago has a +, what went a -. Where the output is no "
        L"terminal, the table is shown again and again.",
    .parameters = watch_parameters,
    .run = watch_run_command,
};
