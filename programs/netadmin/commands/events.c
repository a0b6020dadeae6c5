/*
 * netadmin events: what happens on servers, line by line.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdlib.h>
#include <windows.h>

#include "base/memory.h"
#include "command_line/arguments.h"
#include "commands/list.h"
#include "console/error.h"
#include "console/output.h"
#include "many/ask_servers.h"
#include "many/server_list.h"
#include "monitoring/event_text.h"
#include "monitoring/poll.h"
#include "platform/date.h"
#include "platform/stop.h"

#define STOP_CHECK 100 /* ms */

static const WCHAR *const formats[] = { L"lines", L"json", NULL };

static const struct parameter events_parameters[] = {
    SERVERS_PARAMETER,
    { .name = L"format",
      .kind = PARAMETER_CHOICE,
      .choices = formats,
      .value = L"F",
      .help = L"lines for people (the default), or json: one object a line, with every field under "
              L"its Windows name" },
    SECONDS_PARAMETER(
        L"interval", L"ask every so many seconds (2); what comes and goes between two questions is "
                     L"not seen"),
    { .name = L"initial",
      .kind = PARAMETER_FLAG,
      .help =
          L"sessions and open files that are there when a server first answers are events, too" },
    AT_ONCE_PARAMETER(),
    { 0 },
};

/* Where events go. */
struct listener
{
    bool is_json;
    struct text text; /* of one answer */
};

static void write_event(void *context, const struct event *event)
{
    struct listener *listener = context;
    SYSTEMTIME time;

    if (listener->is_json)
    {
        date_utc(&time);
        event_append_json(&listener->text, event, &time);
    }
    else
    {
        date_local(&time);
        event_append_line(&listener->text, event, &time);
    }
}

static struct answer *ask(const WCHAR *server, size_t place, unsigned int wanted)
{
    (void)wanted;
    return answer_make(server, place, events_asked, EVENTS_PART_COUNT);
}

/* Returns when the program is to end, or nobody reads what it writes. */
static DWORD follow(struct poll *poll, struct server_watch *watches, size_t count,
                    struct listener *listener, bool with_initial)
{
    struct clusters *clusters = clusters_make();
    DWORD error = ERROR_SUCCESS;

    while (!error && !stop_is_wanted())
    {
        struct answer *answer = poll_next(poll, STOP_CHECK);

        if (answer)
        {
            listener->text.length = 0;
            server_watches_share(watches, count, clusters, answer);
            server_watch_tell(&watches[answer->index], answer, with_initial, write_event, listener);
            error = listener->text.length ? output_write(STD_OUTPUT_HANDLE, &listener->text)
                                          : ERROR_SUCCESS;
        }
    }
    clusters_free(clusters);
    return output_has_ended(error) ? ERROR_SUCCESS : error;
}

static DWORD events_follow(const struct arguments *arguments, const struct server_list *servers)
{
    const WCHAR *format = arguments_value(arguments, L"format");
    struct listener listener = { .is_json = format == formats[1] };
    struct server_watch *watches =
        memory_resize(NULL, server_list_count(servers), sizeof(*watches));
    struct poll *poll;
    DWORD error;

    for (size_t i = 0; i < server_list_count(servers); i++)
    {
        watches[i] = (struct server_watch){ 0 };
    }
    poll = poll_begin(&(struct poll_plan){
        .servers = server_list_names(servers),
        .server_count = server_list_count(servers),
        .at_once = arguments_number(arguments, L"at-once", 0),
        .interval = arguments_number(arguments, L"interval", WATCH_SECONDS_DEFAULT) * 1000,
        .ask = ask,
    });
    error = follow(poll, watches, server_list_count(servers), &listener,
                   arguments_value(arguments, L"initial"));
    poll_end(poll);
    for (size_t i = 0; i < server_list_count(servers); i++)
    {
        server_watch_free(&watches[i]);
    }
    free(watches);
    text_free(&listener.text);
    return error;
}

static enum exit_status events_run(const struct arguments *arguments)
{
    struct server_list servers;
    DWORD error;

    if (!server_list_make(&servers, arguments, L"SERVER"))
    {
        return EXIT_STATUS_USAGE;
    }
    error = stop_begin();
    if (!error)
    {
        error = events_follow(arguments, &servers);
    }
    server_list_free(&servers);
    return error_report(error);
}

const struct command events_command = {
    .name = L"events",
    .summary = L"Show what happens on servers, line by line, until Ctrl+C",
    .details = L"A line for each session that begins or ends, each file that is opened or closed, "
               L"and each "
               L"server that fails or answers again, as asking over and over tells. The sessions "
               L"are those of "
               L"the server, with the one that netadmin asks by; between questions that are more "
               L"than some "
               L"seconds apart, that one ends.",
    .parameters = events_parameters,
    .run = events_run,
};
